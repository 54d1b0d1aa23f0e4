import { Modal } from '@mantine/core';
import { Link } from 'react-router';
import { formatNo } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { Facts } from '../../../ui/show/facts.tsx';
import { Money } from '../../../ui/show/money.tsx';
import { Instant } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Payment } from '../client.ts';
import { PaymentActions } from './payment-actions.tsx';
import { stateTones } from './state-tones.ts';

type Props = { payment: Payment; onClose: () => void };

/** What is known of a payment, with ways to whose it is. */
export const PaymentDialog = ({ payment, onClose }: Props) => {
  const t = useTexts('billing');
  const { accountId, subscriberId, accountGiven, account } = payment;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('payments.one', { number: formatNo(payment.id) })}
      size={520}
    >
      <Facts
        facts={[
          {
            label: t('payments.sum'),
            value: <Money amountMinor={payment.amountMinor} currency={payment.currency} />,
          },
          {
            label: t('payments.state'),
            value: (
              <Badge tone={stateTones[payment.state]}>
                {t(`choices.paymentState.${payment.state}`)}
              </Badge>
            ),
          },
          {
            label: t('payments.returned'),
            value:
              payment.returnedMinor === 0 ? null : (
                <Money amountMinor={payment.returnedMinor} currency={payment.currency} />
              ),
          },
          { label: t('payments.source'), value: payment.source },
          { label: t('payments.number'), value: payment.externalId },
          { label: t('payments.paidAt'), value: <Instant at={payment.paidAt} /> },
          { label: t('payments.receivedAt'), value: <Instant at={payment.receivedAt} /> },
          {
            label: t('payments.account'),
            value:
              accountId === null ? null : (
                <Link to={`/accounts/${accountId}`}>{t('statement.title', { account })}</Link>
              ),
          },
          {
            label: t('payments.holder'),
            value:
              subscriberId === null ? null : (
                <Link to={`/subscribers/${subscriberId}`}>{t('payments.openCard')}</Link>
              ),
          },
          {
            label: t('payments.accountGiven'),
            value: accountGiven === account ? null : accountGiven,
          },
          { label: t('payments.payer'), value: payment.payer },
          { label: t('payments.purpose'), value: payment.purpose },
        ]}
      />
      <PaymentActions payment={payment} onDone={onClose} />
    </Modal>
  );
};
