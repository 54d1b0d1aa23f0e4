import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant } from '../../kernel/api/shapes.ts';
import { listRoutes } from '../../kernel/list/api.ts';
import { caseSources, caseStates, closingOutcomes, outcomes } from '../cases/states.ts';
import { listed } from './list.ts';
import { at, caseErrors, Changed, Named, Note, Version } from './shapes.ts';

/** What they are to us, and what has been: all that whoever speaks with them has to know. */
const Past = z.object({
  customerSince: DateOnly.nullable(),
  currency: z.string(),
  /** Sums are for those who may see the accounts. */
  monthlyMinor: z.int().nullable(),
  /** What was paid in the last 365 days. */
  paidYearMinor: z.int().nullable(),
  balanceMinor: z.int().nullable(),
  accounts: z.array(
    z.object({ id: Id, number: z.string(), state: z.string(), boundUntil: DateOnly.nullable() }),
  ),
  tariffs: z.array(z.string()),
  /** Of the last 90 days. */
  ticketsOpen: z.int(),
  ticketsRecent: z.int(),
  suspensionsYear: z.int(),
  /** What was promised before, the latest first. */
  promised: z.array(
    z.object({
      kind: z.enum(['discount', 'correction', 'promise', 'follow_up', 'offer']),
      words: z.string(),
      on: DateOnly,
      untilOn: DateOnly.nullable(),
      amountMinor: z.int().nullable(),
    }),
  ),
});

export const Case = z.object({
  id: Id,
  version: Version,
  subscriber: Named,
  source: z.enum(caseSources),
  state: z.enum(caseStates),
  outcome: z.enum(outcomes).nullable(),
  reason: Named.nullable(),
  reasonGroup: z.object({ id: Id, name: z.string(), takesOffers: z.boolean() }).nullable(),
  note: z.string(),
  isAngry: z.boolean(),
  isRepeated: z.boolean(),
  /** A number of theirs was let go to another operator, with no account that ends. */
  hasLetNumberGo: z.boolean(),
  owner: Named.nullable(),
  team: Named.nullable(),
  dueAt: Instant,
  spokenAt: Instant.nullable(),
  callAt: Instant.nullable(),
  openedAt: Instant,
  closedAt: Instant.nullable(),
  leftOn: DateOnly.nullable(),
  /** Their last day, of an open case whose application was accepted. */
  leavesOn: DateOnly.nullable(),
  isHereMonth: z.boolean().nullable(),
  isHereQuarter: z.boolean().nullable(),
  /** Every wish that it came from, the earliest first. */
  wishes: z.array(
    z.object({
      id: Id,
      source: z.enum(caseSources),
      words: z.string(),
      rule: z.string().nullable(),
      conversation: z.object({ id: Id, number: z.int() }).nullable(),
      ticketId: Id.nullable(),
      heardAt: Instant,
      heardBy: z.string().nullable(),
    }),
  ),
  /** Hidden while the one on the line was not verified. */
  past: Past.nullable(),
  history: z.array(
    z.object({
      id: Id,
      type: z.string(),
      at: Instant,
      actor: z.string().nullable(),
      facts: z.record(z.string(), z.unknown()),
    }),
  ),
});

export const casesApi = defineApi({
  ...listRoutes(listed),
  'POST /api/cases': {
    summary: 'Open a case for a wish to leave, or join the one that is open',
    permission: 'retention.work',
    input: z.object({
      /** Whose the conversation is where none is named. */
      subscriberId: Id.optional(),
      conversationId: Id.optional(),
      words: Note.default(''),
      isAngry: z.boolean().default(false),
    }),
    output: z.object({ id: Id, isNew: z.boolean() }),
    errors: [
      'retention.nobody_known',
      'retention.has_left',
      'retention.no_such_conversation',
      'subscribers.not_found',
      'subscribers.erased',
    ],
    status: 201,
  },
  'GET /api/cases/of-conversation/{conversationId}': {
    summary: 'The open case of whoever a conversation is with, and whether one may be opened',
    permission: 'retention.work',
    input: z.object({ conversationId: Id }),
    output: z.object({ caseId: Id.nullable(), isKnown: z.boolean() }),
    errors: ['retention.no_such_conversation'],
  },
  'GET /api/cases/{id}': {
    summary: 'A case with what they are to us and all that happened; its number is its id',
    permission: 'retention.work',
    input: z.object({ id: Id }),
    output: Case,
    errors: ['retention.no_such_case'],
  },
  'PUT /api/cases/{id}/reason': {
    summary: 'Say why they want to leave',
    permission: 'retention.work',
    input: z.object({ ...at, reasonId: Id, note: Note.default('') }),
    output: Changed,
    errors: [...caseErrors, 'retention.no_such_reason'],
  },
  'PUT /api/cases/{id}/owner': {
    summary: 'Take a case, give it to a colleague, or let it go',
    permission: 'retention.work',
    input: z.object({ ...at, ownerStaffId: Id.nullable() }),
    output: Changed,
    errors: [...caseErrors, 'retention.cannot_work'],
  },
  'PUT /api/cases/{id}/call': {
    summary: 'Keep when they asked to be called',
    permission: 'retention.work',
    input: z.object({ ...at, callAt: Instant.nullable() }),
    output: Changed,
    errors: [...caseErrors, 'retention.time_past'],
  },
  'POST /api/cases/{id}/spoken': {
    summary: 'Say that somebody has spoken with them',
    permission: 'retention.work',
    input: z.object(at),
    output: Changed,
    errors: caseErrors,
  },
  'PUT /api/cases/{id}/mood': {
    summary: 'Mark somebody as angry or as saying it again, who is offered nothing',
    permission: 'retention.work',
    input: z.object({ ...at, isAngry: z.boolean().optional(), isRepeated: z.boolean().optional() }),
    output: Changed,
    errors: caseErrors,
  },
  'POST /api/cases/{id}/close': {
    summary:
      'Say that they stay, that a number alone left, that it was no wish, or nobody answered',
    permission: 'retention.work',
    input: z.object({ ...at, outcome: z.enum(closingOutcomes), note: Note.default('') }),
    output: Changed,
    errors: [
      ...caseErrors,
      'retention.reason_first',
      'retention.exit_stands',
      'retention.notice_undecided',
      'retention.not_spoken',
      'retention.number_gone',
      'retention.by_exit',
    ],
  },
  'POST /api/cases/{id}/reopen': {
    summary: 'Open a case again that was closed too soon',
    permission: 'retention.work',
    input: z.object(at),
    output: Changed,
    errors: [
      'retention.no_such_case',
      'retention.changed_meanwhile',
      'retention.case_open',
      'retention.has_left',
      'retention.left_in_part',
      'retention.another_open',
    ],
  },
});

/** A case beside other work: on a card. */
export const CaseLine = z.object({
  id: Id,
  state: z.enum(caseStates),
  outcome: z.enum(outcomes).nullable(),
  leavesOn: DateOnly.nullable(),
  reason: z.string().nullable(),
  openedAt: Instant,
});
