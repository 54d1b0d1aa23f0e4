import { Temporal } from 'temporal-polyfill';
import type { rhythms } from '../papers/kinds.ts';

export type Timing = { rhythm: (typeof rhythms)[number]; day: number; hour: number };

/** The next moment after one at which a report is due, by the clocks of a time zone. */
export function nextMoment({ rhythm, day, hour }: Timing, after: Date, timeZone: string): Date {
  const from = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(timeZone);
  let on = from.toPlainDate();
  for (;;) {
    const isDay = rhythm === 'day' || day === (rhythm === 'week' ? on.dayOfWeek : on.day);
    const at = on.toZonedDateTime({ timeZone, plainTime: { hour } });
    if (isDay && at.epochMilliseconds > after.getTime()) return new Date(at.epochMilliseconds);
    on = on.add({ days: 1 });
  }
}
