import type { Additive } from './additive.ts';
import { cellsOf, type Grouping, type PairTerm } from './pairs.ts';
import type { Sample } from './sample.ts';

/** Rounds after which what is left of single effects in a pair is past noticing. */
const ROUNDS = 12;

/**
 * Tells the same scores by functions that mean something: over the rows of a sample every function
 * averages to zero, and a pair says nothing that one of its features says alone, which goes to that
 * feature (functional analysis of variance). The intercept becomes the mean log-odds.
 */
export function purify(model: Additive, codes: Sample['codes']): Additive {
  const mains = model.mains.map((values) => values.slice());
  const pairs = model.pairs.map((pair) => {
    const own = { ...pair, values: pair.values.slice() };
    const weights = countCells(cellsOf(pair, codes), pair.values.length);
    for (let round = 0; round < ROUNDS; round += 1) {
      give(mains[pair.first], pair.rows, takeMeans(own, weights, true));
      give(mains[pair.second], pair.columns, takeMeans(own, weights, false));
    }
    return own;
  });
  let { intercept } = model;
  for (const [feature, values] of mains.entries()) {
    const weights = countCells(codes[feature] ?? new Uint8Array(), values.length);
    const mean = meanOf(values, weights);
    for (let bin = 0; bin < values.length; bin += 1) values[bin] = (values[bin] ?? 0) - mean;
    intercept += mean;
  }
  return { ...model, intercept, mains, pairs };
}

function countCells(cells: Uint8Array, count: number): Float64Array {
  const counts = new Float64Array(count);
  for (const cell of cells) counts[cell] = (counts[cell] ?? 0) + 1;
  return counts;
}

function meanOf(values: Float64Array, weights: Float64Array): number {
  let [sum, weight] = [0, 0];
  for (let at = 0; at < values.length; at += 1) {
    sum += (values[at] ?? 0) * (weights[at] ?? 0);
    weight += weights[at] ?? 0;
  }
  return weight > 0 ? sum / weight : 0;
}

/** Takes the mean out of each row of a pair's grid, or of each column; answers with the means. */
function takeMeans(pair: PairTerm, weights: Float64Array, isByRow: boolean): Float64Array {
  const width = pair.columns.groups;
  const groups = isByRow ? pair.rows.groups : width;
  const [sums, counts] = [new Float64Array(groups), new Float64Array(groups)];
  const groupOf = (cell: number): number => (isByRow ? Math.floor(cell / width) : cell % width);
  for (let cell = 0; cell < weights.length; cell += 1) {
    const group = groupOf(cell);
    sums[group] = (sums[group] ?? 0) + (pair.values[cell] ?? 0) * (weights[cell] ?? 0);
    counts[group] = (counts[group] ?? 0) + (weights[cell] ?? 0);
  }
  const means = sums.map((sum, group) => sum / Math.max(1, counts[group] ?? 0));
  for (let cell = 0; cell < weights.length; cell += 1) {
    pair.values[cell] = (pair.values[cell] ?? 0) - (means[groupOf(cell)] ?? 0);
  }
  return means;
}

function give(main: Float64Array | undefined, { groupOf }: Grouping, means: Float64Array): void {
  if (!main) return;
  for (let bin = 0; bin < main.length; bin += 1) {
    main[bin] = (main[bin] ?? 0) + (means[groupOf[bin] ?? 0] ?? 0);
  }
}
