import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Line, Nothing, Paging } from '../../kernel/api/shapes.ts';
import type { Condition } from '../../kernel/conditions/condition.ts';
import { ConditionShape } from '../../kernel/conditions/condition-shape.ts';
import { MacroFields } from './macros.ts';
import { moments, outcomes } from './moments.ts';
import { Version, Words } from './shapes.ts';

const body = {
  name: Line,
  moment: z.enum(moments),
  /** Of a moment that lasts: how long, in seconds of the calendar's hours, of all hours if none. */
  afterSeconds: z.int().min(0).max(31_536_000),
  calendarId: Id.nullable(),
  /** Of which tickets, in the fields of their list; null is all. */
  condition: ConditionShape.nullable(),
  /** What it does, as a macro does it. */
  fields: MacroFields.omit({ takes: true }),
  /** An internal note, or a message to the subscriber; none where it is empty. */
  note: Words,
  /** As it was where it is left out; of a new rule, a note. */
  noteKind: z.enum(['note', 'reply']).optional(),
  /** Who hears of the ticket from then on, too. */
  watcherIds: z.array(Id).max(50),
};

const Rule = z.object({
  id: Id,
  ...body,
  noteKind: z.enum(['note', 'reply']),
  /** As it was given. */
  condition: z.custom<Condition>().nullable(),
  version: Version,
  isOn: z.boolean(),
  onSince: Instant.nullable(),
  isArchived: z.boolean(),
  /** Somebody has looked at what it would have done, as it stands now. */
  isTried: z.boolean(),
  /** The code of what makes its condition unreadable: a field that is gone. */
  problem: z.string().nullable(),
  /** Of the last thirty days, how often with which outcome. */
  counts: z.partialRecord(z.enum(outcomes), z.int()),
});

const Change = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() });

const TrialRow = z.object({
  ticketId: Id,
  subject: z.string(),
  at: Instant,
  changes: z.array(Change),
});

/** What a rule would have done in a time that is past. */
const Trial = z.object({
  from: Instant,
  to: Instant,
  /** How often it would have acted, on how many tickets, and how often to no effect. */
  count: z.int(),
  tickets: z.int(),
  idle: z.int(),
  days: z.array(z.object({ on: DateOnly, count: z.int() })),
  /** False where there was too much: then only the newest were looked at. */
  isWhole: z.boolean(),
  /** Only what lasts still is known: the history does not keep how it was. */
  isPresentOnly: z.boolean(),
  /** Fields of the condition that the history does not keep: taken as they are now. */
  asNow: z.array(z.string()),
  /** The newest of them that the reader may see. */
  rows: z.array(TrialRow),
  /** Names behind the ids in the changes: `staff 7`. */
  names: z.record(z.string(), z.string()),
});

export type TrialShown = z.input<typeof Trial>;

const Run = z.object({
  id: Id,
  ticketId: Id,
  subject: z.string(),
  at: Instant,
  outcome: z.enum(outcomes),
  reason: z.string().nullable(),
});

const refused = [
  'tickets.rule_taken',
  'tickets.rule_empty',
  'tickets.rule_after_needed',
  'tickets.no_such_calendar',
  'tickets.no_such_category',
  'tickets.no_such_team',
  'tickets.cannot_work',
  'tickets.date_needed',
  'work.value_misfit',
  'work.attribute_undefined',
  'work.label_not_found',
  'work.unknown_variable',
  'tickets.rule_personal',
  'kernel.unknown_field',
  'kernel.bad_condition',
] as const;

const permission = 'tickets.settings';

export const rulesApi = defineApi({
  'GET /api/ticket-rules': {
    summary: 'Rules in their order, with what they did lately; those no longer used stand last',
    permission,
    input: Nothing,
    output: z.object({ rules: z.array(Rule) }),
  },
  'POST /api/ticket-rules': {
    summary: 'Make a rule; it is switched off until somebody has looked at what it would have done',
    permission,
    input: z.object(body),
    output: z.object({ id: Id }),
    errors: refused,
    status: 201,
  },
  'PUT /api/ticket-rules/{id}': {
    summary: 'Change a rule; one that does something else from now on is switched off',
    permission,
    input: z.object({ id: Id, version: Version, ...body, isArchived: z.boolean() }),
    output: z.object({ id: Id, version: Version }),
    errors: ['tickets.no_such_rule', 'tickets.changed_meanwhile', ...refused],
  },
  'POST /api/ticket-rules/{id}/trial': {
    summary:
      'What the rule would have done in the last thirty days; after it, it may be switched on',
    permission,
    input: z.object({ id: Id }),
    output: Trial,
    errors: [
      'tickets.no_such_rule',
      'tickets.changed_meanwhile',
      'kernel.unknown_field',
      'kernel.bad_condition',
    ],
  },
  'POST /api/ticket-rules/{id}/switch': {
    summary: 'Switch a rule on or off',
    permission,
    input: z.object({ id: Id, version: Version, isOn: z.boolean() }),
    output: Nothing,
    errors: ['tickets.no_such_rule', 'tickets.changed_meanwhile', 'tickets.rule_untried'],
  },
  'PUT /api/ticket-rules/order': {
    summary: 'Say in which order rules go; those not named stand after them',
    permission,
    input: z.object({ ids: z.array(Id).max(500) }),
    output: Nothing,
  },
  'GET /api/ticket-rules/{id}/runs': {
    summary:
      'What a rule did and what was stopped, on tickets that the reader may see, newest first',
    permission,
    input: Paging.extend({ id: Id }),
    output: z.object({ runs: z.array(Run), nextCursor: z.string().nullable() }),
    errors: ['tickets.no_such_rule', 'kernel.bad_cursor'],
  },
});
