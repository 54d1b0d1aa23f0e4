import { Button } from '@mantine/core';
import { Check, Plus } from 'lucide-react';
import { formatInstant, formatMoney } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, useWrite, type Doubt } from '../client.ts';
import css from './payments.module.css';

/** Lines of statements that look as if they came already: credited once a person says so. */
export const Doubts = () => {
  const t = useTexts('billing');
  const doubts = useRead('GET /api/payment-doubts').data?.doubts ?? [];
  if (doubts.length === 0) return null;
  return (
    <section className={css.conflicts} aria-label={t('doubts.title')}>
      <h2>{t('doubts.title')}</h2>
      <p>{t('doubts.text')}</p>
      <ul>
        {doubts.map((doubt) => (
          <Line key={doubt.id} doubt={doubt} />
        ))}
      </ul>
    </section>
  );
};

const Line = ({ doubt }: { doubt: Doubt }) => {
  const t = useTexts('billing');
  const settle = useWrite('POST /api/payment-doubts/{id}/settle', [
    '/api/payment-doubts',
    '/api/payments',
    '/api/accounts',
  ]);
  const { id, source, currency, amountMinor, paidAt, documentNumber, payer, purpose, like } = doubt;
  const say = (isAnother: boolean): void =>
    void settle.mutateAsync({ id, isAnother }).catch(notifyProblem);
  return (
    <li>
      <div>
        <b>
          {t('doubts.line', {
            sum: formatMoney(amountMinor, currency),
            on: formatInstant(paidAt, 'date'),
          })}
        </b>
        <div>{[source, documentNumber && `№ ${documentNumber}`].filter(Boolean).join(', ')}</div>
        <div>{[payer, purpose].filter(Boolean).join(' · ')}</div>
        <div>
          {like === null
            ? t('doubts.likeFile')
            : t('doubts.like', {
                source: like.source,
                account: like.account ?? t('payments.noAccount'),
                words: [like.payer, like.purpose].filter(Boolean).join(' · '),
              })}
        </div>
      </div>
      <div className={css.bar}>
        <Button
          size="compact-sm"
          leftSection={<Check size={14} />}
          loading={settle.isPending}
          onClick={() => say(false)}
        >
          {t('doubts.same')}
        </Button>
        <Button
          size="compact-sm"
          leftSection={<Plus size={14} />}
          loading={settle.isPending}
          onClick={() => say(true)}
        >
          {t('doubts.another')}
        </Button>
      </div>
    </li>
  );
};
