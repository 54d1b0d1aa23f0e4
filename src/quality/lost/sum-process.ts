import { neededTries } from '../../kernel/statistics/differences.ts';
import { monthOf } from '../../kernel/month-of.ts';
import { type Cell, type Estimate, estimateLoss, type Loss } from './estimate-loss.ts';
import type { LostProcess } from './process.ts';
import type { CountedCell } from './read-cells.ts';

/** Fewer than it takes to see a difference of so many hundredths are too few to tell of. */
const LEAST_DIFFERENCE = 0.2;
/** A month alone is drawn where there are so many on both sides. */
const LEAST_OF_MONTH = 10;
const DAY_MS = 86_400_000;

/** What a process comes to over its months; sums are a month's. */
export type ProcessSum = {
  from: string | null;
  to: string | null;
  contacts: number;
  wrong: number;
  wrongKnown: number;
  rightKnown: number;
  needed: number;
  loss: Loss | null;
  /** Over so many months. */
  spread: number;
  months: {
    month: string;
    contacts: number;
    wrong: number;
    isKnown: boolean;
    loss: Estimate | null;
  }[];
};

/**
 * @param cells of this process, of any months
 * @param countedOn when they were counted
 * @param count over so many months the figure is, the last of which all outcomes are known
 */
export function sumProcess(
  process: Pick<LostProcess, 'outcome' | 'days'>,
  cells: readonly CountedCell[],
  countedOn: string,
  count: number,
): ProcessSum {
  const to = lastKnownMonth(countedOn, process.days);
  const earliest = monthOf(to, 1 - count);
  const byMonth = Map.groupBy(cells, ({ month }) => month);
  const own = cells.filter(({ month }) => month >= earliest && month <= to);
  const [first] = own.map(({ month }) => month).toSorted();
  const total = (of: (cell: CountedCell) => number): number =>
    own.reduce((sum, cell) => sum + of(cell), 0);
  const [wrongKnown, rightKnown] = [total((c) => c.wrongKnown), total((c) => c.rightKnown)];
  const good = total((c) => c.wrongGood) + total((c) => c.rightGood);
  const needed = neededOf(good, wrongKnown + rightKnown);
  const worth = process.outcome === 'bought' ? boughtWorth(own) : 'own';
  const estimate = (of: readonly CountedCell[]): Loss | null =>
    worth === null ? null : estimateLoss(of.map(toCell(worth)), worth === 'own' ? 0 : worth.error);
  const isTold = wrongKnown >= needed && rightKnown >= needed;
  const [begun] = cells.flatMap(({ month }) => (month >= earliest ? [month] : [])).toSorted();
  const shown = begun === undefined ? [] : monthsFrom(begun, monthOf(countedOn));
  const months = shown.map((month) => {
    const there = byMonth.get(month) ?? [];
    const isKnown = month <= to;
    const sum = (of: (cell: CountedCell) => number): number =>
      there.reduce((all, cell) => all + of(cell), 0);
    const isEnough =
      sum((c) => c.wrongKnown) >= LEAST_OF_MONTH && sum((c) => c.rightKnown) >= LEAST_OF_MONTH;
    return {
      month,
      contacts: sum((c) => c.contacts),
      wrong: sum((c) => c.wrong),
      isKnown,
      loss: isTold && isKnown && isEnough ? (estimate(there)?.own ?? null) : null,
    };
  });
  return {
    from: first ?? null,
    to: first === undefined ? null : to,
    contacts: total((c) => c.contacts),
    wrong: total((c) => c.wrong),
    wrongKnown,
    rightKnown,
    needed,
    loss: isTold ? estimate(own) : null,
    spread: first === undefined ? 1 : monthsFrom(first, to).length,
    months,
  };
}

/** The last month of which so many days have passed since its end. */
function lastKnownMonth(countedOn: string, days: number): string {
  const seen = new Date(Date.parse(countedOn) - days * DAY_MS).toISOString();
  return monthOf(seen, -1);
}

function monthsFrom(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = monthOf(month, 1)) months.push(month);
  return months;
}

/** So many of each side are needed, by how many turned out well at all. */
function neededOf(good: number, known: number): number {
  return neededTries(known === 0 ? 0.5 : good / known, LEAST_DIFFERENCE, 0.5).first;
}

type Worth = 'own' | { minor: number; error: number };

/** What one who buys takes a month: the mean of all who did, and its standard error as a share. */
function boughtWorth(cells: readonly CountedCell[]): Worth | null {
  const sum = (of: (cell: CountedCell) => number): number =>
    cells.reduce((all, cell) => all + of(cell), 0);
  const count = sum((c) => c.bought);
  const minor = sum((c) => c.boughtMinor) / count;
  if (count < 2 || minor <= 0) return null;
  const variance = Math.max(0, (sum((c) => c.boughtSquares) - count * minor ** 2) / (count - 1));
  return { minor, error: Math.sqrt(variance / count) / minor };
}

const toCell =
  (worth: Worth) =>
  ({ wrongKnown, wrongGood, rightKnown, rightGood, ...cell }: CountedCell): Cell => ({
    wrongKnown,
    wrongGood,
    rightKnown,
    rightGood,
    worthMinor: worth === 'own' ? cell.worthMinor : wrongKnown * worth.minor,
    onceMinor: worth === 'own' ? cell.onceMinor : cell.onceKnown * worth.minor,
  });
