import { z } from 'zod';
import { defineApi, defineErrors } from '../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing } from '../kernel/api/shapes.ts';
import { sideKinds } from './kinds.ts';

/** What moved for one kind of holder, or on one side of the operator's own, in one currency. */
const BalanceRow = z.object({
  kind: z.enum(sideKinds),
  currency: z.string(),
  openingMinor: z.int(),
  /** What was taken from the holder, and what was given: both at least zero. */
  debitMinor: z.int(),
  creditMinor: z.int(),
  closingMinor: z.int(),
  postings: z.int(),
});

export const api = defineApi({
  'GET /api/ledger/trial-balance': {
    summary: 'What moved in a period by kind of holder; all of a currency together is zero',
    permission: 'ledger.view',
    input: z.object({ from: DateOnly, to: DateOnly }),
    output: z.object({ rows: z.array(BalanceRow), closedThrough: DateOnly.nullable() }),
    errors: ['ledger.wrong_period'],
  },
  'GET /api/ledger/closings': {
    summary: 'Periods that were closed, the latest first',
    permission: 'ledger.view',
    input: Nothing,
    output: z.object({
      closings: z.array(
        z.object({
          id: Id,
          closedThrough: DateOnly,
          closedAt: Instant,
          closedBy: z.string().nullable(),
          /** Null while it is being counted. */
          postings: z.int().nullable(),
        }),
      ),
    }),
  },
  'POST /api/ledger/closings': {
    summary: 'Close all days through one for good: nothing is posted on them any more',
    permission: 'ledger.close',
    input: z.object({ through: DateOnly }),
    output: z.object({ id: Id }),
    errors: ['ledger.not_over', 'ledger.already_closed'],
    status: 201,
  },
});

export const errors = defineErrors({
  'ledger.wrong_period': 422,
  'ledger.not_over': 422,
  'ledger.already_closed': 409,
  'ledger.day_closed': 409,
  'ledger.key_reused': 409,
  'ledger.key_repeated': 422,
  'ledger.not_whole': 422,
  'ledger.unbalanced': 422,
  'ledger.no_such_transaction': 404,
});
