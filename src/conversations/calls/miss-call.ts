import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { change, tell } from '../record/change.ts';
import { offeringNow } from '../settings/desk-clock.ts';
import { callbackOf } from '../callbacks/start-call.ts';
import { turnToOurs } from '../coming-in/turn-to-ours.ts';
import { lockOfCall } from './answer-call.ts';
import type { Call } from './take-call.ts';

/**
 * Nobody took the call: it is to be called back, by the clock that runs since the ring. From now on
 * it is offered like any other; whoever has it already is told.
 */
export async function missCall(ctx: Ctx, call: Call, conversationId: number): Promise<void> {
  const now = ctx.clock.now();
  const row = await lockOfCall(ctx, conversationId);
  const callback = await callbackOf(ctx, row.id);
  // One that is due already stays so: told in another order, it comes to the same.
  await ctx.db
    .updateTable('callbacks')
    .set({
      state: 'waiting',
      nextTryAt: sql<Date>`least(next_try_at, ${now})`,
      isAnnounced: true,
      closedAt: null,
    })
    .where('id', '=', callback.id)
    .execute();
  const isNobodys = row.ownerStaffId === null && row.state === 'open' && row.whoseTurn === 'ours';
  if (isNobodys) await change(ctx, row, await offeringNow(ctx, row));
  else await turnToOurs(ctx, row, call.view.beganAt ?? now);
  await tell(ctx, row, 'conversations.call_missed', {
    callId: call.id,
    reason: call.view.result === 'abandoned' ? 'abandoned' : 'missed',
  });
}
