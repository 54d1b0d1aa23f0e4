import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Line, Nothing, Paging } from '../../kernel/api/shapes.ts';
import { cashKinds } from './payment-kinds.ts';

const Sum = z.int().min(1).max(1e12);
const Counted = z.int().min(0).max(1e12);
const Words = z.string().trim().max(200).default('');
/** Made by the screen for one deed, and sent again with it until there is an answer. */
const Key = z.string().regex(/^[\w-]{8,64}$/);

const Desk = z.object({
  id: Id,
  name: z.string(),
  place: z.string(),
  currency: z.string(),
});

const DeskFields = z.object({
  name: Line,
  place: Words,
  /** Whose people work there; null is everybody who may take cash. */
  teamId: Id.nullable(),
  isEnabled: z.boolean(),
});

export const Shift = z.object({
  id: Id,
  number: z.int(),
  desk: Desk,
  cashier: z.string(),
  isMine: z.boolean(),
  openedAt: Instant,
  openingMinor: z.int(),
  /** What was counted at the opening beside what the shift before had left. */
  openingDifferenceMinor: z.int(),
  openingWords: z.string(),
  endedAt: Instant.nullable(),
  endedBy: z.string().nullable(),
  countedMinor: z.int().nullable(),
  /** Above zero more was counted than there should be. */
  differenceMinor: z.int().nullable(),
  words: z.string(),
  payments: z.int(),
  paymentsMinor: z.int(),
  returns: z.int(),
  returnsMinor: z.int(),
  inMinor: z.int(),
  outMinor: z.int(),
  /** What should be in the desk now, or should have been at the end. */
  expectedMinor: z.int(),
});

export const CashOperation = z.object({
  id: Id,
  shiftId: Id,
  /** The shift's number and that of the operation in it: 12-45. */
  receipt: z.string(),
  kind: z.enum(cashKinds),
  amountMinor: z.int(),
  currency: z.string(),
  givenMinor: z.int().nullable(),
  doneAt: Instant,
  words: z.string(),
  payer: z.string(),
  paymentId: Id.nullable(),
  /** What of the payment may still go back. */
  leftMinor: z.int(),
  accountId: Id.nullable(),
  account: z.string().nullable(),
  holder: z.string().nullable(),
});

const Payer = z.object({
  accountId: Id,
  account: z.string(),
  contract: z.string().nullable(),
  state: z.enum(['active', 'suspended', 'paused']),
  holder: z.string(),
  address: z.string().nullable(),
  balanceMinor: z.int(),
});

const inShift = ['billing.no_open_shift', 'billing.key_of_another'] as const;

export const cashApi = defineApi({
  'GET /api/cash-desks': {
    summary: 'Cash desks and who works at each',
    permission: 'billing.settings',
    input: Nothing,
    output: z.object({
      desks: z.array(
        Desk.extend({
          teamId: Id.nullable(),
          team: z.string().nullable(),
          isEnabled: z.boolean(),
          version: z.int(),
          /** Who has a shift there now. */
          cashier: z.string().nullable(),
        }),
      ),
    }),
  },
  'POST /api/cash-desks': {
    summary: 'Set up a cash desk',
    permission: 'billing.settings',
    input: DeskFields,
    output: z.object({ id: Id }),
    errors: ['billing.source_taken', 'billing.no_such_team'],
    status: 201,
  },
  'PUT /api/cash-desks/{id}': {
    summary: 'Change a cash desk; one with an open shift is not closed',
    permission: 'billing.settings',
    input: DeskFields.extend({ id: Id, version: z.int() }),
    output: z.object({ version: z.int() }),
    errors: [
      'billing.no_such_source',
      'billing.source_changed_meanwhile',
      'billing.source_taken',
      'billing.no_such_team',
      'billing.desk_has_shift',
    ],
  },
  'GET /api/cash': {
    summary: 'One’s own open shift, or the desks where one may be opened',
    permission: 'billing.cash',
    input: Nothing,
    output: z.object({
      shift: Shift.nullable(),
      desks: z.array(
        Desk.extend({
          /** What the last shift has left there; null before the first. */
          leftMinor: z.int().nullable(),
          cashier: z.string().nullable(),
        }),
      ),
    }),
  },
  'GET /api/cash/payers': {
    summary: 'Accounts to take money for, by a number, a name, a phone or an address',
    permission: 'billing.cash',
    input: z.object({ q: z.string().trim().min(1).max(100) }),
    output: z.object({ payers: z.array(Payer) }),
    errors: ['billing.no_open_shift'],
  },
  'POST /api/cash/shifts': {
    summary: 'Open a shift with the cash that was counted',
    permission: 'billing.cash',
    input: z.object({ deskId: Id, openingMinor: Counted, words: Words }),
    output: z.object({ id: Id, number: z.int() }),
    errors: ['billing.no_such_desk', 'billing.shift_open', 'billing.name_difference'],
    status: 201,
  },
  'POST /api/cash/payments': {
    summary: 'Take cash for an account, once for a key',
    permission: 'billing.cash',
    input: z.object({
      key: Key,
      accountId: Id,
      amountMinor: Sum,
      givenMinor: Sum.nullable().default(null),
      payer: Words,
    }),
    output: z.object({ id: Id, receipt: z.string(), changeMinor: z.int() }),
    errors: [
      'billing.no_such_account',
      'billing.account_closed',
      'billing.other_currency',
      'billing.given_less',
      'subscribers.erased',
      'subscribers.caller_unverified',
      ...inShift,
    ],
    status: 201,
  },
  'POST /api/cash/payments/{id}/returns': {
    summary:
      'Give cash back that was taken in this shift; of an earlier one with the right to refund',
    permission: 'billing.cash',
    input: z.object({ id: Id, key: Key, amountMinor: Sum, reason: Line }),
    output: z.object({ id: Id, receipt: z.string() }),
    errors: [
      'billing.no_such_payment',
      'billing.not_cash',
      'billing.other_shift',
      'billing.above_payment',
      'billing.not_enough_cash',
      ...inShift,
    ],
    status: 201,
  },
  'POST /api/cash/movements': {
    summary: 'Bring cash into the desk, or carry it away, with the reason',
    permission: 'billing.cash',
    input: z.object({ key: Key, kind: z.enum(['in', 'out']), amountMinor: Sum, reason: Line }),
    output: z.object({ id: Id, receipt: z.string() }),
    errors: ['billing.not_enough_cash', ...inShift],
    status: 201,
  },
  'GET /api/cash/shifts': {
    summary: 'Shifts, the latest first',
    permission: 'billing.cash_shifts',
    input: Paging.extend({ deskId: Id.optional() }),
    output: z.object({ shifts: z.array(Shift), nextCursor: z.string().nullable() }),
    errors: ['kernel.bad_cursor'],
  },
  'GET /api/cash/shifts/{id}': {
    summary: 'One shift with its sums: the X report while it is open, the Z report after',
    permission: 'billing.cash_shifts',
    input: z.object({ id: Id }),
    output: Shift,
    errors: ['billing.no_such_shift'],
  },
  'POST /api/cash/shifts/{id}/end': {
    summary: 'End a shift with the cash that was counted; a difference is named',
    permission: 'billing.cash_shifts',
    input: z.object({
      id: Id,
      countedMinor: Counted,
      /** What the one who counts was told should be there: what moved since is counted anew. */
      expectedMinor: z.int(),
      words: Words,
    }),
    output: z.object({ differenceMinor: z.int() }),
    errors: [
      'billing.no_such_shift',
      'billing.shift_ended',
      'billing.shift_moved',
      'billing.name_difference',
    ],
  },
  'GET /api/cash/shifts/{id}/operations': {
    summary: 'What moved in a shift, the latest first',
    permission: 'billing.cash_shifts',
    input: Paging.extend({ id: Id }),
    output: z.object({ operations: z.array(CashOperation), nextCursor: z.string().nullable() }),
    errors: ['billing.no_such_shift', 'kernel.bad_cursor'],
  },
  'GET /api/cash/operations/{id}': {
    summary: 'One operation of a shift, to print its receipt',
    permission: 'billing.cash_shifts',
    input: z.object({ id: Id }),
    output: CashOperation.extend({ operator: z.string(), shift: Shift }),
    errors: ['billing.no_such_operation'],
  },
});
