import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { Totals } from '../../../ui/show/totals.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { OpenCareList } from '../plan/client.ts';

const work = [
  'waiting',
  'open',
  'done',
  'dropped',
  'outcomes.taken',
  'outcomes.refused',
  'outcomes.unreached',
] as const;

/** Whom a list holds, what it was to bring, what it has cost, and how far its tasks have come. */
export const ListTotals = ({ list }: { list: OpenCareList }) => {
  const t = useTexts('retention');
  const sum = (minor: number): string => formatMoney(minor, list.currency);
  const { profit } = list;
  const totals = [
    { key: 'treated', value: formatNumber(list.treated), label: t('lists.treated') },
    { key: 'held', value: formatNumber(list.held), label: t('lists.held') },
    { key: 'spent', value: sum(list.spentMinor), label: t('lists.spent') },
    { key: 'expected', value: sum(list.expectedMinor), label: t('lists.expected') },
    {
      key: 'profit',
      value: profit ? sum(profit.minor) : '—',
      label: t('lists.profit'),
      hint: profit
        ? t('lists.profitRange', { low: sum(profit.low), high: sum(profit.high) })
        : t('lists.early'),
    },
  ];
  const countOf = (key: (typeof work)[number]): number => {
    if (key === 'outcomes.taken') return list.taken;
    if (key === 'outcomes.refused') return list.refused;
    return key === 'outcomes.unreached' ? list.unreached : list[key];
  };
  return (
    <>
      <Totals totals={totals} />
      <FigureTable
        title={t('lists.work')}
        empty=""
        rows={[list]}
        keyOf={({ id }) => String(id)}
        columns={work.map((key) => ({
          key,
          label: t(`lists.${key}`),
          show: () => formatNumber(countOf(key)),
        }))}
      />
    </>
  );
};
