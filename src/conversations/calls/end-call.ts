import type { Ctx } from '../../kernel/context.ts';
import { startAfterCall } from '../../staff/index.ts';
import { change, tell } from '../record/change.ts';
import { noReplyDue } from '../record/reply-clock.ts';
import { lockOfCall } from './answer-call.ts';
import type { Call } from './take-call.ts';

/**
 * A call is over: whoever spoke is busy with its outcome until it is told. Where the phone is
 * nobody's of the staff, nobody could tell one: the caller was spoken to, and that is all.
 */
export async function endCall(
  ctx: Ctx,
  { id, conversationId, view, staffId }: Call,
): Promise<void> {
  if (staffId !== null && view.answeredAt !== null) await startAfterCall(ctx, staffId);
  if (conversationId === null) return;
  const row = await lockOfCall(ctx, conversationId);
  const seconds =
    view.answeredAt && view.endedAt
      ? Math.round((view.endedAt.getTime() - view.answeredAt.getTime()) / 1000)
      : 0;
  await tell(ctx, row, 'conversations.call_ended', { callId: id, result: view.result, seconds });
  const isNobodys = row.ownerStaffId === null && row.state !== 'closed';
  if (view.direction !== 'in' || !isNobodys) return;
  const now = ctx.clock.now();
  await ctx.db
    .updateTable('callbacks')
    .set({ state: 'done', isAnnounced: true, closedAt: now })
    .where('conversationId', '=', row.id)
    .execute();
  await change(ctx, row, {
    state: 'closed',
    whoseTurn: 'nobody',
    closedAt: now,
    closedOutcome: 'reached',
    offerFrom: null,
    ...noReplyDue,
  });
  await tell(ctx, row, 'conversations.closed', { outcome: 'reached' });
}
