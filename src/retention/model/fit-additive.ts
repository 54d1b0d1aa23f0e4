import { type Additive, additiveMargins } from './additive.ts';
import { type Bag, type BagPlan, dealBags } from './bags.ts';
import type { Binned } from './binning.ts';
import { choosePairs, type PairPlan } from './choose-pairs.ts';
import { boostTerms, type BoostLimits, type Standing, type Term } from './boost-terms.ts';
import { fitCells } from './fit-cells.ts';
import { cutOrder, fitSteps } from './fit-steps.ts';
import { heldOutOf, type HeldOut } from './held-out.ts';
import { logOdds } from './logistic.ts';
import { cellsOf, type PairShape } from './pairs.ts';
import { purify } from './purify.ts';
import { takeSample } from './sample.ts';

export type AdditivePlan = PairPlan & {
  bags: BagPlan;
  mains: BoostLimits;
  pairs: BoostLimits;
};

/** What one bag has learnt. */
type Learnt = { intercept: number; mains: Float64Array[]; pairs: Float64Array[] };

/**
 * Fits the sum of functions: in each bag first those of single features, then, from where these
 * ended, those of the pairs found; the model is the mean of the bags.
 * @returns also what was said of rows held out, which calibration and choice go by
 */
export function fitAdditive(
  binned: Binned,
  labels: Uint8Array,
  rows: Int32Array,
  plan: AdditivePlan,
  seed: number,
): { model: Additive; heldOut: HeldOut } {
  const bags = dealBags(labels, rows, plan.bags, seed);
  const learnt = bags.map((bag) => learnMains(binned, labels, bag, plan));
  const sample = takeSample(binned, labels, someRows(bags));
  const shapes = choosePairs(meanOf(binned, learnt, []), sample, plan);
  const heldOut = heldOutOf(binned.rowCount);
  for (const [at, bag] of bags.entries()) {
    const own = learnt[at];
    if (own) heldOut.add(bag.held, learnPairs(binned, labels, bag, own, { shapes, plan }));
  }
  return { model: purify(meanOf(binned, learnt, shapes), sample.codes), heldOut: heldOut.taken() };
}

function learnMains(binned: Binned, labels: Uint8Array, bag: Bag, plan: AdditivePlan): Learnt {
  const train = takeSample(binned, labels, bag.train);
  const held = takeSample(binned, labels, bag.held);
  const intercept = logOdds(train.labels.reduce((sum, label) => sum + label, 0) / train.size);
  const standing: Standing = {
    train: new Float64Array(train.size).fill(intercept),
    held: new Float64Array(held.size).fill(intercept),
    trainLabels: train.labels,
    heldLabels: held.labels,
  };
  const terms = binned.binnings.map(({ kind, binCount }, feature): Term => ({
    cells: binCount,
    train: train.codes[feature] ?? new Uint8Array(),
    held: held.codes[feature] ?? new Uint8Array(),
    fit: (histogram, steps) => {
      const order = cutOrder(histogram, binCount, kind === 'categorical');
      fitSteps(histogram, order, plan.mains, steps);
    },
  }));
  return { intercept, mains: boostTerms(terms, standing, plan.mains).functions, pairs: [] };
}

/** Boosts the pairs of a bag from where its single functions ended; answers for its held rows. */
function learnPairs(
  binned: Binned,
  labels: Uint8Array,
  bag: Bag,
  learnt: Learnt,
  { shapes, plan }: { shapes: readonly PairShape[]; plan: AdditivePlan },
): Float64Array {
  const train = takeSample(binned, labels, bag.train);
  const held = takeSample(binned, labels, bag.held);
  const alone: Additive = { binnings: binned.binnings, ...learnt, pairs: [] };
  const standing: Standing = {
    train: additiveMargins(alone, train.codes),
    held: additiveMargins(alone, held.codes),
    trainLabels: train.labels,
    heldLabels: held.labels,
  };
  const terms = shapes.map((shape): Term => {
    const grid = { rows: shape.rows.groups, columns: shape.columns.groups };
    return {
      cells: grid.rows * grid.columns,
      train: cellsOf(shape, train.codes),
      held: cellsOf(shape, held.codes),
      fit: (histogram, steps) => fitCells(histogram, grid, plan.pairs, steps),
    };
  });
  learnt.pairs = boostTerms(terms, standing, plan.pairs).functions;
  return standing.held;
}

/** The first bag's rows, of many only some: they show what the functions do. */
function someRows([bag]: readonly Bag[]): Int32Array {
  if (!bag) return new Int32Array();
  const rows = new Int32Array(bag.train.length + bag.held.length);
  rows.set(bag.train);
  rows.set(bag.held, bag.train.length);
  const step = Math.ceil(rows.length / 60_000);
  return step === 1 ? rows : rows.filter((_, at) => at % step === 0);
}

function meanOf(binned: Binned, learnt: readonly Learnt[], shapes: readonly PairShape[]): Additive {
  const mean = (functions: (Float64Array | undefined)[]): Float64Array =>
    new Float64Array(functions[0]?.length ?? 0).map(
      (_, cell) => functions.reduce((sum, own) => sum + (own?.[cell] ?? 0), 0) / functions.length,
    );
  return {
    binnings: binned.binnings,
    intercept: learnt.reduce((sum, one) => sum + one.intercept, 0) / learnt.length,
    mains: binned.binnings.map((_, feature) => mean(learnt.map(({ mains }) => mains[feature]))),
    pairs: shapes.map((shape, at) => ({
      ...shape,
      values: mean(learnt.map(({ pairs }) => pairs[at])),
    })),
  };
}
