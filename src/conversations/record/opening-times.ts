import type { Ctx } from '../../kernel/context.ts';
import { FIRST_TOUCH, startNorm } from '../../norms/index.ts';
import { loadSettings, offeringFrom } from '../settings/desk-clock.ts';

/** The clock of the first touch, from the moment at which something came in. */
export async function openingTimes(ctx: Ctx, receivedAt: Date, subscriberId: number | null = null) {
  const norm = await startNorm(ctx, FIRST_TOUCH, receivedAt, subscriberId);
  const { normSeconds, dueAt, calendar } = norm;
  const settings = await loadSettings(ctx);
  const row = { normSeconds, touchDueAt: dueAt, touchedAt: null };
  return {
    openedAt: receivedAt,
    normSeconds,
    calendarId: calendar.id,
    touchDueAt: dueAt,
    nextDueAt: dueAt,
    ...offeringFrom(row, receivedAt, calendar, settings),
  };
}
