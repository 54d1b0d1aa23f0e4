import type { Binning } from './binning.ts';
import { fitCells } from './fit-cells.ts';
import type { StepLimits } from './fit-steps.ts';
import { emptyHistogram, fillHistogram } from './histogram.ts';
import type { Slopes } from './logistic.ts';
import { cellsOf, groupBins, type Grouping, type PairShape } from './pairs.ts';
import type { Sample } from './sample.ts';

/** What chance finds in a pair of features that have nothing to do with each other. */
const CHANCE_GAIN = 16;

/**
 * Finds the pairs of features that say most of what no feature says alone: on the slopes that the
 * sum of single functions leaves, each pair is fitted by four parts of its grid (as in FAST, Lou et
 * al. 2013), and those that lower the loss most come first.
 * @param among the features that are paired with each other
 */
export function rankPairs(
  binnings: readonly Binning[],
  alone: readonly Float64Array[],
  sample: Sample,
  slopes: Slopes,
  options: { among: readonly number[]; count: number; limits: StepLimits },
): PairShape[] {
  const groupings = new Map<number, Grouping>();
  for (const feature of options.among) {
    const [binning, own, codes] = [binnings[feature], alone[feature], sample.codes[feature]];
    if (binning && own && codes) groupings.set(feature, groupBins(binning, own, codes));
  }
  const ranked: { shape: PairShape; gain: number }[] = [];
  for (const [first, rows] of groupings) {
    for (const [second, columns] of groupings) {
      if (second <= first) continue;
      const shape = { first, second, rows, columns };
      const grid = { rows: rows.groups, columns: columns.groups };
      const histogram = emptyHistogram(grid.rows * grid.columns);
      fillHistogram(cellsOf(shape, sample.codes), slopes, histogram);
      const steps = new Float64Array(grid.rows * grid.columns);
      ranked.push({ shape, gain: fitCells(histogram, grid, options.limits, steps) });
    }
  }
  return ranked
    .filter(({ gain }) => gain > CHANCE_GAIN)
    .toSorted((a, b) => b.gain - a.gain)
    .slice(0, options.count)
    .map(({ shape }) => shape);
}
