import { formatWholeMoney, formatNumber } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Plan } from './client.ts';

/** A plan beside other ways to spend as much, and whether it is better than each of them. */
export const PlanBeside = ({ plan: { plan, beside, currency } }: { plan: Plan }) => {
  const t = useTexts('retention');
  const better = beside.find(({ gainMinor }) => gainMinor >= plan.gainMinor);
  const verdict = better
    ? t('plan.isNotBest', { order: t(`plan.orders.${better.order}`) })
    : t('plan.isBest');
  return (
    <FigureTable
      title={t('plan.beside')}
      empty=""
      rule={`${verdict} ${t('plan.besideRule')}`}
      rows={[{ order: 'plan' as const, ...plan }, ...beside]}
      keyOf={({ order }) => order}
      columns={[
        {
          key: 'order',
          label: t('plan.order'),
          show: ({ order }) => t(`plan.orders.${order}`),
        },
        { key: 'people', label: t('plan.howMany'), show: (one) => formatNumber(one.people) },
        {
          key: 'gain',
          label: t('plan.gain'),
          show: (one) => formatWholeMoney(one.gainMinor, currency),
        },
      ]}
    />
  );
};
