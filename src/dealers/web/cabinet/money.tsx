import { PeriodChoice } from '../../../ui/form/period-choice.tsx';
import { lastDays, type Period } from '../../../ui/form/use-period.ts';
import { CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useState } from 'react';
import { useRead, type Cabinet } from '../client.ts';
import { CountedTable } from '../counted.tsx';
import css from '../dealers.module.css';
import { HeldCards } from '../held-cards.tsx';
import { useRateWords } from '../rate-words.ts';

/** Own figures of a period, rates that hold now, and cards in hand. */
export const Money = ({ cabinet }: { cabinet: Cabinet }) => {
  const t = useTexts('dealers');
  const { currency, today } = cabinet;
  const [period, setPeriod] = useState<Period>(() => lastDays(30));
  const { kindOf, rateOf } = useRateWords(currency);
  const { data } = useRead(
    'GET /api/cabinet/settlement',
    { fromOn: period.from, toOn: period.to },
    { isKept: true },
  );
  const rates = cabinet.commissions.filter(
    ({ fromOn, toOn }) => fromOn <= today && (toOn === null || toOn >= today),
  );
  return (
    <>
      <PeriodChoice period={period} onChange={setPeriod} />
      {data ? <CountedTable counted={data} currency={currency} /> : null}
      {rates.length === 0 ? null : (
        <CardSection title={t('cabinet.rates')}>
          <ul className={css.lines}>
            {rates.map((rate) => (
              <li key={rate.id}>
                <span>{kindOf(rate)}</span>
                <strong className={css.end}>{rateOf(rate)}</strong>
              </li>
            ))}
          </ul>
        </CardSection>
      )}
      <HeldCards held={cabinet.held} currency={currency} none={t('cabinet.noCards')} />
    </>
  );
};
