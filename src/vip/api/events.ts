import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { costStates, eventKinds } from '../kinds.ts';
import { Guest } from './guests.ts';
import { Amount, at, Changed, Name, Named, Note, Words } from './shapes.ts';

const permission = 'vip.work';
const approve = 'vip.approve';

const Fields = z.object({
  kind: z.enum(eventKinds),
  /** What it is, where the kind is the operator's own. */
  kindName: z.string().trim().max(120).default(''),
  name: Name,
  on: DateOnly,
  beginsAt: z
    .string()
    .regex(/^(?:|(?:[01]\d|2[0-3]):[0-5]\d)$/)
    .default(''),
  place: z.string().trim().max(300).default(''),
  /** Teams play for places; else guests sit at tables. */
  isContest: z.boolean(),
  inChargeId: Id,
  budgetMinor: Amount,
  /** Words of the invitation; ours where there are none. */
  words: Note.default(''),
  cupItemId: Id.nullable().default(null),
  comfortItemId: Id.nullable().default(null),
});

const Listed = z.object({
  ...at,
  kind: z.enum(eventKinds),
  kindName: z.string(),
  name: z.string(),
  on: DateOnly,
  beginsAt: z.string(),
  place: z.string(),
  isContest: z.boolean(),
  inCharge: Named,
  budgetMinor: z.int(),
  spentMinor: z.int(),
  askedMinor: z.int(),
  invited: z.int(),
  accepted: z.int(),
  came: z.int(),
  isCancelled: z.boolean(),
});

const Team = z.object({
  ...at,
  name: z.string(),
  seats: z.int(),
  /** With companions. */
  taken: z.int(),
  place: z.int().nullable(),
});

const Cost = z.object({
  ...at,
  name: z.string(),
  amountMinor: z.int(),
  state: z.enum(costStates),
  overspendReason: z.string(),
  addedBy: Named.nullable(),
  approvedBy: Named.nullable(),
  /** Asked for by the one who asks: another approves. */
  isMine: z.boolean(),
});

const Bounds = z.object({ low: z.number(), high: z.number() });
const Difference = Bounds.extend({ difference: z.number() });
const Group = z.object({ guests: z.int(), meanMinor: z.number(), stayed: z.int() });

const fields = [
  'vip.no_such_personal_manager',
  'vip.no_such_item',
  'vip.kind_needed',
  'vip.unknown_word',
];
const locked = ['vip.no_such_event', 'vip.changed_meanwhile', 'vip.not_in_charge'];

export const eventsApi = defineApi({
  'GET /api/vip-events': {
    summary: 'Events for clients: those to come, then those that were, the latest first',
    permission,
    input: Nothing,
    output: z.object({ events: z.array(Listed), currency: z.string(), today: DateOnly }),
  },
  'GET /api/vip-events/{id}': {
    summary: 'An event: guests whom one reaches, teams or tables, costs and photos',
    permission,
    input: z.object({ id: Id }),
    output: Listed.extend({
      words: z.string(),
      cupItem: Named.nullable(),
      comfortItem: Named.nullable(),
      currency: z.string(),
      today: DateOnly,
      /** Whether one may lead it: in charge, or somebody who approves. */
      isLed: z.boolean(),
      guests: z.array(Guest),
      teams: z.array(Team),
      costs: z.array(Cost),
      photos: z.array(z.object({ fileId: Id, addedAt: Instant })),
    }),
    errors: ['vip.no_such_event'],
  },
  'POST /api/vip-events': {
    summary: 'Plan an event with its budget and whoever is in charge of it',
    permission: approve,
    input: Fields,
    output: Changed,
    errors: [...fields, 'vip.term_past', 'vip.own_wish'],
    status: 201,
  },
  'PUT /api/vip-events/{id}': {
    summary: 'Change an event; its budget by another who approves than who is in charge',
    permission,
    input: Fields.extend(at),
    output: Changed,
    errors: [...locked, ...fields, 'vip.own_wish', 'vip.prize_handed'],
  },
  'POST /api/vip-events/{id}/cancel': {
    summary: 'Call an event off: invitations that wait do not leave',
    permission,
    input: z.object({ ...at, reason: Words }),
    output: Changed,
    errors: [...locked, 'vip.event_over', 'vip.prize_handed'],
  },
  'POST /api/vip-events/{id}/resume': {
    summary: 'Let an event that was called off take place after all',
    permission,
    input: z.object({ ...at, reason: Words }),
    output: Changed,
    errors: [...locked, 'vip.event_stands'],
  },
  'POST /api/vip-events/{id}/teams': {
    summary: 'Add a team, or a table',
    permission,
    input: z.object({ id: Id, name: Name, seats: z.int().min(1).max(500) }),
    output: Changed,
    errors: [...locked, 'vip.name_taken', 'vip.event_over'],
    status: 201,
  },
  'PUT /api/vip-event-teams/{id}': {
    summary: 'Rename a team, or change how many it seats',
    permission,
    input: z.object({ ...at, name: Name, seats: z.int().min(1).max(500) }),
    output: Changed,
    errors: [...locked, 'vip.no_such_team', 'vip.name_taken', 'vip.seats_taken'],
  },
  'DELETE /api/vip-event-teams/{id}': {
    summary: 'Let a team go in which nobody is',
    permission,
    input: z.object({ id: Id }),
    output: Nothing,
    errors: [...locked, 'vip.no_such_team', 'vip.seats_taken'],
  },
  'PUT /api/vip-events/{id}/results': {
    summary: 'Say what places teams took; a change of what was said needs a reason',
    permission,
    input: z.object({
      ...at,
      places: z
        .array(z.object({ teamId: Id, place: z.int().min(1).max(100).nullable() }))
        .min(1)
        .max(200),
      reason: Note.default(''),
    }),
    output: Changed,
    errors: [
      ...locked,
      'vip.no_such_team',
      'vip.no_contest',
      'vip.event_not_yet',
      'vip.event_over',
      'vip.reason_needed',
      'vip.prize_handed',
    ],
  },
  'POST /api/vip-events/{id}/costs': {
    summary: 'Add a cost: within the budget it stands, above it another has to approve',
    permission,
    input: z.object({
      id: Id,
      name: Name,
      amountMinor: Amount.min(1),
      overspendReason: Note.default(''),
    }),
    output: Changed,
    errors: [...locked, 'vip.event_over_budget'],
    status: 201,
  },
  'POST /api/vip-event-costs/{id}/approve': {
    summary: 'Approve a cost of another above the budget',
    permission: approve,
    input: z.object(at),
    output: Changed,
    errors: [...locked, 'vip.no_such_cost', 'vip.decided_already', 'vip.own_wish'],
  },
  'POST /api/vip-event-costs/{id}/remove': {
    summary: 'Take a cost back, or refuse it, with the reason',
    permission,
    input: z.object({ ...at, reason: Words }),
    output: Changed,
    errors: [...locked, 'vip.no_such_cost', 'vip.decided_already'],
  },
  'POST /api/vip-events/{id}/photos': {
    summary: 'Keep a photo of an event',
    permission,
    kind: 'upload',
    input: z.object({ id: Id }),
    output: z.object({ fileId: Id }),
    errors: [...locked, 'vip.not_a_photo', 'vip.too_many_photos'],
    status: 201,
    perMinute: 120,
  },
  'GET /api/vip-events/{id}/photos/{fileId}': {
    summary: 'A photo of an event',
    permission,
    kind: 'download',
    input: z.object({ id: Id, fileId: Id }),
    output: Nothing,
    errors: ['vip.no_such_photo'],
  },
  'POST /api/vip-events/{id}/photos/{fileId}/remove': {
    summary: 'Remove a photo for good, with the reason',
    permission,
    input: z.object({ id: Id, fileId: Id, reason: Words }),
    output: Nothing,
    errors: [...locked, 'vip.no_such_photo'],
  },
  'GET /api/vip-events/{id}/effect': {
    summary: 'Who came, and what became of them beside the invited who did not come',
    permission: approve,
    input: z.object({ id: Id }),
    output: z.object({
      currency: z.string(),
      invited: z.int(),
      came: z.int(),
      /** Within which bounds the share who come lies; none of too few. */
      share: Bounds.nullable(),
      /** Closed months after the event that could be looked at. */
      months: z.int(),
      attended: Group,
      absent: Group,
      /** Of the change in what a month brings. */
      spending: Difference.nullable(),
      stay: Difference.nullable(),
      fewest: z.int(),
    }),
    errors: ['vip.no_such_event'],
  },
});
