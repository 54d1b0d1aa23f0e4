import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { adviseNextChunk } from './advise-chunk.ts';
import { openAdviceRun } from './ask-for-advice.ts';

/** At night, when the charges are made; what is advised changes little in a week. */
const BEGINS_AT_HOUR = 3;
const ENDS_AT_HOUR = 6;
const EVERY_DAYS = 7;

/** Once a week at night, and once more where somebody asks for it: advises on all accounts. */
export const advisorTick: Tick = {
  name: 'billing.advisor',
  everySeconds: 20,
  isOwnTransactions: true,
  run: async (ctx, signal) => {
    await startWeekly(ctx);
    let isGoing = true;
    while (isGoing && !signal.aborted) isGoing = await adviseNextChunk(ctx);
  },
};

async function startWeekly(given: Ctx): Promise<void> {
  await inTransaction(given, async (ctx) => {
    const now = ctx.clock.now();
    // advisor_runs_started (started_at desc, id desc)
    const { rows } = await sql<{ isDue: boolean }>`
      select extract(hour from ${now}::timestamptz at time zone ${ctx.operator.timeZone})
               between ${BEGINS_AT_HOUR} and ${ENDS_AT_HOUR - 1}
             and not exists (select from advisor_runs
                             where  started_at > ${now}::timestamptz
                                                 - ${EVERY_DAYS} * interval '1 day'
                                                 + interval '12 hours') as is_due`.execute(ctx.db);
    if (rows[0]?.isDue) await openAdviceRun(ctx);
  });
}
