import type { Ctx } from '../../kernel/context.ts';
import type { RecordedEvent } from '../../kernel/events/journal.ts';
import { failDial } from '../calls/fail-dial.ts';
import { change, tell } from '../record/change.ts';
import { hasAnswered } from '../record/has-answered.ts';
import { noReplyDue, replyClock } from '../record/reply-clock.ts';
import { lockConversation, type Locked } from '../record/lock-conversation.ts';
import { touchOf } from '../callbacks/touch.ts';
import { turnToOurs } from '../coming-in/turn-to-ours.ts';
import { awaitedUntil } from '../turns/awaited-until.ts';

type Message = {
  id: number;
  conversationId: number;
  authorStaffId: number | null;
  happenedAt: Date;
};

async function find(
  ctx: Ctx,
  outgoingMessageId: number,
): Promise<{ message: Message; row: Locked } | null> {
  const message = await ctx.db
    .selectFrom('messages')
    .select(['id', 'conversationId', 'authorStaffId', 'happenedAt'])
    .where('outgoingMessageId', '=', outgoingMessageId)
    .executeTakeFirst();
  if (!message) return null;
  const locked = await lockConversation(ctx, message.conversationId, 'conversations.work');
  return locked.ok ? { message, row: locked.value } : null;
}

/**
 * It has left: that is the touch, and now it is for them to answer. What a program wrote is
 * neither: a person waits for a person.
 */
export async function hearSent(ctx: Ctx, event: RecordedEvent): Promise<void> {
  const found = await find(ctx, event.subjectId);
  if (!found) return;
  const { message, row } = found;
  const at = event.occurredAt;
  const by = message.authorStaffId;
  const touch = by === null ? null : await touchOf(ctx, row, { at, by, kind: 'message' });
  const isAnswered = await hasAnswered(ctx, row.id, message.happenedAt);
  const isAnswer = by !== null && !isAnswered;
  const isTheirs = isAnswer && row.state === 'open';
  // What was asked while the first answer was on its way waits for the next one.
  const isAskedAgain = touch !== null && isAnswered && row.state === 'open';
  const awaited = awaitedUntil(at);
  await change(ctx, row, {
    ...touch,
    ...(isAnswer && noReplyDue),
    ...(isAskedAgain && (await replyClock(ctx, at, row.subscriberId))),
    ...(isTheirs && { whoseTurn: 'theirs', nextDueAt: awaited }),
  });
  await tell(ctx, row, 'conversations.message_sent', {
    messageId: message.id,
    staffId: by,
    ...(touch && { touchSeconds: touch.touchSeconds, isWithinNorm: at <= row.touchDueAt }),
  });
}

/** It has not left, or nobody knows: somebody must look at it. */
export async function hearFailed(ctx: Ctx, event: RecordedEvent): Promise<void> {
  const found = await find(ctx, event.subjectId);
  if (!found) return failDial(ctx, event);
  const { message, row } = found;
  await turnToOurs(ctx, row, event.occurredAt);
  const isUnknown = event.type === 'channels.message_unknown';
  const type = isUnknown ? 'conversations.message_unknown' : 'conversations.message_failed';
  await tell(ctx, row, type, { messageId: message.id, trouble: event.facts['trouble'] });
}
