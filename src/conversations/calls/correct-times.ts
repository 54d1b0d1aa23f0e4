import type { Ctx } from '../../kernel/context.ts';
import { change } from '../record/change.ts';
import type { Locked } from '../record/lock-conversation.ts';
import { openingTimes } from '../record/opening-times.ts';
import { touchOf } from '../callbacks/touch.ts';
import { lockOfCall } from './answer-call.ts';
import type { CallView } from './call-state.ts';
import type { Call } from './take-call.ts';

/**
 * What is told late may lie before what was known: then the call began earlier, or was answered
 * earlier, than its conversation's clock has counted, and that is put right. So of two calls of one
 * person the earlier counts, whichever is heard of first.
 */
export async function correctTimes(ctx: Ctx, call: Call, before: CallView): Promise<void> {
  const { view, conversationId } = call;
  const isBegun = view.beganAt !== null && !isSame(view.beganAt, before.beganAt);
  const isAnswered = view.answeredAt !== null && !isSame(view.answeredAt, before.answeredAt);
  if (conversationId === null || (!isBegun && !isAnswered)) return;
  const row = await lockOfCall(ctx, conversationId);
  const isOpenedEarlier =
    view.beganAt !== null && view.beganAt < row.openedAt && row.channel === 'call';
  const opened = isOpenedEarlier && view.beganAt ? await openFrom(ctx, row, view.beganAt) : row;
  await touchFrom(ctx, opened, call, { isOpenedEarlier, answeredBefore: before.answeredAt });
}

async function openFrom(ctx: Ctx, row: Locked, at: Date): Promise<Locked> {
  const { openedAt, normSeconds, calendarId, touchDueAt } = await openingTimes(ctx, at);
  const times = { openedAt, normSeconds, calendarId, touchDueAt };
  const nextDueAt = row.touchedAt === null ? { nextDueAt: touchDueAt } : {};
  const changed = await change(ctx, row, { ...times, ...nextDueAt });
  // callbacks_conversation_id_key
  await ctx.db
    .updateTable('callbacks')
    .set({ nextTryAt: openedAt })
    .where('conversationId', '=', row.id)
    .where('nextTryAt', '=', row.openedAt)
    .execute();
  return { ...row, ...times, ...changed };
}

type Corrected = { isOpenedEarlier: boolean; answeredBefore: Date | null };

/** The first touch is the earliest of all, counted from the opening. */
async function touchFrom(
  ctx: Ctx,
  row: Locked,
  { view, staffId }: Call,
  { isOpenedEarlier, answeredBefore }: Corrected,
): Promise<void> {
  const { touchedAt } = row;
  if (touchedAt === null) return;
  const isEarlier = view.answeredAt !== null && view.answeredAt < touchedAt;
  if (!isEarlier && !isOpenedEarlier) return;
  const at = isEarlier && view.answeredAt ? view.answeredAt : touchedAt;
  const touch = await touchOf(ctx, { ...row, touchedAt: null }, { at, by: staffId, kind: 'call' });
  if (!touch) return;
  const { touchSeconds, touchedBy, touchKind } = touch;
  const isAnothers = isEarlier && !isSame(touchedAt, answeredBefore);
  await change(ctx, row, {
    touchedAt: at,
    touchSeconds,
    ...(isAnothers && { touchedBy, touchKind }),
    ...(isSame(row.nextDueAt, touchedAt) && { nextDueAt: at }),
  });
}

const isSame = (a: Date | null, b: Date | null): boolean => a?.getTime() === b?.getTime();
