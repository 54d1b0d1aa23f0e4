import { formatDay, formatPercent } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Forecast } from '../client.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { count, moneyIn, monthWords, shareOf } from './figure-words.ts';

type Props = { forecast: Forecast };

/** Open deals by the month in which they are expected to close. */
export const AheadTable = ({ forecast: { months, currency } }: Props) => {
  const t = useTexts('sales');
  const money = moneyIn(currency);
  return (
    <FigureTable
      title={t('forecast.ahead')}
      rows={months}
      keyOf={({ month }) => month ?? 'none'}
      empty={t('forecast.noDeals')}
      rule={t('forecast.aheadRule')}
      columns={[
        {
          key: 'month',
          label: t('forecast.month'),
          show: ({ month }) => (month === null ? t('forecast.noDay') : monthWords(month)),
        },
        { key: 'deals', label: t('forecast.deals'), show: ({ deals }) => count(deals) },
        {
          key: 'all',
          label: t('forecast.allMonthly'),
          show: ({ monthlyMinor }) => money(monthlyMinor),
        },
        {
          key: 'likely',
          label: t('forecast.likelyMonthly'),
          show: ({ likelyMonthlyMinor }) => money(likelyMonthlyMinor),
          isStrong: true,
        },
        {
          key: 'once',
          label: t('forecast.likelyOnce'),
          show: ({ likelyOnceMinor }) => money(likelyOnceMinor),
        },
      ]}
    />
  );
};

/** What the first day of each month expected of it, and what came. */
export const PastTable = ({ forecast: { past, currency, missShare } }: Props) => {
  const t = useTexts('sales');
  const money = moneyIn(currency);
  const miss =
    missShare === null
      ? t('forecast.noMiss')
      : t('forecast.miss', { share: formatPercent(missShare) });
  return (
    <FigureTable
      title={t('forecast.past')}
      rows={past}
      keyOf={({ month }) => month}
      empty={t('forecast.noPast')}
      rule={`${t('forecast.pastRule')} ${miss}`}
      columns={[
        {
          key: 'month',
          label: t('forecast.month'),
          show: ({ month, isOver }) =>
            isOver ? monthWords(month) : t('forecast.going', { month: monthWords(month) }),
        },
        {
          key: 'on',
          label: t('forecast.madeOn'),
          show: ({ expectedOn }) => (expectedOn === null ? null : formatDay(expectedOn)),
        },
        {
          key: 'expected',
          label: t('forecast.expectedMonthly'),
          show: ({ expectedMonthlyMinor }) => money(expectedMonthlyMinor),
        },
        {
          key: 'came',
          label: t('forecast.wonMonthly'),
          show: ({ wonMonthlyMinor }) => money(wonMonthlyMinor),
          isStrong: true,
        },
        { key: 'won', label: t('forecast.won'), show: ({ won }) => count(won) },
        {
          key: 'share',
          label: t('forecast.share'),
          show: ({ wonMonthlyMinor, expectedMonthlyMinor }) =>
            expectedMonthlyMinor === null ? null : shareOf(wonMonthlyMinor, expectedMonthlyMinor),
        },
      ]}
    />
  );
};
