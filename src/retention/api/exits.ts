import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { decisions, exitPapers, leavingFees, refusalGrounds } from '../exits/grounds.ts';
import { at, caseErrors, Changed, Note } from './shapes.ts';

const Settled = z.object({
  id: Id,
  number: z.string(),
  balanceMinor: z.int(),
  /** What leaving costs on the day that is asked of, by the terms that were agreed on. */
  feeMinor: z.int(),
  /** What is paid in parts, equipment and connecting, and falls due at once. */
  restMinor: z.int(),
});

const Equipment = z.object({
  id: Id,
  name: z.string(),
  serial: z.string(),
  returnedOn: DateOnly.nullable(),
});

const Exit = z.object({
  number: z.int(),
  appliedOn: DateOnly,
  endsOn: DateOnly,
  leavingFee: z.enum(leavingFees),
  words: z.string(),
  /** What leaving early costs as of the last day; once it is settled, what was taken. */
  feeMinor: z.int(),
  balanceMinor: z.int(),
  /** Which ones are closed with it, and when each has its last day. */
  accounts: z.array(z.object({ id: Id, number: z.string(), endsOn: DateOnly })),
  /** What keeps it from being settled after its last day, in words. */
  failure: z.string().nullable(),
  /** What stood on the accounts when they were closed; below zero it is owed. */
  finalMinor: z.int().nullable(),
  currency: z.string(),
  acceptedBy: z.string().nullable(),
  closedAt: Instant.nullable(),
});

const Notice = z.object({
  id: Id,
  number: z.string(),
  operator: z.string(),
  cameAt: Instant,
  dueAt: Instant,
  decision: z.enum(decisions).nullable(),
  ground: z.enum(refusalGrounds).nullable(),
  decidedAt: Instant.nullable(),
  /** What ends with the number. */
  account: z.string().nullable(),
  /** The number stays after all. */
  calledOffAt: Instant.nullable(),
});

const Short = z.string().trim().min(1).max(200);

export const exitsApi = defineApi({
  'GET /api/cases/{id}/exit': {
    summary: 'What leaving costs and gives back, what was accepted, and what is to be returned',
    permission: 'retention.work',
    /** With the last day that is thought of; today where none is named. */
    input: z.object({ id: Id, endsOn: DateOnly.optional() }),
    output: z.object({
      today: DateOnly,
      currency: z.string(),
      /** Open accounts as they stand now. */
      accounts: z.array(Settled),
      exit: Exit.nullable(),
      /** Of the exit; before one, what was handed over and is out. */
      equipment: z.array(Equipment),
      /** The latest first. */
      notices: z.array(Notice),
      mayWaive: z.boolean(),
    }),
    errors: ['retention.no_such_case', 'subscribers.caller_unverified'],
  },
  'POST /api/cases/{id}/exit': {
    summary: 'Accept an application to leave: after its last day accounts are closed and settled',
    permission: 'retention.work',
    input: z.object({
      ...at,
      /** The last day with service. */
      endsOn: DateOnly,
      /** Which accounts are left; all that are open where none is named. */
      accountIds: z.array(Id).min(1).max(100).optional(),
      leavingFee: z.enum(leavingFees).default('charged'),
      /** Why the fee for leaving early is waived. */
      words: Note.default(''),
      equipment: z
        .array(z.object({ name: Short, serial: z.string().trim().max(100).default('') }))
        .max(50)
        .default([]),
    }),
    output: Changed,
    errors: [
      ...caseErrors,
      'retention.exit_stands',
      'retention.other_fee',
      'retention.reason_first',
      'retention.wrong_end',
      'retention.no_account',
      'retention.may_not_waive',
      'billing.waiver_needs_words',
      'subscribers.caller_unverified',
    ],
  },
  'POST /api/cases/{id}/exit/withdraw': {
    summary: 'Take an application back before its day has come',
    permission: 'retention.work',
    input: z.object({
      ...at,
      /** Which accounts go on; all that are not closed yet where none is named. */
      accountIds: z.array(Id).min(1).max(100).optional(),
    }),
    output: Changed,
    errors: [...caseErrors, 'retention.no_exit', 'subscribers.caller_unverified'],
  },
  'PUT /api/cases/{id}/exit/equipment/{equipmentId}': {
    summary: 'Note that equipment came back, or that it did not after all',
    permission: 'retention.work',
    input: z.object({ id: Id, equipmentId: Id, returnedOn: DateOnly.nullable() }),
    output: Nothing,
    errors: ['retention.no_such_case', 'retention.no_such_equipment', 'retention.returned_ahead'],
  },
  'GET /api/cases/{id}/exit/papers/{paper}': {
    summary: 'The application to be signed, or the confirmation of what was done, as a PDF',
    permission: 'retention.work',
    kind: 'download',
    input: z.object({ id: Id, paper: z.enum(exitPapers) }),
    output: Nothing,
    errors: [
      'retention.no_such_case',
      'retention.no_exit',
      'retention.not_left_yet',
      'kernel.export_busy',
      'subscribers.caller_unverified',
    ],
  },
  'POST /api/port-notices': {
    summary: 'Keep that another operator asks for a number; it opens a case with its deadline',
    permission: 'retention.work',
    input: z.object({ subscriberId: Id, number: Short, operator: Short, dueAt: Instant }),
    output: z.object({ id: Id, isNew: z.boolean() }),
    errors: [
      'subscribers.not_found',
      'subscribers.erased',
      'retention.time_past',
      'retention.notice_stands',
      'retention.has_left',
    ],
    status: 201,
  },
  'POST /api/cases/{id}/notices/{noticeId}': {
    summary: 'Let a number go with its account, or refuse it on a ground that the law names',
    permission: 'retention.work',
    input: z.object({
      ...at,
      noticeId: Id,
      decision: z.enum(decisions),
      ground: z.enum(refusalGrounds).optional(),
      /** The account that ends with the number: their only one, or none where more stands there. */
      accountId: Id.nullable().optional(),
      /** Its last day with service; that of the deadline, or the one before it that stands. */
      endsOn: DateOnly.optional(),
      leavingFee: z.enum(leavingFees).default('charged'),
      /** Why the fee for leaving early is waived. */
      words: Note.default(''),
    }),
    output: Changed,
    errors: [
      'retention.no_such_case',
      'retention.changed_meanwhile',
      'retention.no_notice',
      'retention.ground_needed',
      'retention.no_debt',
      'retention.other_fee',
      'retention.account_needed',
      'retention.no_account',
      'retention.wrong_end',
      'retention.may_not_waive',
      'billing.waiver_needs_words',
      'subscribers.caller_unverified',
    ],
  },
});
