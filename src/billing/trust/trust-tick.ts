import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { today } from '../../subscribers/index.ts';
import { countTrust } from './count-trust.ts';

const CHUNK = 10_000;

/** Minutes after midnight: the night's charges have begun before, and are waited for. */
const BEGINS_AT_MINUTE = 40;

/**
 * Every night, and after the rule was changed: all accounts' limits are counted, in chunks of which
 * each is a transaction of its own. What was cut off goes on where it was.
 */
export const trustTick: Tick = {
  name: 'billing.trust',
  everySeconds: 30,
  isOwnTransactions: true,
  run: async (ctx, signal) => {
    let isGoing = await isTime(ctx);
    while (isGoing && !signal.aborted) isGoing = await inTransaction(ctx, countNext);
  },
};

async function isTime(ctx: Ctx): Promise<boolean> {
  // charge_runs_unfinished
  const { rows } = await sql<{ isTime: boolean }>`
    select ${ctx.clock.now()}::timestamptz >=
             (${today(ctx)}::date + ${BEGINS_AT_MINUTE} * interval '1 minute')
               at time zone ${ctx.operator.timeZone}
           and not exists (select from charge_runs where finished_at is null) as is_time`.execute(
    ctx.db,
  );
  return rows[0]?.isTime ?? false;
}

/** @returns whether there may be more to do */
async function countNext(ctx: Ctx): Promise<boolean> {
  const day = today(ctx);
  await sql`insert into trust_runs ("on") values (${day}) on conflict do nothing`.execute(ctx.db);
  // trust_runs_pkey
  const { rows } = await sql<{ through: number }>`
    select through_account_id as through from trust_runs
    where  "on" = ${day} and finished_at is null for update`.execute(ctx.db);
  const [run] = rows;
  if (!run) return false;
  // accounts_pkey
  const { rows: last } = await sql<{ through: number | null }>`
    select max(id) as through
    from  (select id from accounts where id > ${run.through} order by id limit ${CHUNK}) next`.execute(
    ctx.db,
  );
  const through = last[0]?.through ?? null;
  if (through === null) {
    await sql`update trust_runs set finished_at = ${ctx.clock.now()} where "on" = ${day}`.execute(
      ctx.db,
    );
    return false;
  }
  await countTrust(ctx, sql`a.id > ${run.through} and a.id <= ${through}`);
  await sql`update trust_runs set through_account_id = ${through} where "on" = ${day}`.execute(
    ctx.db,
  );
  return true;
}
