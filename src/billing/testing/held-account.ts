import type { Due, ModelAccount, Rules } from './charging-model.ts';

export type Settings = Rules & { graceDays: number; postpaidGraceDays: number; spares: boolean };

/** What is promised and may be spent until a moment, and since when it was short before. */
export type Promised = {
  amountMinor: number;
  paidMinor: number;
  takenMs: number;
  dueMs: number;
  shortOn: string | null;
};

/** An account in a test: what the model knows of it, and where it stands by the model. */
export type Held = ModelAccount & {
  id: number;
  number: string;
  currency: string;
  creditMinor: number;
  state: 'active' | 'suspended' | 'paused';
  /** Why it is suspended, if it is. */
  why: 'debt' | 'by_hand' | null;
  pauses: Set<number>;
  shortOn: string | null;
  promised: Promised | null;
  /** What was charged, by the month that it is for. */
  charged: Map<string, Due>;
  chargedMinor: number;
  /** Payments less what was charged once. */
  movedMinor: number;
  /** All that moved, by the month of its day in the ledger. */
  moves: Map<string, number>;
};

/** An account that nothing has happened to. */
export const newlyHeld = (
  account: Pick<
    Held,
    'id' | 'number' | 'currency' | 'creditMinor' | 'isPostpaid' | 'subscriptions'
  >,
): Held => ({
  ...account,
  breaks: [],
  discounts: [],
  usage: [],
  state: 'active',
  why: null,
  pauses: new Set(),
  shortOn: null,
  promised: null,
  charged: new Map(),
  chargedMinor: 0,
  movedMinor: 0,
  moves: new Map(),
});

/** What is due, or was charged, together. */
export const sumOf = (due: Due | undefined): number =>
  [...(due?.values() ?? [])].reduce((sum, amount) => sum + amount, 0);
