import type { RawBuilder } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** In the order of the page: what stands in several is counted in the first for the sum. */
export const processKeys = [
  'callbacks',
  'recommendations',
  'pitches',
  'leavers',
  'norms',
  'suspensions',
  'nodes',
  'prices',
] as const;
export type ProcessKey = (typeof processKeys)[number];

/** By what row a contact is known. */
export const contactSources = [
  'conversation',
  'deal',
  'case',
  'ticket',
  'account',
  'subscriber',
] as const;

/** A month of the operator's calendar: its first day and the next one's, and both as instants. */
export type Span = {
  month: string;
  next: string;
  from: RawBuilder<unknown>;
  to: RawBuilder<unknown>;
};

/**
 * One process that may lose money: of the contacts of a month which went wrong and which are
 * comparable and went right, in strata of what is alike, and what came of each.
 */
export type LostProcess = {
  /** What is good: to have bought, worth what buyers pay; to have stayed, worth what they pay. */
  outcome: 'bought' | 'stayed';
  /** So long after a contact its outcome is known. */
  days: number;
  /** The share that went wrong with the 128 operators of the study; null where it has none. */
  study: number | null;
  /**
   * A SELECT of contacts: `kind`, `ref_id`, `at`, `root_id`, `person` (by which two contacts are
   * known to be of the same), `stratum`, `is_wrong`, `is_good`, `worth_minor` a month (of who
   * stays, what they paid; of who bought, what they took) and an `amount` that says how wrong.
   */
  contacts: (ctx: Ctx, span: Span) => RawBuilder<unknown>;
};
