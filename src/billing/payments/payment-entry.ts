import type { Entry } from '../../ledger/index.ts';
import type { Source } from './source.ts';
import { ownSideOf } from './source-sides.ts';

/** A payment in the ledger: what its account gets, and where the money of its source stands. */
export const paymentEntry = (payment: {
  id: number;
  source: Pick<Source, 'id' | 'kind' | 'currency'>;
  account: { id: number } | null;
  amountMinor: number;
  occurredOn: string;
  dealerId?: number | undefined;
}): Entry => {
  const { id, source, account, amountMinor, occurredOn, dealerId } = payment;
  return {
    kind: 'payment',
    key: `payment ${id}`,
    occurredOn,
    currency: source.currency,
    lines: [
      { side: account ? { accountId: account.id } : { own: 'unidentified' }, amountMinor },
      { side: ownSideOf(source.kind, dealerId), amountMinor: -amountMinor },
    ],
    facts: { paymentId: id, sourceId: source.id },
  };
};
