import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing } from '../../kernel/api/shapes.ts';

/** A time of the day by the operator's clocks. */
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'staff.bad_time' });

const hours = {
  from: Time,
  /** Not after `from`: on the next day. */
  to: Time,
  breaks: z
    .array(z.object({ from: Time, to: Time }))
    .max(10)
    .default([]),
};

/** The seven days from this one; of one team, where it is named. */
const Week = z.object({ from: DateOnly, teamId: Id.optional() });
const Version = z.coerce.number().int();

export const shiftsApi = defineApi({
  'GET /api/shifts': {
    summary: 'The plan of a week: who works when',
    permission: 'staff.shifts',
    input: Week,
    output: z.object({
      people: z.array(
        z.object({
          id: Id,
          name: z.string(),
          teamId: Id.nullable(),
          team: z.string().nullable(),
          shifts: z.array(
            z.object({
              id: Id,
              version: z.int(),
              startsAt: Instant,
              endsAt: Instant,
              breaks: z.array(z.object({ afterMinutes: z.int(), minutes: z.int() })),
            }),
          ),
        }),
      ),
    }),
  },
  'POST /api/shifts': {
    summary: 'Plan the same hours for somebody on one day or several',
    permission: 'staff.plan_shifts',
    input: z.object({ staffId: Id, days: z.array(DateOnly).min(1).max(31), ...hours }),
    output: z.object({ ids: z.array(Id) }),
    errors: ['staff.not_found', 'staff.shift_overlaps', 'staff.break_outside'],
    status: 201,
  },
  'PUT /api/shifts/{id}': {
    summary: 'Change a shift',
    permission: 'staff.plan_shifts',
    input: z.object({ id: Id, version: Version, day: DateOnly, ...hours }),
    output: Nothing,
    errors: [
      'staff.shift_not_found',
      'staff.shift_changed_since',
      'staff.not_found',
      'staff.shift_overlaps',
      'staff.break_outside',
    ],
  },
  'DELETE /api/shifts/{id}': {
    summary: 'Take a shift out of the plan',
    permission: 'staff.plan_shifts',
    input: z.object({ id: Id, version: Version }),
    output: Nothing,
    errors: ['staff.shift_not_found', 'staff.shift_changed_since'],
  },
  'POST /api/shifts/copy-week': {
    summary: 'Plan a week as the one before it; what is planned already stays',
    permission: 'staff.plan_shifts',
    input: Week,
    output: z.object({ copied: z.int() }),
  },
});
