import type { AdditivePlan } from './fit-additive.ts';
import type { RidgePlan } from './fit-ridge.ts';
import type { TreesPlan } from './fit-trees.ts';

export type Plans = { additive: AdditivePlan; trees: TreesPlan; ridge: RidgePlan };

/** Cells of a base, rows times features, up to which the most thorough plan is affordable. */
const SMALL = 400_000;
const MIDDLE = 3_000_000;

/** A bag of a large base learns from so many cells: what more of them would add is not seen. */
const MOST_CELLS = 6_000_000;

/** How thoroughly to learn, by the size of the base: many slow bags of few rows, few of many. */
export function plansFor(rowCount: number, featureCount: number): Plans {
  const cells = rowCount * Math.max(1, featureCount);
  const most = Math.max(5_000, Math.floor(MOST_CELLS / Math.max(1, featureCount)));
  const [parts, repeats, rate] =
    cells <= SMALL ? [5, 2, 0.03] : cells <= MIDDLE ? [5, 1, 0.05] : [4, 1, 0.12];
  const bags = { parts, repeats, mostTrained: most, mostHeld: Math.min(most, 50_000) };
  const patience = Math.round(1.5 / rate);
  const minHessian = Math.min(10, Math.max(1, rowCount / 600));
  const mains = {
    learningRate: rate,
    maxRounds: 40 / rate,
    patience,
    minHessian,
    ridge: 1,
    minGain: 6,
  };
  const treeBags = {
    ...bags,
    parts: Math.min(5, parts),
    repeats: 1,
    mostTrained: Math.min(most, 80_000),
  };
  return {
    additive: {
      bags,
      mains,
      pairs: { ...mains, minHessian: 2, ridge: 2, minGain: 1 },
      pairCount: 30,
      pairedFeatures: 24,
    },
    trees: {
      bags: treeBags,
      limits: { minHessian: 2, ridge: 3, maxLeaves: 10, minGain: 0 },
      learningRate: rate * 1.5,
      maxTrees: 40 / rate,
      patience,
      rowShare: 0.8,
      featureShare: 0.5,
    },
    ridge: {
      bags: {
        parts: 5,
        repeats: 1,
        mostTrained: featureCount > 60 ? 20_000 : 100_000,
        mostHeld: 50_000,
      },
      penalty: 1,
    },
  };
}
