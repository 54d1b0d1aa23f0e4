import { everyRow } from './table.ts';

// How well scores tell leavers from stayers; every measure takes the labels of the same rows.

/** Places from the lowest score to the highest. */
export function ascending(scores: Float64Array): Int32Array {
  const order = everyRow(scores.length);
  return order.toSorted((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0) || a - b);
}

/**
 * The chance that a leaver's score is above a stayer's, ties counting half (Mann–Whitney). NaN
 * where there is one class only.
 */
export function auc(scores: Float64Array, labels: Uint8Array): number {
  const order = ascending(scores);
  let positives = 0;
  let rankSum = 0;
  for (let from = 0; from < order.length;) {
    const { to, hits } = tiedWith(from, order, scores, labels);
    rankSum += hits * ((from + to + 1) / 2);
    positives += hits;
    from = to;
  }
  const negatives = order.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** The end of a run of equal scores, and how many leavers are in it. */
function tiedWith(from: number, order: Int32Array, scores: Float64Array, labels: Uint8Array) {
  const score = scores[order[from] ?? 0];
  let to = from;
  let hits = 0;
  while (to < order.length && scores[order[to] ?? 0] === score)
    hits += labels[order[to++] ?? 0] ?? 0;
  return { to, hits };
}

/** The mean over leavers of the share of leavers at or above each; a run of ties counts as one. */
export function averagePrecision(scores: Float64Array, labels: Uint8Array): number {
  const order = ascending(scores.map((score) => -score));
  let found = 0;
  let sum = 0;
  for (let from = 0; from < order.length;) {
    const { to, hits } = tiedWith(from, order, scores, labels);
    found += hits;
    sum += (hits * found) / to;
    from = to;
  }
  return sum / found;
}

/**
 * How many times more leavers are in the highest tenth than in a tenth taken at random. Of equal
 * scores at the border the tenth takes their mean.
 */
export function topDecileLift(scores: Float64Array, labels: Uint8Array): number {
  const size = Math.max(1, Math.round(scores.length / 10));
  const order = ascending(scores.map((score) => -score));
  let found = 0;
  let all = 0;
  for (let from = 0; from < order.length;) {
    const { to, hits } = tiedWith(from, order, scores, labels);
    const taken = Math.min(to, size) - from;
    if (taken > 0) found += (hits * taken) / (to - from);
    all += hits;
    from = to;
  }
  return found / size / (all / scores.length);
}

export function brier(chances: Float64Array, labels: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < chances.length; at += 1) {
    sum += ((chances[at] ?? 0) - (labels[at] ?? 0)) ** 2;
  }
  return sum / chances.length;
}

/** −ln of the chance given to what happened. */
export function surprise(chance: number, label: number): number {
  const bounded = Math.min(1 - 1e-9, Math.max(1e-9, chance));
  return -Math.log(label === 1 ? bounded : 1 - bounded);
}

export function logLoss(chances: Float64Array, labels: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < chances.length; at += 1) sum += surprise(chances[at] ?? 0, labels[at] ?? 0);
  return sum / chances.length;
}

export type CalibrationBin = { rows: number; meanChance: number; meanLeft: number };

/** What was foretold and what came, in bins of as many rows each, from the safest up. */
export function calibrationCurve(
  chances: Float64Array,
  labels: Uint8Array,
  bins = 10,
): CalibrationBin[] {
  const order = ascending(chances);
  const curve: CalibrationBin[] = [];
  for (let bin = 0; bin < bins; bin += 1) {
    const from = Math.floor((bin * order.length) / bins);
    const to = Math.floor(((bin + 1) * order.length) / bins);
    let [chance, left] = [0, 0];
    for (let at = from; at < to; at += 1) {
      chance += chances[order[at] ?? 0] ?? 0;
      left += labels[order[at] ?? 0] ?? 0;
    }
    const rows = to - from;
    if (rows > 0) curve.push({ rows, meanChance: chance / rows, meanLeft: left / rows });
  }
  return curve;
}

/** The mean distance, over rows, between what was foretold and what came in their bin of ten. */
export function calibrationError(chances: Float64Array, labels: Uint8Array): number {
  const curve = calibrationCurve(chances, labels);
  const distance = curve.reduce(
    (sum, { rows, meanChance, meanLeft }) => sum + rows * Math.abs(meanChance - meanLeft),
    0,
  );
  return distance / chances.length;
}
