import { z } from 'zod';
import { DateOnly, Id, Instant, Line } from '../../kernel/api/shapes.ts';
import { commissionKinds, deedKinds, payWays } from './kinds.ts';

/** Whole minor units, up to ten thousand million roubles. */
export const Minor = z.int().min(0).max(1e12);
export const Sum = Minor.min(1);

export const Words = z.string().trim().max(2000);

export const Contract = z.object({
  name: Line,
  contractNumber: Line,
  contractOn: DateOnly,
  terms: Words,
  creditLimitMinor: Minor,
});

export const Commission = z.object({
  id: Id,
  kind: z.enum(commissionKinds),
  /** Hundredths of a percent. */
  basisPoints: z.int().nullable(),
  amountMinor: z.int().nullable(),
  fromOn: DateOnly,
  toOn: DateOnly.nullable(),
});

/** What a dealer has of cards of one batch that it has not sold. */
export const Held = z.object({
  batchId: Id,
  series: z.string(),
  cards: z.int(),
  valueMinor: z.int(),
  validUntil: DateOnly,
  nextNumber: z.int(),
});

/** What one deed did to a range of cards. */
export const Deed = z.object({
  id: Id,
  kind: z.enum(deedKinds),
  series: z.string(),
  firstNumber: z.int(),
  lastNumber: z.int(),
  dealer: z.string().nullable(),
  valueMinor: z.int(),
  commissionMinor: z.int(),
  doneAt: Instant,
  doneBy: z.string().nullable(),
  reason: z.string(),
});

export const DealerPayment = z.object({
  id: Id,
  kind: z.enum(['taken', 'paid_in', 'returned']),
  account: z.string().nullable(),
  way: z.enum(payWays).nullable(),
  document: z.string(),
  amountMinor: z.int(),
  commissionMinor: z.int(),
  doneAt: Instant,
  doneBy: z.string().nullable(),
});

/** Cards and money of a dealer between two days. Below zero it owes. */
export const Counted = z.object({
  openingMinor: z.int(),
  closingMinor: z.int(),
  givenCards: z.int(),
  returnedCards: z.int(),
  soldCards: z.int(),
  soldMinor: z.int(),
  undoneCards: z.int(),
  undoneMinor: z.int(),
  takenPayments: z.int(),
  takenMinor: z.int(),
  /** None in settlements closed before returns were. */
  returnedPayments: z.int().default(0),
  returnedMinor: z.int().default(0),
  commissionMinor: z.int(),
  paidInMinor: z.int(),
});
export type Counted = z.output<typeof Counted>;
