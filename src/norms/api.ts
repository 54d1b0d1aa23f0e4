import { z } from 'zod';
import { defineApi, defineErrors } from '../kernel/api/define.ts';
import { DateOnly, Id, Instant, Line, Nothing } from '../kernel/api/shapes.ts';

const Time = z.string().regex(/^\d\d:\d\d$/, { error: 'norms.bad_time' });
/** An end not after the start is on the next day: a night shift. */
const Hours = z.array(z.object({ from: Time, to: Time })).max(6);

const Week = z.object({
  mon: Hours,
  tue: Hours,
  wed: Hours,
  thu: Hours,
  fri: Hours,
  sat: Hours,
  sun: Hours,
});

const Day = { on: DateOnly, name: z.string().trim().max(200).optional() };
const Exception = z.discriminatedUnion('kind', [
  z.object({ ...Day, kind: z.literal('closed') }),
  z.object({ ...Day, kind: z.literal('hours'), hours: Hours.min(1) }),
  z.object({ ...Day, kind: z.literal('extra'), hours: Hours.min(1) }),
  z.object({ ...Day, kind: z.literal('short'), shorterBySeconds: z.int().min(60).max(86_400) }),
]);

const CalendarBody = z.object({
  name: Line,
  /** IANA time zone, `Asia/Tomsk`. */
  zone: z.string().trim().min(1).max(60),
  hours: z.union([z.literal('always'), Week]),
  /** Whose public holidays apply, if any. */
  holidays: z.enum(['RU']).nullable(),
  /** What differs on single dates. */
  exceptions: z.array(Exception).max(1000),
});

export type CalendarBody = z.output<typeof CalendarBody>;

const Norm = z.object({
  id: Id,
  /** What is promised, e.g. `conversations.first_touch`. */
  kind: z.string(),
  /** Seconds of working time. */
  targetSeconds: z.int(),
  calendarId: Id,
});

/** Why something is due when it is: a norm, counted on a calendar from the first working moment. */
export const Deadline = z.object({
  normSeconds: z.int(),
  calendarName: z.string().nullable(),
  isRoundTheClock: z.boolean(),
  /** When the time began to count. */
  countedFrom: Instant.nullable(),
  /** Working time in which the clock stood. */
  pausedSeconds: z.number(),
  /** Days on the way that are unlike their weekday. */
  unusualDays: z.array(
    z.object({ on: z.string(), reason: z.string(), name: z.string().nullable() }),
  ),
  /** Years whose transferred days off are not known: only the fixed holidays were counted. */
  unknownYears: z.array(z.int()),
});

const calendarErrors = [
  'norms.calendar_name_taken',
  'norms.bad_zone',
  'norms.never_open',
  'norms.bad_time',
  'norms.overlapping_hours',
  'norms.bad_date',
  'norms.repeated_date',
] as const;

export const api = defineApi({
  'GET /api/norms': {
    summary: 'What is promised, in how many working seconds, and on which calendar',
    permission: 'signed-in',
    input: Nothing,
    output: z.object({
      norms: z.array(Norm),
      calendars: z.array(CalendarBody.extend({ id: Id, isUsed: z.boolean() })),
      /** Years whose public holidays the program knows, each with the act that fixed them. */
      holidayYears: z.array(z.object({ year: z.int(), source: z.string() })),
      /** This year and, in its last quarter, the next, where their transfers are not known yet. */
      unknownYears: z.array(z.int()),
    }),
  },
  'PUT /api/norms/{id}': {
    summary: 'Change a promise; what has begun keeps the promise it began with',
    permission: 'norms.edit',
    input: z.object({
      id: Id,
      targetSeconds: z.int().min(1).max(31_536_000),
      calendarId: Id,
    }),
    output: Nothing,
    errors: ['norms.norm_not_found', 'norms.calendar_not_found'],
  },
  'POST /api/calendars': {
    summary: 'Make a calendar of working hours',
    permission: 'norms.edit',
    input: CalendarBody,
    output: z.object({ id: Id }),
    errors: calendarErrors,
    status: 201,
  },
  'PUT /api/calendars/{id}': {
    summary: 'Change a calendar; deadlines already told stay as they are',
    permission: 'norms.edit',
    input: CalendarBody.extend({ id: Id }),
    output: Nothing,
    errors: ['norms.calendar_not_found', ...calendarErrors],
  },
  'DELETE /api/calendars/{id}': {
    summary: 'Remove a calendar that nothing counts on and nothing ever counted on',
    permission: 'norms.edit',
    input: z.object({ id: Id }),
    output: Nothing,
    errors: ['norms.calendar_not_found', 'norms.calendar_in_use'],
  },
});

export const errors = defineErrors({
  'norms.norm_not_found': 404,
  'norms.calendar_not_found': 404,
  'norms.calendar_name_taken': 409,
  'norms.calendar_in_use': 409,
  'norms.bad_zone': 422,
  'norms.never_open': 422,
  'norms.bad_time': 422,
  'norms.overlapping_hours': 422,
  'norms.bad_date': 422,
  'norms.repeated_date': 422,
});
