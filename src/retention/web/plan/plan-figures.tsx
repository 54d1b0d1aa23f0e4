import { formatWholeMoney, formatNumber } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { Totals } from '../../../ui/show/totals.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Plan } from './client.ts';
import { PlanBeside } from './plan-beside.tsx';
import { PlanPrices } from './plan-prices.tsx';
import css from './plan.module.css';

/** What a plan comes to, and who is left alone. */
export const PlanFigures = ({ plan }: { plan: Plan }) => {
  const t = useTexts('retention');
  const sum = (minor: number): string => formatWholeMoney(minor, plan.currency);
  const totals = [
    { key: 'chosen', value: formatNumber(plan.plan.people), label: t('plan.chosen') },
    { key: 'gain', value: sum(plan.plan.gainMinor), label: t('plan.gain') },
    { key: 'cost', value: sum(plan.plan.costMinor), label: t('plan.cost') },
    { key: 'slots', value: formatNumber(plan.plan.slots), label: t('plan.slotsUsed') },
  ];
  const excluded = plan.excluded.filter((one) => one.people > 0);
  const left = excluded.length > 0 && (
    <FigureTable
      title={t('plan.left')}
      empty=""
      rows={excluded}
      keyOf={({ reason }) => reason}
      columns={[
        { key: 'reason', label: t('plan.why'), show: (one) => t(`plan.excluded.${one.reason}`) },
        { key: 'people', label: t('plan.howMany'), show: (one) => formatNumber(one.people) },
      ]}
    />
  );
  if (plan.plan.people === 0) return left;
  return (
    <>
      <Totals totals={totals} />
      <PlanPrices plan={plan} />
      <div className={css.two}>
        <PlanBeside plan={plan} />
        {left}
      </div>
      <FigureTable
        title={t('plan.byAction')}
        empty=""
        rows={plan.actions}
        keyOf={({ action }) => action}
        columns={[
          {
            key: 'action',
            label: t('plan.does'),
            show: (one) => t(`plan.actions.${one.action}`),
          },
          { key: 'people', label: t('plan.howMany'), show: (one) => formatNumber(one.people) },
          { key: 'gain', label: t('plan.gain'), show: (one) => sum(one.gainMinor) },
          { key: 'cost', label: t('plan.cost'), show: (one) => sum(one.costMinor) },
        ]}
      />
    </>
  );
};
