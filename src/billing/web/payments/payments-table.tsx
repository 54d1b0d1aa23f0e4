import { useState } from 'react';
import { Link } from 'react-router';
import { Badge } from '../../../ui/show/badge.tsx';
import { Money } from '../../../ui/show/money.tsx';
import { Instant } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Payment } from '../client.ts';
import { PaymentDialog } from './payment-dialog.tsx';
import css from './payments.module.css';
import { stateTones } from './state-tones.ts';

/** Payments, those that came last first; a click on the number opens one. */
export const PaymentsTable = ({ payments }: { payments: readonly Payment[] }) => {
  const t = useTexts('billing');
  const [openId, setOpenId] = useState<number | null>(null);
  const open = payments.find(({ id }) => id === openId);
  return (
    <div className={`${css.box} scroll`}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('payments.receivedAt')}</th>
            <th scope="col">{t('payments.paidAt')}</th>
            <th scope="col">{t('payments.number')}</th>
            <th scope="col">{t('payments.source')}</th>
            <th scope="col">{t('payments.account')}</th>
            <th scope="col">{t('payments.state')}</th>
            <th scope="col" className={css.number}>
              {t('payments.sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {payments.map((payment) => (
            <tr key={payment.id}>
              <td className={css.whole}>
                <Instant at={payment.receivedAt} />
              </td>
              <td className={`${css.whole} dim`}>
                <Instant at={payment.paidAt} />
              </td>
              <td>
                <button
                  type="button"
                  className={`tabular ${css.opens}`}
                  onClick={() => setOpenId(payment.id)}
                >
                  {payment.externalId}
                </button>
              </td>
              <td>{payment.source}</td>
              <td className="tabular">
                {payment.accountId === null ? (
                  <span className="dim">{payment.accountGiven || t('payments.noAccount')}</span>
                ) : (
                  <Link to={`/accounts/${payment.accountId}`}>{payment.account}</Link>
                )}
              </td>
              <td>
                <Badge tone={stateTones[payment.state]}>
                  {t(`choices.paymentState.${payment.state}`)}
                </Badge>
              </td>
              <td className={css.number}>
                <Money amountMinor={payment.amountMinor} currency={payment.currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open ? <PaymentDialog payment={open} onClose={() => setOpenId(null)} /> : null}
    </div>
  );
};
