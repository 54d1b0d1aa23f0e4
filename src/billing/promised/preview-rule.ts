import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { PromisePreview, PromiseRuleBody } from '../api/promises.ts';
import { holderJoins, reachesAccount } from '../reach.ts';
import { openWhom, type Whom } from '../whom.ts';
import { factsOf, reasonsOf } from './judge.ts';
import { refuseRule } from './refuse-rule.ts';
import { rowOf, type Rule, rulesInUse } from './rule-rows.ts';
import { sayWhy } from './say-why.ts';

type Input = PromiseRuleBody & { id: number | null; isArchived: boolean };
type Touched = {
  accountId: number;
  account: string;
  lastOn: string | null;
  what: 'gains' | 'loses' | 'changes';
  reasons: string[];
};
type Counts = Omit<PromisePreview, 'sample'> & { sample: Touched[] };

/** No rule has this id; one that would be new is judged under it. */
const NEW = -1;
const SAMPLE = 10;
const MOST_MS = 30_000;

/**
 * Whom a rule would touch if it were saved as it is given: every account is judged by the rules as
 * they are and as they would be. Reads the whole base and writes nothing.
 */
export async function previewRule(
  given: Ctx,
  { id, isArchived, ...body }: Input,
): Promise<Result<PromisePreview>> {
  return inTransaction(given, async (ctx): Promise<Result<PromisePreview>> => {
    await sql`select set_config('statement_timeout', ${`${MOST_MS}ms`}, true)`.execute(ctx.db);
    // A name is wanted only where it is saved.
    const refusal = await refuseRule(ctx, { ...body, name: body.name || ' ' }, id);
    if (refusal) return refusal;
    const rules = await rulesInUse(ctx);
    const before = await find(ctx, rules, id);
    if (!before.ok) return before;
    const edited: Rule = { ...body, id: id ?? NEW, version: 0 };
    const after = replaced(rules, edited, isArchived);
    const counts = await count(ctx, await openWhom(ctx), {
      rules,
      after,
      before: before.value,
      edited,
    });
    const { sample, ...numbers } = counts;
    return ok({
      ...numbers,
      sample: sample.map(({ reasons, lastOn, ...one }) => ({
        ...one,
        why: sayWhy(
          ctx,
          isArchived ? ['archived'] : reasons,
          one.what === 'gains' ? (before.value ?? edited) : edited,
          { lastOn },
        ),
      })),
    });
  });
}

/** The rule as it is; null where it is new or out of use. */
async function find(
  ctx: Ctx,
  rules: readonly Rule[],
  id: number | null,
): Promise<Result<Rule | null>> {
  const used = rules.find((rule) => rule.id === id);
  if (used || id === null) return ok(used ?? null);
  const { rows } = await sql`select from promise_rules where id = ${id}`.execute(ctx.db);
  return rows.length > 0 ? ok(null) : fail('billing.no_such_rule');
}

function replaced(rules: readonly Rule[], edited: Rule, isArchived: boolean): Rule[] {
  if (isArchived) return rules.filter(({ id }) => id !== edited.id);
  const isThere = rules.some(({ id }) => id === edited.id);
  if (!isThere) return [...rules, edited];
  return rules.map((rule) => (rule.id === edited.id ? edited : rule));
}

type Compared = {
  rules: readonly Rule[];
  after: readonly Rule[];
  before: Rule | null;
  edited: Rule;
};

async function count(
  ctx: Ctx,
  whom: Whom,
  { rules, after, before, edited }: Compared,
): Promise<Counts> {
  const reasons = (rule: Rule): RawBuilder<string[]> => {
    const asked = reasonsOf(ctx, rule, whom);
    return asked.ok ? asked.value : sql<string[]>`array['unread']`;
  };
  const first = (some: readonly Rule[]): RawBuilder<unknown> => {
    const cases = some.map((rule) => sql`when ${reasons(rule)} = '{}' then ${rule.id}::bigint`);
    return cases.length === 0 ? sql`null::bigint` : sql`case ${sql.join(cases, sql` `)} end`;
  };
  const hasOtherTerms = before !== null && termsOf(before) !== termsOf(edited);
  const isOther = sql`before_id is distinct from after_id
    or (${hasOtherTerms} and after_id = ${edited.id})`;
  const { rows } = await sql<Counts>`
    with ${factsOf(ctx, sql`true`)},
    judged as materialized (
      select asked.account_id, asked.account, asked.last_on,
             ${first(rules)} as before_id, ${first(after)} as after_id
      from   facts asked),
    touched as materialized (
      select j.*, case when before_id is null then 'gains' when after_id is null then 'loses'
                       else 'changes' end as what
      from   judged j where ${isOther}),
    shown as (
      select t.account_id, t.account, t.last_on, t.what,
             case t.what when 'gains' then ${reasons(before ?? edited)}
                         when 'loses' then ${reasons(edited)} else '{}' end as reasons
      from  (select t.* from touched t
             join   accounts a on a.id = t.account_id ${holderJoins}
             where  ${reachesAccount(ctx, 'billing.view')}
             order  by t.what = 'changes', t.account_id limit ${SAMPLE}) t
      join   facts asked on asked.account_id = t.account_id)
    select (select count(before_id) from judged) as before,
           (select count(after_id) from judged) as after,
           (select count(*) from touched where what = 'gains') as gains,
           (select count(*) from touched where what = 'loses') as loses,
           (select count(*) from touched where what = 'changes') as changes,
           (select coalesce(jsonb_agg(jsonb_build_object(
              'accountId', account_id, 'account', account, 'lastOn', last_on, 'what', what,
              'reasons', reasons)), '[]') from shown) as sample`.execute(ctx.db);
  const [counts] = rows;
  if (!counts) throw new Error('a count without a row');
  return counts;
}

/** What a rule gives, apart from whom it is for. */
function termsOf(rule: Rule): string {
  const { sumKind, sumsMinor, feesPercent, days, priceMinor } = rowOf(rule);
  return JSON.stringify([sumKind, sumsMinor, sumKind === 'fees' && feesPercent, days, priceMinor]);
}
