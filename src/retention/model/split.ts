import type { Binning } from './binning.ts';
import { cutOrder, type StepLimits } from './fit-steps.ts';
import type { Histogram } from './histogram.ts';

export type TreeLimits = StepLimits & { maxLeaves: number };

export type Split = {
  feature: number;
  gain: number;
  /** 256 answers: 1 where that bin goes left. */
  goesLeft: Uint8Array;
};

type Cut = { gain: number; order: Int32Array; at: number; isMissingLeft: boolean };

/** The best question to divide a leaf by, of the features that may be asked; null if none helps. */
export function bestSplit(
  binnings: readonly Binning[],
  features: readonly number[],
  histograms: readonly Histogram[],
  limits: TreeLimits,
): Split | null {
  let best: Cut | null = null;
  let bestFeature = -1;
  for (const feature of features) {
    const [binning, histogram] = [binnings[feature], histograms[feature]];
    if (!binning || !histogram) continue;
    const order = cutOrder(histogram, binning.binCount, binning.kind === 'categorical');
    const cut = bestCut(histogram, order, binning.kind === 'numeric', limits);
    if (cut && cut.gain > (best?.gain ?? 0)) [best, bestFeature] = [cut, feature];
  }
  if (!best) return null;
  const goesLeft = new Uint8Array(256);
  for (let at = 0; at < best.at; at += 1) goesLeft[best.order[at] ?? 0] = 1;
  if (best.isMissingLeft) goesLeft[0] = 1;
  return { feature: bestFeature, gain: best.gain, goesLeft };
}

/** Cuts the bins in their order; a number that is missing goes to the side where it fits. */
function bestCut(
  { gradients, hessians }: Histogram,
  order: Int32Array,
  isNumeric: boolean,
  { minHessian, ridge }: TreeLimits,
): Cut | null {
  const missing = isNumeric ? { slope: gradients[0] ?? 0, bend: hessians[0] ?? 0 } : null;
  let [slope, bend] = [missing?.slope ?? 0, missing?.bend ?? 0];
  for (const bin of order) {
    slope += gradients[bin] ?? 0;
    bend += hessians[bin] ?? 0;
  }
  const before = (slope * slope) / (bend + ridge);
  let best: Cut | null = null;
  for (const isMissingLeft of missing && missing.bend > 0 ? [false, true] : [false]) {
    let left = isMissingLeft ? (missing?.slope ?? 0) : 0;
    let leftBend = isMissingLeft ? (missing?.bend ?? 0) : 0;
    for (let at = 0; at < order.length; at += 1) {
      const bin = order[at] ?? 0;
      left += gradients[bin] ?? 0;
      leftBend += hessians[bin] ?? 0;
      if (leftBend < minHessian) continue;
      const rightBend = bend - leftBend;
      if (rightBend < minHessian) break;
      const right = slope - left;
      const gain = (left * left) / (leftBend + ridge) + (right * right) / (rightBend + ridge);
      if (gain - before <= (best?.gain ?? 0)) continue;
      best = { gain: gain - before, order, at: at + 1, isMissingLeft };
    }
  }
  return best;
}
