import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Line, Nothing } from '../../kernel/api/shapes.ts';

const Minute = z.int().min(0).max(1440);

const Hours = z.object({
  /** Of buildings; empty: wherever the district has no slots of its own. */
  district: z.string().trim().max(100).default(''),
  /** 1 is Monday. */
  weekday: z.int().min(1).max(7),
  fromMinute: Minute,
  toMinute: Minute,
  /** How many visits at once. */
  seats: z.int().min(1).max(100),
});

const FreeSlot = z.object({
  slotId: Id,
  on: DateOnly,
  fromMinute: Minute,
  toMinute: Minute,
  free: z.int(),
});

/** Hours of one day, and how many may be visited in them. */
const DayHours = z.object({
  slotId: Id,
  on: DateOnly,
  district: z.string(),
  fromMinute: Minute,
  toMinute: Minute,
  /** Null where the hours went out of use: nothing is booked in them any more. */
  seats: z.int().nullable(),
  /** Of all that are booked, whoever reaches them. */
  taken: z.int(),
});

const Visit = z.object({
  id: Id,
  dealId: Id,
  slotId: Id,
  on: DateOnly,
  name: z.string(),
  phone: z.string(),
  address: z.string(),
  district: z.string(),
  fromMinute: Minute,
  toMinute: Minute,
  bookedBy: z.string().nullable(),
  /** What it was for is done: the deal is connected. */
  isDone: z.boolean(),
});

/** A visit of a deal: still to come, over since its hours are, or called off for a reason. */
export const DealVisit = z.object({
  id: Id,
  on: DateOnly,
  fromMinute: Minute,
  toMinute: Minute,
  bookedBy: z.string().nullable(),
  state: z.enum(['coming', 'over', 'called_off']),
  reason: z.string(),
});

export const visitsApi = defineApi({
  'GET /api/visit-slots': {
    summary: 'Hours in which somebody can come, by district and weekday',
    permission: 'sales.work',
    input: Nothing,
    output: z.object({ slots: z.array(Hours.extend({ id: Id })) }),
  },
  'POST /api/visit-slots': {
    summary: 'Add hours',
    permission: 'sales.manage',
    input: Hours,
    output: z.object({ id: Id }),
    errors: ['sales.wrong_hours', 'sales.slot_taken'],
    status: 201,
  },
  'DELETE /api/visit-slots/{id}': {
    summary: 'Book nothing there any more; what was booked stays',
    permission: 'sales.manage',
    input: z.object({ id: Id }),
    output: Nothing,
    errors: ['sales.no_such_slot'],
  },
  'GET /api/deals/{id}/visit-slots': {
    summary: 'Hours of the coming two weeks with a seat left, where the deal connects',
    permission: 'sales.work',
    input: z.object({ id: Id }),
    output: z.object({ slots: z.array(FreeSlot) }),
    errors: ['sales.deal_not_found'],
  },
  'POST /api/deals/{id}/visit': {
    summary: 'Book a visit; one that is still to come is moved, for a reason',
    permission: 'sales.work',
    input: z.object({
      id: Id,
      slotId: Id,
      on: DateOnly,
      reason: z.string().trim().max(200).default(''),
    }),
    output: z.object({ id: Id }),
    errors: [
      'sales.deal_not_found',
      'sales.deal_closed',
      'sales.no_such_slot',
      'sales.slot_full',
      'sales.reason_needed',
    ],
    status: 201,
  },
  'POST /api/deals/{id}/visit/cancel': {
    summary: 'Call a visit off, for a reason',
    permission: 'sales.work',
    input: z.object({ id: Id, reason: Line }),
    output: Nothing,
    errors: ['sales.deal_not_found', 'sales.no_visit'],
  },
  'GET /api/visits': {
    summary: 'Visits of a day or a week that the asker reaches, and the hours with their seats',
    permission: 'sales.work',
    input: z.object({ on: DateOnly, days: z.coerce.number().int().min(1).max(7).default(1) }),
    output: z.object({ hours: z.array(DayHours), visits: z.array(Visit) }),
  },
});
