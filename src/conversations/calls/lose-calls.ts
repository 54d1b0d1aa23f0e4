import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { takeCall } from './take-call.ts';

/** Longer than anybody speaks: of such a call the end was told to nobody. */
const LONGEST_CALL_HOURS = 4;
const BATCH = 100;

/**
 * Every minute: ends calls whose end a cloud never told us, for it cannot be asked what goes on.
 */
export async function loseCalls(ctx: Ctx): Promise<void> {
  const at = ctx.clock.now();
  const before = new Date(at.getTime() - LONGEST_CALL_HOURS * 3_600_000);
  // calls_going (began_at) where result is null
  const { rows } = await sql<{ channelId: number; linkedId: string }>`
    select channel_id, linked_id from calls
    where  result is null and began_at < ${before}
    order  by began_at limit ${BATCH}`.execute(ctx.db);
  for (const call of rows) await takeCall(ctx, { ...call, facts: [{ kind: 'lost', at }] });
}
