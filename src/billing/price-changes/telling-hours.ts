import type { Ctx } from '../../kernel/context.ts';

/** Nobody is written to at night. */
const FROM_HOUR = 10;
const TO_HOUR = 20;

function hourOf({ clock, operator }: Ctx): number {
  const { timeZone } = operator;
  return Number(clock.now().toLocaleTimeString('en-GB', { timeZone, hour: '2-digit' }));
}

/** Whether people are written to now. */
export const isTellingHour = (ctx: Ctx): boolean =>
  hourOf(ctx) >= FROM_HOUR && hourOf(ctx) < TO_HOUR;

/** Whether nobody is written to any more today. */
export const isTooLateToday = (ctx: Ctx): boolean => hourOf(ctx) >= TO_HOUR;
