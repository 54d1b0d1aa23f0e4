import type { Histogram } from './histogram.ts';

export type StepLimits = {
  /** A part with less bend than this is not told apart: too few rows stand behind it. */
  minHessian: number;
  /** Pulls a part's step to zero as if so much bend had seen no slope. */
  ridge: number;
  /** A cut that lowers the loss by less is not made: chance alone finds as much. */
  minGain: number;
};

/** Steadies the order of levels of which few rows are known. */
const LEVEL_PULL = 10;

/** The order in which a feature's bins are cut: of levels, by where they pull. */
export function cutOrder(histogram: Histogram, bins: number, isCategorical: boolean): Int32Array {
  const order = new Int32Array(isCategorical ? bins : bins - 1);
  for (let at = 0; at < order.length; at += 1) order[at] = isCategorical ? at : at + 1;
  if (!isCategorical) return order;
  const pull = (bin: number): number =>
    (histogram.gradients[bin] ?? 0) / ((histogram.hessians[bin] ?? 0) + LEVEL_PULL);
  return order.toSorted((a, b) => pull(a) - pull(b) || a - b);
}

type Part = { from: number; to: number; gradient: number; hessian: number };
type Cut = { gain: number; low: Part; high: Part };

const worth = (gradient: number, hessian: number, ridge: number): number =>
  hessian > 0 ? (gradient * gradient) / (hessian + ridge) : 0;

/**
 * The best step function of one feature: at most three parts in the order of its bins, what is
 * missing apart; each part takes its Newton step. Writes a step a bin.
 * @returns by how much the loss falls, to second order
 */
export function fitSteps(
  histogram: Histogram,
  order: Int32Array,
  limits: StepLimits,
  steps: Float64Array,
): number {
  steps.fill(0);
  let gain = 0;
  const isMissingApart = order.length < steps.length;
  const missing = histogram.hessians[0] ?? 0;
  if (isMissingApart && missing >= limits.minHessian) {
    const slope = histogram.gradients[0] ?? 0;
    steps[0] = -slope / (missing + limits.ridge);
    gain += worth(slope, missing, limits.ridge);
  }
  for (const part of threeParts(histogram, order, limits)) {
    const step = part.hessian > 0 ? -part.gradient / (part.hessian + limits.ridge) : 0;
    for (let at = part.from; at < part.to; at += 1) steps[order[at] ?? 0] = step;
    gain += worth(part.gradient, part.hessian, limits.ridge);
  }
  return gain;
}

function threeParts(histogram: Histogram, order: Int32Array, limits: StepLimits): Part[] {
  const whole: Part = { from: 0, to: order.length, gradient: 0, hessian: 0 };
  for (const bin of order) {
    whole.gradient += histogram.gradients[bin] ?? 0;
    whole.hessian += histogram.hessians[bin] ?? 0;
  }
  const first = bestCut(histogram, order, whole, limits);
  if (!first) return [whole];
  const low = bestCut(histogram, order, first.low, limits);
  const high = bestCut(histogram, order, first.high, limits);
  if (low && low.gain >= (high?.gain ?? 0)) return [low.low, low.high, first.high];
  return high ? [first.low, high.low, high.high] : [first.low, first.high];
}

/** Where a part is best cut in two, or null where no cut leaves enough on both sides. */
function bestCut(
  { gradients, hessians }: Histogram,
  order: Int32Array,
  part: Part,
  { minHessian, ridge, minGain }: StepLimits,
): Cut | null {
  let [best, bestAt, bestSlope, bestBend] = [minGain, -1, 0, 0];
  let [slope, bend] = [0, 0];
  const before = worth(part.gradient, part.hessian, ridge);
  for (let at = part.from; at < part.to - 1; at += 1) {
    const bin = order[at] ?? 0;
    slope += gradients[bin] ?? 0;
    bend += hessians[bin] ?? 0;
    if (bend < minHessian) continue;
    const restBend = part.hessian - bend;
    if (restBend < minHessian) break;
    const restSlope = part.gradient - slope;
    const gain =
      (slope * slope) / (bend + ridge) + (restSlope * restSlope) / (restBend + ridge) - before;
    if (gain > best) [best, bestAt, bestSlope, bestBend] = [gain, at + 1, slope, bend];
  }
  if (bestAt < 0) return null;
  return {
    gain: best,
    low: { from: part.from, to: bestAt, gradient: bestSlope, hessian: bestBend },
    high: {
      from: bestAt,
      to: part.to,
      gradient: part.gradient - bestSlope,
      hessian: part.hessian - bestBend,
    },
  };
}
