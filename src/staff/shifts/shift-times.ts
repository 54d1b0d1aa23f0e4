import { Temporal } from 'temporal-polyfill';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** Times of the day by the operator's clocks, `09:00`; an end not after the start is next day's. */
export type ShiftInput = {
  day: string;
  from: string;
  to: string;
  breaks: readonly { from: string; to: string }[];
};

export type Break = { afterMinutes: number; minutes: number };
export type ShiftTimes = { startsAt: Date; endsAt: Date; breaks: Break[] };

const MINUTE_MS = 60_000;

/** What was typed as instants; breaks as minutes from the start, within the shift and apart. */
export function shiftTimes(timeZone: string, input: ShiftInput): Result<ShiftTimes> {
  const at = (time: string, isNextDay: boolean): number =>
    Temporal.PlainDate.from(input.day)
      .add({ days: isNextDay ? 1 : 0 })
      .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
  const starts = at(input.from, false);
  const ends = at(input.to, input.to <= input.from);
  const breaks = input.breaks
    .map(({ from, to }) => {
      const begins = at(from, from < input.from);
      const over = at(to, from < input.from || to < from);
      return {
        afterMinutes: (begins - starts) / MINUTE_MS,
        minutes: (over - begins) / MINUTE_MS,
      };
    })
    .toSorted((a, b) => a.afterMinutes - b.afterMinutes);
  const length = (ends - starts) / MINUTE_MS;
  const isSound = breaks.every(
    ({ afterMinutes, minutes }, index) =>
      afterMinutes + minutes <= (breaks[index + 1]?.afterMinutes ?? length) && minutes > 0,
  );
  if (!isSound) return fail('staff.break_outside', {}, { breaks: 'staff.break_outside' });
  return ok({ startsAt: new Date(starts), endsAt: new Date(ends), breaks });
}
