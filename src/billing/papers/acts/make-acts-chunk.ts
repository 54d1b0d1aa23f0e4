import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import { emit } from '../../../kernel/events/journal.ts';
import { daysAfter } from '../../../subscribers/index.ts';
import { nextMonthOf } from '../../charging/open-scope.ts';
import { served } from './rendered.ts';
import { writeActs } from './write-acts.ts';

/** Accounts in one transaction, in which the row of numbers is held. */
const CHUNK = 2000;

type Run = { id: number; month: string; throughAccountId: number };

/**
 * Makes the acts of the next organisations of the making that is going on, and notes how far it has
 * come in the same transaction, so that one that was cut off goes on and makes nothing twice.
 * @returns whether there may be more to do
 */
export async function makeNextActs(given: Ctx, size = CHUNK): Promise<boolean> {
  return inTransaction(given, async (ctx) => {
    // act_runs_unfinished
    const { rows } = await sql<Run>`
      select id, month, through_account_id from act_runs
      where  finished_at is null for update`.execute(ctx.db);
    const [run] = rows;
    if (!run) return false;
    const through = await stage(ctx, run, size);
    if (through === null) return finish(ctx, run);
    const { made, corrected } = await writeActs(ctx, run, lastDayOf(run.month));
    await sql`
      update act_runs
      set    through_account_id = ${through}, made = made + ${made},
             corrected = corrected + ${corrected}
      where  id = ${run.id}`.execute(ctx.db);
    return true;
  });
}

const lastDayOf = (month: string): string => daysAfter(nextMonthOf(month), -1);

/**
 * Puts what the next accounts were served, and what acts of it there are, into a temporary table
 * `acts_due`. @returns the last of the accounts; null where there are no more
 */
async function stage(ctx: Ctx, run: Run, size: number): Promise<number | null> {
  await sql`create temporary table if not exists acts_due (account_id bigint primary key,
    total bigint, lines jsonb, act_id bigint, was_minor bigint, was_vat_minor bigint)
    on commit drop`.execute(ctx.db);
  await sql`truncate acts_due`.execute(ctx.db);
  // papers_act (account_id, from_on) where kind = 'act', papers_corrects (corrects_id)
  const { rows } = await sql<{ through: number | null }>`
    with ${served(run.month, { after: run.throughAccountId, size })},
    staged as (
      insert into acts_due
      select s.account_id, s.total, s.lines, act.id,
             act.amount_minor + coalesce(c.amount_minor, 0),
             ${vatOf('act')} + coalesce(c.vat_minor, 0)
      from   served s
      left   join papers act on act.kind = 'act' and act.account_id = s.account_id
                            and act.from_on = ${run.month}::date
      left   join lateral (
        select sum(m.amount_minor)::bigint as amount_minor, sum(${vatOf('m')})::bigint as vat_minor
        from   papers m where m.corrects_id = act.id) c on true
      returning account_id)
    select max(account_id) as through from staged`.execute(ctx.db);
  return rows[0]?.through ?? null;
}

const vatOf = (paper: string) =>
  sql.raw(`coalesce((${paper}.content->'vat'->>'amountMinor')::bigint, 0)`);

/** One event tells of all of them. */
async function finish(ctx: Ctx, run: Run): Promise<false> {
  const facts = await ctx.db
    .updateTable('actRuns')
    .set({ finishedAt: ctx.clock.now() })
    .where('id', '=', run.id)
    .returning(['month', 'made', 'corrected'])
    .executeTakeFirstOrThrow();
  await emit(ctx, { type: 'billing.acts_made', subject: { kind: 'act_run', id: run.id }, facts });
  return false;
}
