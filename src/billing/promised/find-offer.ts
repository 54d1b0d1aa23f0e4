import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import type { PromiseOffer, PromiseWhy } from '../api/promises.ts';
import { openWhom } from '../whom.ts';
import { type Facts, factsOf, mostMinor, reasonsOf } from './judge.ts';
import { type Rule, rulesInUse } from './rule-rows.ts';
import { sayWhy } from './say-why.ts';
import { graceFrom } from '../states/grace-from.ts';

type Judged = Facts & { ruleId: number; reasons: string[]; mostMinor: number };

/** Whoever is told why hears what concerns the rule that comes nearest. */
const own = new Set(['segment', 'currency']);

/** What payment an account may promise now, by the first rule that fits; or why none. */
export async function findOffer(
  ctx: Ctx,
  accountId: number,
): Promise<{ offer: PromiseOffer | null; why: PromiseWhy[] }> {
  const rules = await rulesInUse(ctx);
  const judged = await judge(ctx, rules, accountId);
  const ruleOf = ({ ruleId }: Judged): Rule | null => rules.find(({ id }) => id === ruleId) ?? null;
  const first = judged.find(({ reasons }) => reasons.length === 0);
  const rule = first ? ruleOf(first) : null;
  if (first && rule) {
    const offer = offerOf(ctx, rule, first);
    const isFree = offer.priceMinor > 0 && (await isOffered(ctx, accountId));
    return { offer: isFree ? { ...offer, priceMinor: 0 } : offer, why: [] };
  }
  const nearest = judged.find(({ reasons }) => !reasons.some((code) => own.has(code))) ?? judged[0];
  if (!nearest) return { offer: null, why: sayWhy(ctx, ['no_rule'], null, { lastOn: null }) };
  return { offer: null, why: sayWhy(ctx, nearest.reasons, ruleOf(nearest), nearest) };
}

/** How each rule, in their order, judges one account; one that cannot be read says nothing. */
async function judge(ctx: Ctx, rules: readonly Rule[], accountId: number): Promise<Judged[]> {
  const whom = await openWhom(ctx);
  const asked = rules.flatMap((rule) => {
    const reasons = reasonsOf(ctx, rule, whom);
    if (!reasons.ok) return [];
    return [sql`(${rule.id}::bigint, ${reasons.value}, ${mostMinor(rule)})`];
  });
  if (asked.length === 0) return [];
  const { rows } = await sql<Judged>`
    with ${factsOf(ctx, sql`a.id = ${accountId}`)}
    select asked.account_id, asked.account, asked.debt_minor, asked.fees_minor, asked.last_on,
           j.rule_id, j.reasons, j.most_minor
    from   facts asked
    cross  join lateral (
      select * from (values ${sql.join(asked)}) v (rule_id, reasons, most_minor)) j`.execute(
    ctx.db,
  );
  const places = new Map(rules.map(({ id }, at) => [id, at]));
  return rows.toSorted((a, b) => (places.get(a.ruleId) ?? 0) - (places.get(b.ruleId) ?? 0));
}

/** Whether a step of dunning has offered a promise without its price about the debt of now. */
async function isOffered(ctx: Ctx, accountId: number): Promise<boolean> {
  // shortfalls_pkey, dunning_deeds_account_id_debt_since_step_day_what_key
  const { rows } = await sql`
    select from dunning_deeds d
    join   shortfalls f on f.account_id = d.account_id and ${graceFrom} = d.debt_since
    where  d.account_id = ${accountId} and d.what = 'offer' limit 1`.execute(ctx.db);
  return rows.length > 0;
}

const offerOf = (ctx: Ctx, rule: Rule, judged: Judged): PromiseOffer => ({
  ruleId: rule.id,
  rule: rule.name,
  sumsMinor: rule.sumKind === 'fixed' ? rule.sumsMinor : [],
  leastMinor: rule.sumKind === 'fixed' ? Math.min(...rule.sumsMinor) : 1,
  mostMinor: judged.mostMinor,
  days: rule.days,
  dueOn: daysAfter(today(ctx), rule.days),
  priceMinor: rule.priceMinor,
});
