import type { Ctx } from '../../kernel/context.ts';
import { loadCalendar, workingSecondsBetween } from '../../norms/index.ts';
import type { Locked } from '../record/lock-conversation.ts';

/** What the first human touch sets; it stops the clock. A later one sets nothing. */
export async function touchOf(
  ctx: Ctx,
  row: Locked,
  { at, by, kind }: { at: Date; by: number | null; kind: 'call' | 'message' },
) {
  if (row.touchedAt) return null;
  const calendar = await loadCalendar(ctx, row.calendarId);
  const { seconds } = workingSecondsBetween(calendar, row.openedAt, at);
  return {
    touchedAt: at,
    touchedBy: by,
    touchKind: kind,
    touchSeconds: Math.max(0, Math.ceil(seconds)),
    escalateAt: null,
    nextDueAt: at,
  };
}
