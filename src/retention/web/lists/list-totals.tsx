import { formatNumber, formatWholeMoney } from '../../../ui/format.ts';
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
  const sum = (minor: number): string => formatWholeMoney(minor, list.currency);
  const { profit } = list;
  /** A profit that chance explains is none to be read as a figure. */
  const profitOf = (of: typeof profit): { value: string; hint?: string } => {
    if (!of) return { value: '—', hint: t(`lists.${list.effects[0]?.silence ?? 'early'}`) };
    const range = t('lists.profitRange', { low: sum(of.low), high: sum(of.high) });
    const isProven = of.low > 0 || of.high < 0;
    return isProven
      ? { value: sum(of.minor), hint: range }
      : { value: t('lists.unproven'), hint: range };
  };
  const totals = [
    { key: 'treated', value: formatNumber(list.treated), label: t('lists.treated') },
    { key: 'held', value: formatNumber(list.held), label: t('lists.held') },
    { key: 'spent', value: sum(list.spentMinor), label: t('lists.spent') },
    { key: 'expected', value: sum(list.expectedMinor), label: t('lists.expected') },
    { key: 'profit', ...profitOf(profit), label: t('lists.profit') },
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
