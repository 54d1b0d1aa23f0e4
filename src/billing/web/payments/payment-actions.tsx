import { useMay } from '../../../ui/viewer.tsx';
import type { Payment } from '../client.ts';
import { PlacePayment } from './place-payment.tsx';
import { ReturnPayment } from './return-payment.tsx';

type Props = { payment: Payment; onDone: () => void };

/** What may be done with a payment now. */
export const PaymentActions = ({ payment, onDone }: Props) => {
  const may = useMay();
  const { state, sourceKind } = payment;
  // Cash is given back by whoever has a desk.
  const canReturn =
    state !== 'returned' && may('billing.refund') && (sourceKind !== 'cash' || may('billing.cash'));
  return (
    <>
      {state === 'unidentified' ? <PlacePayment payment={payment} onPlaced={onDone} /> : null}
      {canReturn ? <ReturnPayment payment={payment} onReturned={onDone} /> : null}
    </>
  );
};
