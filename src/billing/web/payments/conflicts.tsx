import { Button } from '@mantine/core';
import { Check } from 'lucide-react';
import { formatInstant, formatMoney } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, useWrite, type Conflict } from '../client.ts';
import css from './payments.module.css';

/** Numbers that came again with another sum or account: refused, and to be looked into. */
export const Conflicts = () => {
  const t = useTexts('billing');
  const conflicts = useRead('GET /api/payment-conflicts').data?.conflicts ?? [];
  if (conflicts.length === 0) return null;
  return (
    <section className={css.conflicts} aria-label={t('conflicts.title')}>
      <h2>{t('conflicts.title')}</h2>
      <p className="dim">{t('conflicts.text')}</p>
      <ul>
        {conflicts.map((conflict) => (
          <Line key={conflict.id} conflict={conflict} />
        ))}
      </ul>
    </section>
  );
};

const Line = ({ conflict }: { conflict: Conflict }) => {
  const t = useTexts('billing');
  const settle = useWrite('POST /api/payment-conflicts/{id}/settle', ['/api/payment-conflicts']);
  const { id, payment, accountGiven, amountMinor, receivedAt, times } = conflict;
  const { currency } = payment;
  return (
    <li>
      <div>
        <b>{t('conflicts.line', { source: payment.source, number: payment.externalId })}</b>
        <div>
          {t('conflicts.first', {
            sum: formatMoney(payment.amountMinor, currency),
            account: payment.accountGiven,
          })}
          {'; '}
          {t('conflicts.then', { sum: formatMoney(amountMinor, currency), account: accountGiven })}
        </div>
        <div className="dim">
          {t('conflicts.since', { at: formatInstant(receivedAt), count: times })}
        </div>
      </div>
      <Button
        size="compact-sm"
        leftSection={<Check size={14} />}
        loading={settle.isPending}
        onClick={() => void settle.mutateAsync({ id }).catch(notifyProblem)}
      >
        {t('conflicts.settle')}
      </Button>
    </li>
  );
};
