import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { today } from '../../subscribers/index.ts';
import { dayOf } from '../states/local-days.ts';
import { doSteps } from './do-steps.ts';
import { loadDunning } from './load-dunning.ts';

/** Debts of one transaction. */
const CHUNK = 500;
/** Nobody is written to at night. */
const BEGINS_AT_HOUR = 10;

/**
 * Once a day, in the morning after the night's charges: notes how old debts are, and where the
 * steps are switched on does what is due, in chunks of which each is a transaction of its own.
 */
export const dunningTick: Tick = {
  name: 'billing.dunning',
  everySeconds: 60,
  isOwnTransactions: true,
  run: async (ctx, signal) => {
    let isGoing = await isTime(ctx);
    while (isGoing && !signal.aborted) isGoing = await inTransaction(ctx, doNext);
  },
};

async function isTime(ctx: Ctx): Promise<boolean> {
  // charge_runs_unfinished
  const { rows } = await sql<{ isTime: boolean }>`
    select ${ctx.clock.now()}::timestamptz >=
             (${today(ctx)}::date + ${BEGINS_AT_HOUR} * interval '1 hour')
               at time zone ${ctx.operator.timeZone}
           and not exists (select from charge_runs where finished_at is null) as is_time`.execute(
    ctx.db,
  );
  return rows[0]?.isTime ?? false;
}

/** @returns whether there may be more to do */
async function doNext(ctx: Ctx): Promise<boolean> {
  const day = today(ctx);
  await sql`insert into dunning_runs ("on") values (${day}) on conflict do nothing`.execute(ctx.db);
  // dunning_runs_pkey
  const { rows } = await sql<{ through: number }>`
    select through_account_id as through from dunning_runs
    where  "on" = ${day} and finished_at is null for update`.execute(ctx.db);
  const [run] = rows;
  if (!run) return false;
  // shortfalls_pkey
  const { rows: last } = await sql<{ through: number | null }>`
    select max(account_id) as through
    from  (select account_id from shortfalls where account_id > ${run.through}
           order by account_id limit ${CHUNK}) next`.execute(ctx.db);
  const through = last[0]?.through ?? null;
  if (through === null) {
    await sql`update dunning_runs set finished_at = ${ctx.clock.now()} where "on" = ${day}`.execute(
      ctx.db,
    );
    return false;
  }
  await sql`
    update shortfalls f
    set    days = ${day}::date - ${dayOf(ctx, 'f.sinceAt')},
           careful_since = coalesce(f.careful_since, (
             select c.careful_since from trust_limits c where c.account_id = f.account_id))
    where  f.account_id > ${run.through} and f.account_id <= ${through}`.execute(ctx.db);
  const settings = await loadDunning(ctx);
  const which = sql`a.id in (select account_id from shortfalls
                             where account_id > ${run.through} and account_id <= ${through})`;
  if (settings.isOn) await doSteps(ctx, settings, which);
  await sql`update dunning_runs set through_account_id = ${through} where "on" = ${day}`.execute(
    ctx.db,
  );
  return true;
}
