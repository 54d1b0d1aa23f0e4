import type { Ctx } from '../../kernel/context.ts';
import { loadCalendar, workingSecondsBetween } from '../../norms/index.ts';
import type { Locked } from '../record/lock-conversation.ts';

/** By what somebody was met first; a visit is noted where it begins. */
type TouchKind = 'call' | 'message' | 'visit';

/** What the first human touch sets; it stops the clock. A later one sets nothing. */
export async function touchOf(
  ctx: Ctx,
  row: Locked,
  { at, by, kind }: { at: Date; by: number | null; kind: TouchKind },
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
