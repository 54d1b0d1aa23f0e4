import type { Binning } from './binning.ts';
import type { Sample } from './sample.ts';

/** A pair is looked at on a grid of at most so many groups a side. */
const GRID_SIDE = 16;

/** The groups of one feature's bins, coarse enough that a pair of them can be learnt. */
export type Grouping = { groupOf: Uint8Array; groups: number };

/** Two features together: a value a cell, which is `row * groups of the second + column`. */
export type PairTerm = {
  first: number;
  second: number;
  rows: Grouping;
  columns: Grouping;
  values: Float64Array;
};

/** A pair before anything is learnt of it. */
export type PairShape = Omit<PairTerm, 'values'>;

/**
 * Joins neighbouring bins into groups of about as many rows each. What is missing stays apart;
 * levels are neighbours by what they do alone.
 */
export function groupBins(binning: Binning, alone: Float64Array, codes: Uint8Array): Grouping {
  const counts = new Float64Array(binning.binCount);
  for (const bin of codes) counts[bin] = (counts[bin] ?? 0) + 1;
  const order = Int32Array.from({ length: binning.binCount - 1 }, (_, at) => at + 1);
  if (binning.kind === 'categorical') {
    order.sort((a, b) => (alone[a] ?? 0) - (alone[b] ?? 0) || a - b);
  }
  const groupOf = new Uint8Array(binning.binCount);
  const hasMissing = (counts[0] ?? 0) > 0;
  const sides = GRID_SIDE - (hasMissing ? 1 : 0);
  const filled = order.filter((bin) => (counts[bin] ?? 0) > 0).length;
  const target = (codes.length - (counts[0] ?? 0)) / sides;
  let [group, inGroup] = [hasMissing ? 1 : 0, 0];
  for (const bin of order) {
    const count = counts[bin] ?? 0;
    const isFull = filled <= sides ? inGroup > 0 : inGroup >= target;
    if (isFull && count > 0 && group < GRID_SIDE - 1) [group, inGroup] = [group + 1, 0];
    groupOf[bin] = group;
    inGroup += count;
  }
  return { groupOf, groups: group + 1 };
}

/** The cell of each row of a sample on a pair's grid. */
export function cellsOf(pair: PairShape, codes: Sample['codes']): Uint8Array {
  const [first, second] = [codes[pair.first], codes[pair.second]];
  const cells = new Uint8Array(first?.length ?? 0);
  const { groupOf: rows } = pair.rows;
  const { groupOf: columns, groups } = pair.columns;
  for (let at = 0; at < cells.length; at += 1) {
    cells[at] = (rows[first?.[at] ?? 0] ?? 0) * groups + (columns[second?.[at] ?? 0] ?? 0);
  }
  return cells;
}
