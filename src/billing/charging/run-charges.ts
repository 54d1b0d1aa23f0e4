import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { today } from '../../subscribers/index.ts';
import { openRun } from './ask-for-run.ts';
import { chargeNextChunk } from './charge-chunk.ts';
import { loadSettings } from './load-settings.ts';

/** Minutes after midnight, so that what is told of the day before has come. */
const BEGINS_AT_MINUTE = 10;

/**
 * Every night, and once more where somebody asks for it: all accounts are charged what is due, in
 * chunks of which each is a transaction of its own. A run that was cut off goes on where it was.
 */
export const chargesTick: Tick = {
  name: 'billing.charges',
  everySeconds: 20,
  isOwnTransactions: true,
  run: async (ctx, signal) => {
    await startNightly(ctx);
    let isGoing = true;
    while (isGoing && !signal.aborted) isGoing = await chargeNextChunk(ctx);
  },
};

async function startNightly(given: Ctx): Promise<void> {
  await inTransaction(given, async (ctx) => {
    const { chargesBeginOn } = await loadSettings(ctx);
    if (chargesBeginOn === null || chargesBeginOn > today(ctx)) return;
    // charge_runs_started (started_at desc, id desc)
    const { rows } = await sql<{ isDue: boolean }>`
      select not exists (
               select from charge_runs
               where  started_at >= d.begins_at or finished_at is null)
             and ${ctx.clock.now()} >= d.begins_at as is_due
      from   (select ((${today(ctx)}::date)::timestamp + ${BEGINS_AT_MINUTE} * interval '1 minute')
                     at time zone ${ctx.operator.timeZone} as begins_at) d`.execute(ctx.db);
    if (rows[0]?.isDue) await openRun(ctx);
  });
}
