import { useMay } from '../../../ui/viewer.tsx';
import type { Payment } from '../client.ts';
import { PlacePayment } from './place-payment.tsx';
import { ReturnPayment } from './return-payment.tsx';

type Props = { payment: Payment; onDone: () => void };

/** What may be done with a payment now. */
export const PaymentActions = ({ payment, onDone }: Props) => {
  const may = useMay();
  return (
    <>
      {payment.state === 'unidentified' ? (
        <PlacePayment payment={payment} onPlaced={onDone} />
      ) : null}
      {payment.state !== 'returned' && may('billing.refund') ? (
        <ReturnPayment payment={payment} onReturned={onDone} />
      ) : null}
    </>
  );
};
