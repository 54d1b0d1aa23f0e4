import { formatDay, formatMoney, formatNumber } from '../../../ui/format.ts';
import { Totals } from '../../../ui/show/totals.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Unfair } from '../client.ts';

/** How many pay too much, what it costs to make it right, and what is at risk if it is not. */
export const FairnessTotals = ({ sums }: { sums: Unfair }) => {
  const t = useTexts('loyalty');
  const { people, yearMinor, atRiskMinor, countedOn, currency } = sums;
  const money = (minor: number): string => formatMoney(minor, currency);
  return (
    <>
      <Totals
        totals={[
          { key: 'people', value: formatNumber(people), label: t('fairness.people') },
          { key: 'year', value: money(yearMinor), label: t('fairness.yearMinor') },
          {
            key: 'risk',
            value: atRiskMinor > 0 ? money(atRiskMinor) : '—',
            label: t('fairness.atRiskMinor'),
          },
        ]}
      />
      <p className="dim">
        {t('fairness.rule')}
        {countedOn === null ? '' : ` ${t('fairness.countedOn', { on: formatDay(countedOn) })}.`}
      </p>
    </>
  );
};
