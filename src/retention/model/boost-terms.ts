import { emptyHistogram, fillHistogram, type Histogram } from './histogram.ts';
import type { StepLimits } from './fit-steps.ts';
import { marginLoss, noSlopes, type Slopes, takeSlopes } from './logistic.ts';

export type BoostLimits = StepLimits & {
  learningRate: number;
  maxRounds: number;
  /** Ends when the held-out loss has not fallen for so many rounds. */
  patience: number;
};

/** What one function of the sum is learnt from: the bins of one feature, or the cells of two. */
export type Term = {
  cells: number;
  train: Uint8Array;
  held: Uint8Array;
  /** Writes the step of each cell that lowers the loss most. */
  fit: (histogram: Histogram, steps: Float64Array) => void;
};

/** Log-odds that have been reached, and what came true, of the rows learnt from and held out. */
export type Standing = {
  train: Float64Array;
  held: Float64Array;
  trainLabels: Uint8Array;
  heldLabels: Uint8Array;
};

/**
 * So many terms take their steps from the same slopes before these are counted anew. Their steps
 * add up, which does no harm while their number times the learning rate stays under one.
 */
const BLOCK = 8;

/** A fall of the held-out loss that is worth another round. */
const LEAST_FALL = 1e-6;

/**
 * Boosts one function a term, round by round over all of them, and keeps what stood when the
 * held-out loss was lowest. `standing` ends with what was kept.
 */
export function boostTerms(
  terms: readonly Term[],
  standing: Standing,
  limits: BoostLimits,
): { functions: Float64Array[]; rounds: number } {
  const functions = terms.map(({ cells }) => new Float64Array(cells));
  const kept = functions.map((values) => values.slice());
  const run = roundOf(terms, functions, standing, limits);
  let [best, bestRound] = [marginLoss(standing.held, standing.heldLabels), 0];
  for (
    let round = 1;
    round <= limits.maxRounds && round - bestRound <= limits.patience;
    round += 1
  ) {
    run();
    const loss = marginLoss(standing.held, standing.heldLabels);
    if (!(loss < best - LEAST_FALL)) continue;
    [best, bestRound] = [loss, round];
    for (const [at, values] of functions.entries()) kept[at]?.set(values);
  }
  for (const [at, { train, held }] of terms.entries()) {
    const back = difference(kept[at], functions[at]);
    addSteps(standing.train, train, back);
    addSteps(standing.held, held, back);
  }
  return { functions: kept, rounds: bestRound };
}

/** One round over all terms: each takes its step. */
function roundOf(
  terms: readonly Term[],
  functions: readonly Float64Array[],
  standing: Standing,
  limits: BoostLimits,
): () => void {
  const slopes = noSlopes(standing.train.length);
  const works = terms.map((term, at) => ({
    term,
    values: functions[at] ?? new Float64Array(),
    histogram: emptyHistogram(term.cells),
    steps: new Float64Array(term.cells),
  }));
  return () => {
    for (let from = 0; from < works.length; from += BLOCK) {
      const block = works.slice(from, from + BLOCK);
      takeSlopes(standing.train, standing.trainLabels, slopes);
      for (const work of block) takeStep(work, slopes, limits.learningRate);
      for (const { term, steps } of block) {
        addSteps(standing.train, term.train, steps);
        addSteps(standing.held, term.held, steps);
      }
    }
  };
}

type Work = { term: Term; values: Float64Array; histogram: Histogram; steps: Float64Array };

function takeStep({ term, values, histogram, steps }: Work, slopes: Slopes, rate: number): void {
  fillHistogram(term.train, slopes, histogram);
  term.fit(histogram, steps);
  for (let cell = 0; cell < steps.length; cell += 1) {
    const step = (steps[cell] ?? 0) * rate;
    steps[cell] = step;
    values[cell] = (values[cell] ?? 0) + step;
  }
}

/** Adds to each row the step of its cell. */
export function addSteps(to: Float64Array, cells: Uint8Array, steps: Float64Array): void {
  for (let at = 0; at < to.length; at += 1) {
    to[at] = (to[at] ?? 0) + (steps[cells[at] ?? 0] ?? 0);
  }
}

function difference(a: Float64Array | undefined, b: Float64Array | undefined): Float64Array {
  return Float64Array.from(a ?? [], (value, at) => value - (b?.[at] ?? 0));
}
