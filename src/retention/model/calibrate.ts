import { surprise, ascending } from './measures.ts';
import { logOdds, sigmoid } from './logistic.ts';
import { stratifiedParts, splitByPart } from './parts.ts';
import { randomOf } from './random.ts';
import { everyRow } from './table.ts';

/** How log-odds become the chance that is told. */
export type Calibration =
  | { kind: 'none' }
  /** Platt: a line through the log-odds. */
  | { kind: 'platt'; slope: number; intercept: number }
  /** The mean log-odds and the share that left, of each of the rising parts. */
  | { kind: 'isotonic'; at: Float64Array; chances: Float64Array };

/** With fewer leavers, or stayers, rising parts would be drawn by chance. */
const LEAST_FOR_ISOTONIC = 100;

/**
 * Chooses how to tell chances, and learns it, from log-odds of rows that were held out: the way
 * whose loss is lowest on parts of them that it had not seen. Rising parts blur the order within
 * them, so they must be better by more than one standard error.
 */
export function chooseCalibration(margins: Float64Array, labels: Uint8Array): Calibration {
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const rarer = Math.min(positives, labels.length - positives);
  if (rarer < 10) return { kind: 'none' };
  const ways: Calibration['kind'][] = ['none', 'platt'];
  if (rarer >= LEAST_FOR_ISOTONIC) ways.push('isotonic');
  const rows = everyRow(labels.length);
  const partOf = stratifiedParts(labels, rows, 5, randomOf(1));
  const losses = ways.map((way) => {
    const own = new Float64Array(labels.length);
    for (let part = 0; part < 5; part += 1) {
      const { inside, outside } = splitByPart(rows, partOf, part);
      const learnt = fitCalibration(way, pick(margins, outside), pickLabels(labels, outside));
      const told = calibrated(learnt, pick(margins, inside));
      for (const [at, row] of inside.entries())
        own[row] = surprise(told[at] ?? 0, labels[row] ?? 0);
    }
    return own;
  });
  let best = 0;
  for (let way = 1; way < ways.length; way += 1) {
    const isBlunt = ways[way] === 'isotonic';
    if (gainOver(losses[best], losses[way]) > (isBlunt ? 1 : 0)) best = way;
  }
  return fitCalibration(ways[best] ?? 'none', margins, labels);
}

/** By how many standard errors one's loss is below another's, row by row. */
export function gainOver(other: Float64Array | undefined, one: Float64Array | undefined): number {
  const differences = Float64Array.from(one ?? [], (loss, at) => (other?.[at] ?? 0) - loss);
  const count = differences.length;
  const mean = differences.reduce((sum, value) => sum + value, 0) / count;
  const variance = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
  return variance > 0 ? mean / Math.sqrt(variance / count) : 0;
}

const pick = (from: Float64Array, rows: Int32Array): Float64Array =>
  Float64Array.from(rows, (row) => from[row] ?? 0);
const pickLabels = (from: Uint8Array, rows: Int32Array): Uint8Array =>
  Uint8Array.from(rows, (row) => from[row] ?? 0);

export function fitCalibration(
  kind: Calibration['kind'],
  margins: Float64Array,
  labels: Uint8Array,
): Calibration {
  if (kind === 'platt') return fitPlatt(margins, labels);
  if (kind === 'isotonic') return fitIsotonic(margins, labels);
  return { kind: 'none' };
}

/** Newton's steps on the two numbers of the line, from a slope of one; they settle within ten. */
function fitPlatt(margins: Float64Array, labels: Uint8Array): Calibration {
  let [slope, intercept] = [1, 0];
  for (let step = 0; step < 20; step += 1) {
    let [ga, gb, aa, ab, bb] = [0, 0, 1e-9, 0, 1e-9];
    for (let at = 0; at < margins.length; at += 1) {
      const margin = margins[at] ?? 0;
      const chance = sigmoid(slope * margin + intercept);
      const [error, bend] = [chance - (labels[at] ?? 0), chance * (1 - chance)];
      ga += error * margin;
      gb += error;
      aa += bend * margin * margin;
      ab += bend * margin;
      bb += bend;
    }
    const determinant = aa * bb - ab * ab;
    if (!(determinant > 1e-12)) break;
    slope -= (bb * ga - ab * gb) / determinant;
    intercept -= (aa * gb - ab * ga) / determinant;
  }
  const isSound = Number.isFinite(slope) && Number.isFinite(intercept) && slope > 0;
  return isSound ? { kind: 'platt', slope, intercept } : { kind: 'none' };
}

/**
 * Pools neighbours that do not rise (pool adjacent violators). Between the middles of two pools a
 * straight line is drawn, so that scores which differ stay apart.
 */
function fitIsotonic(margins: Float64Array, labels: Uint8Array): Calibration {
  const pools: { rows: number; left: number; margins: number }[] = [];
  for (const row of ascending(margins)) {
    let last = { rows: 1, left: labels[row] ?? 0, margins: margins[row] ?? 0 };
    for (let above = pools.at(-1); above; above = pools.at(-1)) {
      if (above.left * last.rows < last.left * above.rows) break;
      pools.pop();
      last = {
        rows: above.rows + last.rows,
        left: above.left + last.left,
        margins: above.margins + last.margins,
      };
    }
    pools.push(last);
  }
  const at = Float64Array.from(pools, (pool) => pool.margins / pool.rows);
  // Half a row of either kind more: nothing is told to be certain.
  const chances = Float64Array.from(pools, ({ left, rows }) => (left + 0.5) / (rows + 1));
  for (let pool = 1; pool < chances.length; pool += 1) {
    chances[pool] = Math.max(chances[pool] ?? 0, chances[pool - 1] ?? 0);
  }
  return { kind: 'isotonic', at, chances };
}

/** The chances to tell for log-odds. */
export function calibrated(calibration: Calibration, margins: Float64Array): Float64Array {
  switch (calibration.kind) {
    case 'none':
      return margins.map(sigmoid);
    case 'platt':
      return margins.map((margin) => sigmoid(calibration.slope * margin + calibration.intercept));
    case 'isotonic':
      return margins.map((margin) => along(calibration, margin));
  }
}

function along({ at, chances }: { at: Float64Array; chances: Float64Array }, margin: number) {
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) <= margin) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return beyond(chances[0] ?? 0.5, margin - (at[0] ?? 0));
  const from = at[low - 1] ?? 0;
  if (low === at.length) return beyond(chances[low - 1] ?? 0.5, margin - from);
  const share = (margin - from) / ((at[low] ?? 0) - from);
  const [lower, upper] = [chances[low - 1] ?? 0, chances[low] ?? 0];
  return lower + (upper - lower) * share;
}

/** Past the ends a chance goes on slowly with the score, so that order is kept there too. */
function beyond(chance: number, distance: number): number {
  return sigmoid(logOdds(chance) + distance * 0.1);
}
