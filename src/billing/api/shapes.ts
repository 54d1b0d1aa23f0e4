import { z } from 'zod';
import { DateOnly, Id, Instant } from '../../kernel/api/shapes.ts';
import { correctionKinds, correctionStates } from './correction-kinds.ts';

/** Whole minor units that a person can mean: up to ten thousand million roubles. */
export const Amount = z.int().min(-1e12).max(1e12);

export const Words = z.string().trim().max(2000);

/** What becomes of a fee for leaving before a promised term is over. */
export const LeavingFee = z.enum(['charged', 'waived']).default('charged');

/** A thing of a later domain: a ticket under its number. */
export const Pointer = z.object({ kind: z.string().max(40), id: Id });

/** A line of a statement in few words. */
export const LineMention = z.object({
  id: Id,
  on: DateOnly,
  kind: z.string(),
  amountMinor: z.int(),
});

export const Correction = z.object({
  id: Id,
  accountId: Id,
  account: z.string(),
  currency: z.string(),
  subscriberId: Id,
  subscriberName: z.string(),
  kind: z.enum(correctionKinds),
  /** Positive raises the balance. */
  amountMinor: z.int(),
  reason: z.string(),
  words: z.string(),
  /** What it corrects: a line, or a period from its first day to its last. */
  line: LineMention.nullable(),
  fromOn: DateOnly.nullable(),
  toOn: DateOnly.nullable(),
  /** The correction that this one takes back. */
  reversesId: Id.nullable(),
  origin: Pointer.nullable(),
  state: z.enum(correctionStates),
  /** Null: nobody in person. */
  proposedBy: z.string().nullable(),
  proposedAt: Instant,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  refusal: z.string(),
  /** What the asker may do with it now. */
  may: z.object({ decide: z.boolean(), withdraw: z.boolean(), reverse: z.boolean() }),
  /** Why the asker may not decide, though others may: it is theirs, or above their limit. */
  hindrance: z.enum(['own', 'limit']).nullable(),
});
