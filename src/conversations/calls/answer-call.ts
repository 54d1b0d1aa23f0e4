import type { Ctx } from '../../kernel/context.ts';
import { change, endOffer, tell } from '../record/change.ts';
import { indexConversations } from '../search/index-conversations.ts';
import { type Locked, lockConversation } from '../record/lock-conversation.ts';
import { noReplyDue } from '../record/reply-clock.ts';
import { callbackOf, endUntoldCalls } from '../callbacks/start-call.ts';
import { touchOf } from '../callbacks/touch.ts';
import type { Call } from './take-call.ts';

/** The conversation of a call, locked by the system, for whom nothing is out of reach. */
export async function lockOfCall(ctx: Ctx, conversationId: number): Promise<Locked> {
  const locked = await lockConversation(ctx, conversationId, 'conversations.work');
  if (!locked.ok) throw new Error(`a call’s conversation ${conversationId} is not there`);
  return locked.value;
}

/**
 * Somebody picked up, or took it over from who did: the conversation is theirs, and it was touched
 * when the first of us answered. A callback that waited for the same person is answered with it.
 */
export async function answerCall(ctx: Ctx, call: Call, conversationId: number): Promise<void> {
  const { view, staffId } = call;
  const answeredAt = view.answeredAt ?? ctx.clock.now();
  const row = await lockOfCall(ctx, conversationId);
  const callback = await callbackOf(ctx, row.id);
  await keepAttempt(ctx, call, { callbackId: callback.id, conversationId, answeredAt });
  // Told of late, after others have brought it to its end: there is nothing left to do.
  if (row.state === 'closed' && view.endedAt !== null) return;
  const touch = await touchOf(ctx, row, { at: answeredAt, by: staffId, kind: 'call' });
  await change(ctx, row, {
    ...touch,
    state: 'open',
    whoseTurn: 'ours',
    closedAt: null,
    closedOutcome: null,
    snoozedUntil: null,
    ownerStaffId: staffId,
    ...(staffId === null ? {} : await placeOf(ctx, row, staffId)),
    offerFrom: null,
    ...noReplyDue,
  });
  await endOffer(ctx, row.id, staffId);
  await indexConversations(ctx, [row.id]);
  await tell(ctx, row, 'conversations.call_answered', {
    callId: call.id,
    staffId,
    waitedSeconds: secondsBetween(view.beganAt, answeredAt),
    evidence: 'exchange',
    ...(touch && {
      touchSeconds: touch.touchSeconds,
      isWithinNorm: answeredAt <= row.touchDueAt,
    }),
  });
}

const secondsBetween = (from: Date | null, to: Date): number =>
  from === null ? 0 : Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000));

async function placeOf(ctx: Ctx, row: Locked, staffId: number) {
  const { teamId } = await ctx.db
    .selectFrom('staff')
    .select('teamId')
    .where('id', '=', staffId)
    .executeTakeFirstOrThrow();
  return { teamId: teamId ?? row.teamId, takenAt: ctx.clock.now() };
}

type Attempt = { callbackId: number; conversationId: number; answeredAt: Date };

/** A call that was spoken in waits for its outcome, like one of ours. */
async function keepAttempt(
  ctx: Ctx,
  { id, staffId }: Call,
  { callbackId, conversationId, answeredAt }: Attempt,
): Promise<void> {
  if (staffId === null) return;
  // call_attempts_call_id_key
  const known = await ctx.db
    .updateTable('callAttempts')
    .set({ staffId })
    .where('callId', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (known) return;
  await endUntoldCalls(ctx, [conversationId]);
  await ctx.db
    .insertInto('callAttempts')
    .values({ callbackId, staffId, startedAt: answeredAt, evidence: 'exchange', callId: id })
    .execute();
}
