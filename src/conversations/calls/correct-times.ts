import type { Ctx } from '../../kernel/context.ts';
import { change } from '../change.ts';
import { openingTimes } from '../opening-times.ts';
import { touchOf } from '../touch.ts';
import { lockOfCall } from './answer-call.ts';
import type { CallView } from './call-state.ts';
import type { Call } from './take-call.ts';

/**
 * What is told late may lie before what was known: then the call began earlier, or was answered
 * earlier, than its conversation's clock has counted, and that is put right.
 */
export async function correctTimes(ctx: Ctx, call: Call, before: CallView): Promise<void> {
  const { view, conversationId } = call;
  const isBegunEarlier = isEarlier(view.beganAt, before.beganAt);
  const isAnsweredEarlier = isEarlier(view.answeredAt, before.answeredAt);
  if (conversationId === null || (!isBegunEarlier && !isAnsweredEarlier)) return;
  let row = await lockOfCall(ctx, conversationId);
  if (isBegunEarlier && view.beganAt && isSame(row.openedAt, before.beganAt)) {
    const { openedAt, normSeconds, calendarId, touchDueAt } = await openingTimes(ctx, view.beganAt);
    const times = { openedAt, normSeconds, calendarId, touchDueAt };
    const nextDueAt = row.touchedAt === null ? { nextDueAt: touchDueAt } : {};
    row = { ...row, ...times, ...(await change(ctx, row, { ...times, ...nextDueAt })) };
  }
  const answeredAt = view.answeredAt;
  if (answeredAt === null || !isSame(row.touchedAt, before.answeredAt)) return;
  const touch = await touchOf(
    ctx,
    { ...row, touchedAt: null },
    { at: answeredAt, by: call.staffId, kind: 'call' },
  );
  if (touch) {
    const { touchedAt, touchSeconds } = touch;
    await change(ctx, row, { touchedAt, touchSeconds });
  }
}

const isEarlier = (now: Date | null, before: Date | null): boolean =>
  now !== null && before !== null && now < before;

const isSame = (a: Date | null, b: Date | null): boolean =>
  a !== null && a.getTime() === b?.getTime();
