import { z } from 'zod';
import { DateOnly, Id, Line } from '../../kernel/api/shapes.ts';
import { offDays, periods } from './schedule-words.ts';

/** When something comes again, in days of the wall. */
export const Schedule = z
  .object({
    every: z.enum(periods),
    /** Each so many days, weeks, months, years, counted from `startsOn`. */
    interval: z.int().min(1).max(12),
    /** Of a week: 0 is Monday, 6 is Sunday. */
    weekdays: z.array(z.int().min(0).max(6)).max(7).default([]),
    /** Of a month or a year; where the month has fewer days, its last one. So 31 is always that. */
    dayOfMonth: z.int().min(1).max(31).default(1),
    /** Of a year: 1 is January. */
    month: z.int().min(1).max(12).default(1),
    startsOn: DateOnly,
    endsOn: DateOnly.nullable(),
    /** On the zone's clocks: `HH:MM`. */
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  })
  .refine(({ every, weekdays }) => every !== 'week' || weekdays.length > 0, {
    error: 'kernel.missing_field',
    path: ['weekdays'],
  });
export type Schedule = z.output<typeof Schedule>;

export const timing = {
  schedule: Schedule,
  timeZone: Line,
  calendarId: Id.nullable(),
  offDays: z.enum(offDays),
};
