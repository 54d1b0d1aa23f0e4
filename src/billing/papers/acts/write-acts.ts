import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { today } from '../../../subscribers/index.ts';
import { holderJoins } from '../../reach.ts';
import { sellerOnPaper } from '../details/load-seller.ts';
import { payerJoins, payerOnPaper } from '../details/payer.ts';
import { takeNumbers } from '../store/take-numbers.ts';
import { vatPercentOn } from '../store/vat.ts';

type Run = { id: number; month: string };

/**
 * Writes the acts of the accounts in `acts_due` that have none, and a corrective act where an act,
 * with those that corrected it before, says another sum than what was served.
 */
export async function writeActs(
  ctx: Ctx,
  run: Run,
  lastOn: string,
): Promise<{ made: number; corrected: number }> {
  const { rows } = await sql<{ made: number; corrected: number }>`
    select count(*) filter (where ${isNew}) as made,
           count(*) filter (where ${isChanged}) as corrected from acts_due d`.execute(ctx.db);
  const { made = 0, corrected = 0 } = rows[0] ?? {};
  const percent = await vatPercentOn(ctx, lastOn);
  const toOn = lastOn;
  if (made > 0) {
    await insert(ctx, run, { kind: 'act', datedOn: lastOn, toOn, count: made, percent });
  }
  if (corrected > 0) {
    const kind = 'corrective_act';
    await insert(ctx, run, { kind, datedOn: today(ctx), toOn, count: corrected, percent });
  }
  return { made, corrected };
}

const isNew = sql`d.act_id is null and d.total > 0`;
const isChanged = sql`d.act_id is not null and d.total <> d.was_minor`;

type Batch = {
  kind: 'act' | 'corrective_act';
  datedOn: string;
  toOn: string;
  count: number;
  percent: number | null;
};

async function insert(ctx: Ctx, run: Run, batch: Batch): Promise<void> {
  const { kind, datedOn, toOn, count, percent } = batch;
  const first = await takeNumbers(ctx, kind, { on: datedOn, count });
  const seller = JSON.stringify(await sellerOnPaper(ctx));
  const isAct = kind === 'act';
  // Half a kopeck goes up, away from zero, as vatIn has it.
  const vat = sql`coalesce(round(d.total * ${percent}::int
    / (100 + ${percent}::int)::numeric), 0)::bigint`;
  const content = isAct ? actOf(percent, vat) : correctiveOf(percent, vat);
  // accounts_pkey, subscribers_pkey, payer_details_pkey, papers_pkey
  await sql`
    insert into papers (kind, number, account_id, dated_on, from_on, to_on, currency, amount_minor,
                        language, seller, payer, content, corrects_id, run_id, made_at)
    select ${kind}, ${datedOn.slice(2, 4)} || '-' || lpad((
             ${first}::int + row_number() over (order by d.account_id) - 1)::text, 6, '0'),
           d.account_id, ${datedOn}::date, ${run.month}::date, ${toOn}::date, a.currency,
           ${isAct ? sql`d.total` : sql`d.total - d.was_minor`}, ${ctx.operator.language},
           ${seller}::jsonb, ${payerOnPaper}, ${content},
           ${isAct ? sql`null::bigint` : sql`d.act_id`}, ${run.id}, ${ctx.clock.now()}
    from   acts_due d
    join   accounts a on a.id = d.account_id ${holderJoins} ${payerJoins}
    left   join papers act on act.id = d.act_id
    where  ${isAct ? isNew : isChanged}
    order  by d.account_id`.execute(ctx.db);
}

const actOf = (percent: number | null, vat: RawBuilder<unknown>) => sql`jsonb_build_object(
  'lines', d.lines,
  'vat', jsonb_build_object('percent', ${percent}::int, 'amountMinor', ${vat}))`;

const correctiveOf = (percent: number | null, vat: RawBuilder<unknown>) => sql`jsonb_build_object(
  'lines', d.lines,
  'vat', jsonb_build_object('percent', ${percent}::int, 'amountMinor', ${vat} - d.was_vat_minor),
  'act', jsonb_build_object('number', act.number, 'datedOn', act.dated_on),
  'before', jsonb_build_object('amountMinor', d.was_minor, 'vatMinor', d.was_vat_minor),
  'after', jsonb_build_object('amountMinor', d.total, 'vatMinor', ${vat}))`;
