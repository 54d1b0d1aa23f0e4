import { formatNumber, formatWholeMoney } from '../../../ui/format.ts';
import type { Cells } from '../../../ui/table/columns.tsx';
import { Chance } from './chance.tsx';
import css from './risk.module.css';

const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);
const wordsIn = (value: unknown): string => (typeof value === 'string' ? value : '');

type Sum = { amountMinor: number; currency: string };

/** What is expected is known to whole units at best. */
const Whole = ({ of }: { of: unknown }) => {
  const { amountMinor, currency } = of as Sum;
  return <span className="tabular">{formatWholeMoney(amountMinor, currency)}</span>;
};

/** Columns that the list of risks draws itself. */
export const cells: Cells = {
  chance30: (row) => <Chance of={numberIn(row.cells['chance30'])} />,
  chance60: (row) => <Chance of={numberIn(row.cells['chance60'])} />,
  chance90: (row) => <Chance of={numberIn(row.cells['chance90'])} isMain />,
  lifetimeMonths: (row) => (
    <span className="tabular">{formatNumber(numberIn(row.cells['lifetimeMonths']), 0)}</span>
  ),
  valueMinor: (row) => <Whole of={row.cells['valueMinor']} />,
  marginMinor: (row) => <Whole of={row.cells['marginMinor']} />,
  reasons: (row) => (
    <span className={css.twoLines} title={wordsIn(row.cells['reasons'])}>
      {wordsIn(row.cells['reasons'])}
    </span>
  ),
};
