import { type Additive, additiveMargins } from './additive.ts';
import type { StepLimits } from './fit-steps.ts';
import { noSlopes, takeSlopes } from './logistic.ts';
import type { PairShape } from './pairs.ts';
import { rankPairs } from './rank-pairs.ts';
import type { Sample } from './sample.ts';

export type PairPlan = {
  pairs: StepLimits;
  pairCount: number;
  /** Only so many features, those that say most alone, are paired. */
  pairedFeatures: number;
};

/** Finds the pairs by what a sum of single functions leaves unsaid of the rows of a sample. */
export function choosePairs(alone: Additive, sample: Sample, plan: PairPlan): PairShape[] {
  if (plan.pairCount === 0) return [];
  const slopes = noSlopes(sample.size);
  takeSlopes(additiveMargins(alone, sample.codes), sample.labels, slopes);
  return rankPairs(alone.binnings, alone.mains, sample, slopes, {
    among: loudest(alone, sample).slice(0, plan.pairedFeatures),
    count: plan.pairCount,
    limits: plan.pairs,
  });
}

/** The features from the one that moves scores most. */
function loudest(model: Additive, sample: Sample): number[] {
  const moved = model.mains.map((values, feature) => {
    const codes = sample.codes[feature] ?? new Uint8Array();
    let [sum, squares] = [0, 0];
    for (const bin of codes) {
      sum += values[bin] ?? 0;
      squares += (values[bin] ?? 0) ** 2;
    }
    return squares / codes.length - (sum / codes.length) ** 2;
  });
  return [...moved.keys()].toSorted((a, b) => (moved[b] ?? 0) - (moved[a] ?? 0) || a - b);
}
