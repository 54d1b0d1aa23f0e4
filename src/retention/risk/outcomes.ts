import { type Gathered, MONTH_DAYS } from './gathered.ts';

/** What came of a row in one month after its moment: 1 left, 0 stayed, null not known. */
export function outcomeIn(
  { leftAfter, momentOf, knownDays }: Pick<Gathered, 'leftAfter' | 'momentOf' | 'knownDays'>,
  row: number,
  from: { gapDays: number; month: number; knownUntil?: number },
): 0 | 1 | null {
  const begins = from.gapDays + from.month * MONTH_DAYS;
  const ends = begins + MONTH_DAYS;
  const known = Math.min(knownDays[momentOf[row] ?? 0] ?? 0, from.knownUntil ?? Infinity);
  const left = leftAfter[row] ?? Number.NaN;
  if (ends > known || left <= begins) return null;
  return left <= ends ? 1 : 0;
}

/** Whether a row's subscriber left within so many months after the gap; null where not known. */
export function hasLeftWithin(
  gathered: Pick<Gathered, 'leftAfter' | 'momentOf' | 'knownDays'>,
  row: number,
  { gapDays, months }: { gapDays: number; months: number },
): 0 | 1 | null {
  const left = gathered.leftAfter[row] ?? Number.NaN;
  if (left <= gapDays) return null;
  const ends = gapDays + months * MONTH_DAYS;
  if (ends > (gathered.knownDays[gathered.momentOf[row] ?? 0] ?? 0)) return null;
  return left <= ends ? 1 : 0;
}

export type Division = {
  /** Rows to learn from: what came of them was known before the first later moment. */
  train: Int32Array;
  /** Rows of the later moments, by which quality is measured. */
  later: Int32Array;
  /** Days after each moment that were known when the later moments began. */
  knownBefore: readonly number[];
};

/** Of this share of the moments, the latest, nothing is learnt: they measure. */
const LATER_SHARE = 0.25;
const MOST_LATER = 4;
const DAY_MS = 86_400_000;

/**
 * Divides by time: whatever is learnt was known before the first of the later moments. The last of
 * them must have one month after the gap behind it.
 */
export function divideByTime(gathered: Gathered, gapDays: number): Division {
  const { moments, knownDays, momentOf } = gathered;
  const needed = gapDays + MONTH_DAYS;
  const usable = [...moments.keys()].filter((at) => (knownDays[at] ?? 0) >= needed);
  const count = Math.min(MOST_LATER, Math.max(1, Math.floor(usable.length * LATER_SHARE)));
  const laterOnes = new Set(usable.slice(-count));
  const begins = Date.parse(moments[usable.at(-count) ?? 0] ?? '');
  const knownBefore = moments.map((on) => (begins - Date.parse(on)) / DAY_MS);
  const train: number[] = [];
  const later: number[] = [];
  for (let row = 0; row < momentOf.length; row += 1) {
    const at = momentOf[row] ?? 0;
    const isKnown = outcomeIn(gathered, row, { gapDays, month: 0 }) !== null;
    if (!isKnown) continue;
    if (laterOnes.has(at)) later.push(row);
    else if ((knownBefore[at] ?? 0) >= needed) train.push(row);
  }
  return { train: Int32Array.from(train), later: Int32Array.from(later), knownBefore };
}
