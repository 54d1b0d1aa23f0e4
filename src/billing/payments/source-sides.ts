import type { Side } from '../../ledger/index.ts';
import type { SourceKind } from '../api/payment-kinds.ts';

/** Where the money of a source stands with us. */
const ownSides = {
  osmp: 'gateway',
  yookassa: 'gateway',
  bank: 'bank',
  cash: 'cash',
  cards: 'cards',
} as const satisfies Record<Exclude<SourceKind, 'dealers'>, string>;

/** Whether its money is on a bank account of ours, so that the bank's statement tells of it too. */
export const standsAtBank = (kind: SourceKind): boolean =>
  kind !== 'dealers' && ownSides[kind] === 'bank';

/** Where a payment of that source stands; a dealer has it in its own hands. */
export function ownSideOf(kind: SourceKind, dealerId?: number): Side {
  if (kind !== 'dealers') return { own: ownSides[kind] };
  if (dealerId === undefined) throw new Error('a payment at a dealer names the dealer');
  return { dealerId };
}
