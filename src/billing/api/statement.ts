import { z } from 'zod';
import { meters } from '../../catalog/api.ts';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Paging } from '../../kernel/api/shapes.ts';
import { Correction, LineMention } from './shapes.ts';

/** A thing of a later domain that points here, with its words. */
const Mark = z.object({ kind: z.string(), id: Id, title: z.string() });

/** What a charge is for. */
const LineCharge = z.object({
  kind: z.enum(['fee', 'connection', 'instalment', 'usage', 'one_off']),
  /** First day of the month that it is for. */
  month: DateOnly,
  /** Null where it is of none, or of one that is gone. */
  product: z.string().nullable(),
  /** What was measured. */
  meter: z.enum(meters).nullable(),
  words: z.string(),
});

const StatementLine = LineMention.extend({
  recordedAt: Instant,
  /** What stood on the account after it. */
  balanceMinor: z.int(),
  /** What it is for, where it is a charge. */
  charge: LineCharge.nullable(),
  /** The name of the source of payments that brought it, where it is a payment. */
  source: z.string().nullable(),
  /** The correction that this line is, or takes back. */
  correction: Correction.nullable(),
  /** Corrections of this line. */
  corrections: z.array(Correction),
  marks: z.array(Mark),
});

export const statementApi = defineApi({
  'GET /api/accounts/{id}/statement': {
    summary: 'An account’s charges, payments and corrections with the balance after each',
    permission: 'billing.view',
    input: Paging.extend({
      id: Id,
      /** Both days are part of the period. */
      from: DateOnly.optional(),
      to: DateOnly.optional(),
    }),
    output: z.object({
      account: z.object({
        id: Id,
        number: z.string(),
        currency: z.string(),
        state: z.enum(['active', 'suspended', 'paused', 'closed']),
        balanceMinor: z.int(),
        subscriberId: Id,
        subscriberName: z.string(),
        canPropose: z.boolean(),
      }),
      /** Of the whole period: what stood before it, what came and went, what stood after it. */
      totals: z.object({
        openingMinor: z.int(),
        raisedMinor: z.int(),
        loweredMinor: z.int(),
        closingMinor: z.int(),
      }),
      /** The latest first. */
      lines: z.array(StatementLine),
      /** Corrections that nobody has decided on yet. */
      pending: z.array(Correction),
      /** Periods that work of later domains is about. */
      periods: z.array(z.object({ fromOn: DateOnly, toOn: DateOnly, mark: Mark })),
      nextCursor: z.string().nullable(),
    }),
    errors: [
      'billing.no_such_account',
      'billing.wrong_period',
      'kernel.bad_cursor',
      'subscribers.caller_unverified',
    ],
  },
});

export type StatementLine = z.output<typeof StatementLine>;
export type LineCharge = z.output<typeof LineCharge>;
export type Mark = z.output<typeof Mark>;
