import type { Counterpart, SideKind } from './kinds.ts';

/** The currency in which wallets are kept: whole points, without minor units. */
export const POINTS = 'PTS';

/** Whose money moves: a subscriber's account, a dealer's, a wallet, or the operator's own side. */
export type Side =
  | { accountId: number }
  | { dealerId: number }
  | { walletId: number }
  | { own: Counterpart };

/** A side as its row in `ledger_accounts` names it. */
export function namesOf(side: Side): {
  kind: SideKind;
  accountId: number | null;
  dealerId: number | null;
  walletId: number | null;
} {
  const nobody = { accountId: null, dealerId: null, walletId: null };
  if ('own' in side) return { ...nobody, kind: side.own };
  if ('dealerId' in side) return { ...nobody, kind: 'dealer', dealerId: side.dealerId };
  if ('walletId' in side) return { ...nobody, kind: 'wallet', walletId: side.walletId };
  return { ...nobody, kind: 'subscriber', accountId: side.accountId };
}

/** Whose it is among those of its kind; nothing of the operator's own. */
export function holderOf(side: Side): number | null {
  const { accountId, dealerId, walletId } = namesOf(side);
  return accountId ?? dealerId ?? walletId;
}
