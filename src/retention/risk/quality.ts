import {
  auc,
  brier,
  calibrationCurve,
  calibrationError,
  topDecileLift,
} from '../model/measures.ts';
import type { Leak } from '../model/find-leaks.ts';
import type { Gathered } from './gathered.ts';
import { hasLeftWithin } from './outcomes.ts';

/** How well later months were told, in figures that stand on the page of quality. */
export type Quality = {
  /** Rows and leavers learnt from, and those of the later months that measure. */
  rows: number;
  leavers: number;
  laterRows: number;
  laterLeavers: number;
  fromOn: string;
  toOn: string;
  laterFromOn: string;
  laterToOn: string;
  months: { on: string; rows: number; leavers: number; auc: number | null }[];
  /** Over all later months, of the horizon of which most is known. */
  horizonDays: number;
  auc: number | null;
  topDecileLift: number | null;
  calibrationError: number | null;
  brier: number | null;
  /** Ten parts of as many rows: what was told, what came. */
  curve: { told: number; left: number; rows: number }[];
  /** The same months as the other models would have told them, and as what was in force did. */
  beside: { model: string; auc: number | null }[];
  leaks: Leak[];
  /** What the model goes by most: the mean size of a fact's part. */
  weights: { key: string; weight: number }[];
  chosen: string;
  seconds: number;
};

type Measured = Pick<
  Quality,
  | 'months'
  | 'horizonDays'
  | 'auc'
  | 'topDecileLift'
  | 'calibrationError'
  | 'brier'
  | 'curve'
  | 'laterLeavers'
>;

/** A horizon is measured where so many of the rows that measure 30 days measure it too. */
const LEAST_KNOWN = 0.25;

/** Measures what was told of rows that were not learnt from. */
export function measure(
  gathered: Gathered,
  rows: Int32Array,
  gapDays: number,
  told: readonly Float64Array[],
): Measured {
  const months = [3, 2, 1];
  const known = (horizon: number): number[] =>
    [...rows.keys()].filter(
      (at) => hasLeftWithin(gathered, rows[at] ?? 0, { gapDays, months: horizon }) !== null,
    );
  const horizon = months.find((one) => known(one).length >= LEAST_KNOWN * rows.length) ?? 1;
  const places = known(horizon);
  const labels = Uint8Array.from(
    places,
    (at) => hasLeftWithin(gathered, rows[at] ?? 0, { gapDays, months: horizon }) ?? 0,
  );
  const chances = Float64Array.from(places, (at) => told[horizon - 1]?.[at] ?? 0);
  const isBoth = labels.includes(1) && labels.includes(0);
  return {
    horizonDays: horizon * 30,
    auc: isBoth ? auc(chances, labels) : null,
    topDecileLift: isBoth ? topDecileLift(chances, labels) : null,
    calibrationError: isBoth ? calibrationError(chances, labels) : null,
    brier: isBoth ? brier(chances, labels) : null,
    curve: calibrationCurve(chances, labels).map(({ rows: count, meanChance, meanLeft }) => ({
      told: meanChance,
      left: meanLeft,
      rows: count,
    })),
    laterLeavers: labels.reduce((sum, label) => sum + label, 0),
    months: byMonth(gathered, rows, gapDays, told[0] ?? new Float64Array()),
  };
}

/** Each later month by itself, of 30 days, for these are known of all. */
function byMonth(
  gathered: Gathered,
  rows: Int32Array,
  gapDays: number,
  chances: Float64Array,
): Quality['months'] {
  const places = Map.groupBy(rows.keys(), (at) => gathered.momentOf[rows[at] ?? 0] ?? 0);
  return [...places]
    .toSorted(([a], [b]) => a - b)
    .map(([moment, own]) => {
      const labels = Uint8Array.from(
        own,
        (at) => hasLeftWithin(gathered, rows[at] ?? 0, { gapDays, months: 1 }) ?? 0,
      );
      const one = auc(
        Float64Array.from(own, (at) => chances[at] ?? 0),
        labels,
      );
      return {
        on: gathered.moments[moment] ?? '',
        rows: own.length,
        leavers: labels.reduce((sum, label) => sum + label, 0),
        auc: Number.isNaN(one) ? null : one,
      };
    });
}
