import type { SourceKind } from './payment-kinds.ts';

/**
 * What makes money of a source believed: a login or the addresses that it calls from; a secret key
 * by which the gateway itself is asked; or nobody calls, for our people or the program bring it.
 */
export type SourceGuard = 'login_or_address' | 'secret_key' | 'ours';

/** Of every kind, so that none is let in unguarded. */
export const sourceGuards: Readonly<Record<SourceKind, SourceGuard>> = {
  osmp: 'login_or_address',
  yookassa: 'secret_key',
  bank: 'ours',
  cash: 'ours',
  cards: 'ours',
  dealers: 'ours',
};

/** Whether it calls at a door of ours, so that it matters from where. */
export const isCaller = (kind: SourceKind): boolean => sourceGuards[kind] !== 'ours';
