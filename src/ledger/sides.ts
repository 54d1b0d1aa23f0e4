/** The operator's own side of a movement. */
export type Counterpart =
  | 'opening_balances'
  | 'revenue'
  | 'cash'
  | 'bank'
  | 'gateway'
  | 'corrections'
  /** Payments whose account is not known yet. */
  | 'unidentified'
  /** Cards that were sold and not activated. */
  | 'cards'
  | 'commission'
  | 'write_offs'
  /** Cash between a desk and the bank or the safe. */
  | 'cash_in_transit'
  /** Counted in a cash desk more, or less, than there should be. */
  | 'cash_differences';

/** Whose money moves: a subscriber's account, a dealer's, or the operator's own side. */
export type Side = { accountId: number } | { dealerId: number } | { own: Counterpart };

/** A side as its row in `ledger_accounts` names it. */
export function namesOf(side: Side): {
  kind: string;
  accountId: number | null;
  dealerId: number | null;
} {
  if ('own' in side) return { kind: side.own, accountId: null, dealerId: null };
  if ('dealerId' in side) return { kind: 'dealer', accountId: null, dealerId: side.dealerId };
  return { kind: 'subscriber', accountId: side.accountId, dealerId: null };
}
