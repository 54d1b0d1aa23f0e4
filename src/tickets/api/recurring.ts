import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Line, Nothing } from '../../kernel/api/shapes.ts';
import { timing } from './schedule.ts';
import { catchUps } from './schedule-words.ts';
import { Subject, TicketFields, Version } from './shapes.ts';

const Template = TicketFields.pick({
  description: true,
  priority: true,
  ownerStaffId: true,
  teamId: true,
}).extend({ categoryId: Id, subject: Subject, watcherIds: z.array(Id).max(50).optional() });

const body = {
  name: Line,
  ...timing,
  catchUp: z.enum(catchUps),
  template: Template,
};

const Day = z.object({
  on: DateOnly,
  ticketId: Id.nullable(),
  /** Why there is no ticket of that day: a failure’s code. */
  reason: z.string().nullable(),
});

const Recurrence = z.object({
  id: Id,
  ...body,
  version: Version,
  nextAt: Instant.nullable(),
  isPaused: z.boolean(),
  isArchived: z.boolean(),
  /** The newest first. */
  lastDays: z.array(Day),
});

const refused = [
  'tickets.recurrence_taken',
  'tickets.bad_time_zone',
  'tickets.calendar_needed',
  'tickets.no_such_calendar',
  'tickets.no_such_category',
  'tickets.no_such_team',
  'tickets.cannot_work',
] as const;

const permission = 'tickets.settings';

export const recurringApi = defineApi({
  'GET /api/ticket-recurrences': {
    summary: 'Tickets that are opened again and again, by name; those no longer used stand last',
    permission,
    input: Nothing,
    output: z.object({
      recurrences: z.array(Recurrence),
      /** The operator’s own, for a new one. */
      timeZone: z.string(),
      today: DateOnly,
    }),
  },
  'POST /api/ticket-recurrences': {
    summary: 'Let a ticket be opened again and again',
    permission,
    input: z.object(body),
    output: z.object({ id: Id }),
    errors: refused,
    status: 201,
  },
  'PUT /api/ticket-recurrences/{id}': {
    summary: 'Change a recurring ticket from now on, pause it, put it out of use or bring it back',
    permission,
    input: z.object({
      id: Id,
      version: Version,
      ...body,
      isPaused: z.boolean(),
      isArchived: z.boolean(),
    }),
    output: Nothing,
    errors: ['tickets.no_such_recurrence', 'tickets.changed_meanwhile', ...refused],
  },
  'POST /api/ticket-recurrences/next-dates': {
    summary: 'The next days of a schedule, before it is kept',
    permission,
    input: z.object(timing),
    output: z.object({ dates: z.array(z.object({ on: DateOnly, at: Instant })) }),
    errors: ['tickets.bad_time_zone', 'tickets.calendar_needed', 'tickets.no_such_calendar'],
  },
});
