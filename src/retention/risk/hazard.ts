import { fitCalibration } from '../model/calibrate.ts';
import { sigmoid } from '../model/logistic.ts';

/** So many months ahead life is looked at. */
export const LIFE_MONTHS = 36;

/**
 * The chance of leaving in the k-th month of those who are still there: σ(aₖ + bₖ·m), with m what
 * the model says at the moment. What is known then tells less of later months, so bₖ falls.
 */
export type Hazard = { intercepts: Float64Array; slopes: Float64Array };

/** What came of rows in one month: their log-odds by the model, 1 where they left. */
export type MonthSeen = { margins: Float64Array; labels: Uint8Array };

/** Of fewer leavers no line is drawn: the month is told as the one before it. */
const LEAST_LEAVERS = 30;
const MOST_MARGINS = 4000;

/**
 * Learns a line for each month that was seen, by rows that were held out. Beyond them what was
 * known goes on losing its say at the measured pace, and the mean chance stays that of the last.
 */
export function fitHazard(seen: readonly MonthSeen[]): Hazard {
  const intercepts = new Float64Array(LIFE_MONTHS);
  const slopes = new Float64Array(LIFE_MONTHS).fill(1);
  let measured = 0;
  for (const { margins, labels } of seen) {
    const left = labels.reduce((sum, label) => sum + label, 0);
    const line = left < LEAST_LEAVERS ? null : fitCalibration('platt', margins, labels);
    if (line?.kind !== 'platt') break;
    intercepts[measured] = line.intercept;
    slopes[measured] = line.slope;
    measured += 1;
  }
  const all = seen[0]?.margins ?? new Float64Array();
  const step = Math.max(1, Math.ceil(all.length / MOST_MARGINS));
  const some = all.filter((_, at) => at % step === 0);
  const last = Math.max(0, measured - 1);
  const mean = meanChance(some, intercepts[last] ?? 0, slopes[last] ?? 1);
  const pace = paceOf(slopes, last);
  for (let month = last + 1; month < LIFE_MONTHS; month += 1) {
    const slope = (slopes[month - 1] ?? 1) * pace;
    slopes[month] = slope;
    intercepts[month] = interceptFor(some, slope, mean, intercepts[month - 1] ?? 0);
  }
  return { intercepts, slopes };
}

/** By what the slope falls a month: as it did over the months seen, never below a half. */
function paceOf(slopes: Float64Array, last: number): number {
  if (last === 0) return 0.9;
  const ratio = (slopes[last] ?? 1) / (slopes[0] ?? 1);
  return ratio > 0 ? Math.min(1, Math.max(0.5, ratio ** (1 / last))) : 0.5;
}

function meanChance(margins: Float64Array, intercept: number, slope: number): number {
  return margins.reduce((sum, m) => sum + sigmoid(intercept + slope * m), 0) / margins.length;
}

/** Newton's steps to the intercept that gives the mean asked for. */
function interceptFor(margins: Float64Array, slope: number, mean: number, from: number): number {
  let intercept = from;
  for (let step = 0; step < 12; step += 1) {
    let [value, bend] = [0, 1e-12];
    for (const m of margins) {
      const chance = sigmoid(intercept + slope * m);
      value += chance;
      bend += chance * (1 - chance);
    }
    intercept -= Math.max(-2, Math.min(2, (value - mean * margins.length) / bend));
  }
  return intercept;
}

/** What a subscriber's months ahead look like. */
export type Ahead = {
  chance30: number;
  chance60: number;
  chance90: number;
  /** How many of the next 36 months they are expected to stay. */
  lifetimeMonths: number;
  /** What one unit of margin a month is worth in all, discounted. */
  worth: number;
};

/** @param discount what a sum loses a month, e.g. 0.015 */
export function lookAhead(
  { intercepts, slopes }: Hazard,
  margin: number,
  { months, discount }: { months: number; discount: number },
): Ahead {
  const ahead: Ahead = { chance30: 0, chance60: 0, chance90: 0, lifetimeMonths: 0, worth: 0 };
  let stays = 1;
  let worthOfOne = 1;
  for (let month = 0; month < LIFE_MONTHS; month += 1) {
    const leaves = sigmoid((intercepts[month] ?? 0) + (slopes[month] ?? 0) * margin);
    stays *= 1 - leaves;
    worthOfOne /= 1 + discount;
    ahead.lifetimeMonths += stays;
    if (month < months) ahead.worth += stays * worthOfOne;
    if (month === 0) ahead.chance30 = 1 - stays;
    if (month === 1) ahead.chance60 = 1 - stays;
    if (month === 2) ahead.chance90 = 1 - stays;
  }
  return ahead;
}
