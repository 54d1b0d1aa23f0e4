import type { Ctx } from '../../kernel/context.ts';
import { ok } from '../../kernel/result.ts';
import { comingOccurrences } from './occurrences.ts';
import { readTiming, type TimingBody } from './recurrence-rows.ts';

const SHOWN_DATES = 8;

/** The next days of a schedule that is still being written. */
export async function nextDates(ctx: Ctx, body: TimingBody) {
  const timing = await readTiming(ctx, body);
  if (!timing.ok) return timing;
  return ok({ dates: comingOccurrences(timing.value, ctx.clock.now(), SHOWN_DATES) });
}
