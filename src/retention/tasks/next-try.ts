import type { Ctx } from '../../kernel/context.ts';
import { startNorm } from '../../norms/index.ts';
import { callableFrom, loadPlaySettings } from '../plays/settings.ts';

/** Whom nobody reaches in so many tries is left in peace. */
const MOST_TRIES = 3;
const DAY_MS = 86_400_000;

/**
 * When somebody whom nobody has reached is called again: the next day, in the hours for it, under
 * the norm of that kind of task. Nothing once it was tried often enough.
 */
export async function nextTry(ctx: Ctx, { tries }: { tries: number }, norm: string) {
  if (tries + 1 >= MOST_TRIES) return null;
  const tomorrow = new Date(ctx.clock.now().getTime() + DAY_MS);
  const startsAt = callableFrom(ctx, await loadPlaySettings(ctx), tomorrow);
  const { dueAt, normSeconds, calendar } = await startNorm(ctx, norm, startsAt);
  return { startsAt, dueAt, normSeconds, calendarId: calendar.id, tries: tries + 1 };
}
