import type { ReactNode } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import type { Economics } from '../client.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { count, moneyIn, monthWords } from './figure-words.ts';

type Props = { economics: Economics; actions: ReactNode };

/** Spending on winning beside spending on keeping, what came of it, and at which price. */
export const MonthTable = ({ economics: { months, currency }, actions }: Props) => {
  const t = useTexts('sales');
  const money = moneyIn(currency);
  const c = (key: string): string => t(`economics.columns.${key}`);
  return (
    <FigureTable
      title={t('economics.parts.months')}
      rows={sinceFirst(months)}
      keyOf={({ month }) => month}
      empty={t('economics.nothing')}
      rule={t('economics.monthRule')}
      actions={actions}
      columns={[
        { key: 'month', label: c('month'), show: ({ month }) => monthWords(month) },
        {
          key: 'acquisition',
          label: c('acquisitionMinor'),
          show: ({ acquisitionMinor }) => money(acquisitionMinor),
        },
        {
          key: 'retention',
          label: c('retentionMinor'),
          show: ({ retentionMinor }) => money(retentionMinor),
        },
        { key: 'leads', label: c('leads'), show: ({ leads }) => count(leads) },
        { key: 'won', label: c('won'), show: ({ won }) => count(won) },
        { key: 'cac', label: c('cacMinor'), show: ({ cacMinor }) => money(cacMinor) },
        {
          key: 'recommended',
          label: c('recommendedMinor'),
          show: ({ recommendedMinor }) => money(recommendedMinor),
        },
        { key: 'sold', label: c('soldMinor'), show: ({ soldMinor }) => money(soldMinor) },
      ]}
    />
  );
};

/** Months, the latest first, without those before anything was spent or won. */
function sinceFirst(months: Economics['months']): Economics['months'] {
  const first = months.findLastIndex(({ acquisitionMinor, retentionMinor, leads, won }) =>
    [acquisitionMinor, retentionMinor, leads, won].some((figure) => figure > 0),
  );
  return months.slice(0, first + 1);
}
