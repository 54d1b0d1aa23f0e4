import { formatDay, formatMoney, formatNumber, formatPercent } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { Totals } from '../../../ui/show/totals.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Effect, useRead } from '../client.ts';
import css from '../loyalty.module.css';
import { LoyaltyTabs } from '../tabs.tsx';
import { EffectGroups } from './effect-groups.tsx';

/** What the programme costs and owes, and what it brings against the control. */
export const Component = () => {
  const t = useTexts('loyalty');
  const read = useRead('GET /api/loyalty/effect', { months: 12 });
  const effect = read.data;
  return (
    <Page title={t('effect.title')} layout="padded">
      <div className={css.page}>
        <LoyaltyTabs />
        {read.error ? (
          <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
        ) : null}
        {effect ? <Shown effect={effect} /> : null}
      </div>
    </Page>
  );
};

const points = ['earned', 'spent', 'expired', 'owedPoints'] as const;
const sums = ['rewardsMinor', 'offMinor', 'acquisitionMinor', 'retentionMinor'] as const;

const Shown = ({ effect }: { effect: Effect }) => {
  const t = useTexts('loyalty');
  const { owedPoints, owedMinor, breakage, months, currency } = effect;
  return (
    <>
      <Totals
        totals={[
          { key: 'owed', value: formatNumber(owedPoints), label: t('effect.owed') },
          {
            key: 'pending',
            value: formatNumber(effect.waitingPoints),
            label: t('effect.pending'),
          },
          { key: 'money', value: formatMoney(owedMinor, currency), label: t('effect.owedMinor') },
          {
            key: 'breakage',
            value: breakage === null ? '—' : formatPercent(breakage, 1),
            label: t('effect.breakage'),
          },
        ]}
      />
      <FigureTable<Effect['months'][number]>
        title={t('effect.months')}
        empty={t('effect.none')}
        rows={months}
        rule={t('effect.rule')}
        keyOf={({ month }) => month}
        columns={[
          {
            key: 'month',
            label: t('effect.columns.month'),
            show: ({ month }) => formatDay(month, 'month'),
          },
          ...points.map((key) => ({
            key,
            label: t(`effect.columns.${key}`),
            show: (row: Effect['months'][number]) => formatNumber(row[key]),
          })),
          ...sums.map((key) => ({
            key,
            label: t(`effect.columns.${key}`),
            show: (row: Effect['months'][number]) => formatMoney(row[key], currency),
          })),
        ]}
      />
      <EffectGroups effect={effect} />
    </>
  );
};
