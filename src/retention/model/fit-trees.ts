import { type Bag, type BagPlan, dealBags } from './bags.ts';
import type { Binned } from './binning.ts';
import { addTree, growTree, type Tree } from './grow-tree.ts';
import { heldOutOf, type HeldOut } from './held-out.ts';
import { logOdds, marginLoss, noSlopes, takeSlopes } from './logistic.ts';
import { type Random, randomOf, shuffled } from './random.ts';
import { takeSample } from './sample.ts';
import type { TreeLimits } from './split.ts';
import { everyRow } from './table.ts';

export type TreesPlan = {
  bags: BagPlan;
  limits: TreeLimits;
  learningRate: number;
  maxTrees: number;
  patience: number;
  /** The shares of rows and of features that one tree sees. */
  rowShare: number;
  featureShare: number;
};

type Forest = { intercept: number; trees: Tree[] };

/** Boosted trees of several bags; the score is the mean of the bags' log-odds. */
export type Trees = { forests: readonly Forest[]; learningRate: number };

/** Fits the challenger: in each bag trees upon trees until the held-out loss falls no more. */
export function fitTrees(
  binned: Binned,
  labels: Uint8Array,
  rows: Int32Array,
  plan: TreesPlan,
  seed: number,
): { model: Trees; heldOut: HeldOut } {
  const random = randomOf(seed);
  const heldOut = heldOutOf(binned.rowCount);
  const forests = dealBags(labels, rows, plan.bags, seed).map((bag) => {
    const { forest, margins } = learnForest(binned, labels, bag, plan, random);
    heldOut.add(bag.held, margins);
    return forest;
  });
  return { model: { forests, learningRate: plan.learningRate }, heldOut: heldOut.taken() };
}

function learnForest(
  binned: Binned,
  labels: Uint8Array,
  bag: Bag,
  plan: TreesPlan,
  random: Random,
): { forest: Forest; margins: Float64Array } {
  const train = takeSample(binned, labels, bag.train);
  const held = takeSample(binned, labels, bag.held);
  const intercept = logOdds(train.labels.reduce((sum, label) => sum + label, 0) / train.size);
  const margins = {
    train: new Float64Array(train.size).fill(intercept),
    held: new Float64Array(held.size).fill(intercept),
  };
  const slopes = noSlopes(train.size);
  const trees: Tree[] = [];
  const draw = drawing(train.size, binned.binnings.length, plan, random);
  let [best, bestCount] = [marginLoss(margins.held, held.labels), 0];
  let kept = margins.held.slice();
  while (trees.length < plan.maxTrees && trees.length - bestCount <= plan.patience) {
    takeSlopes(margins.train, train.labels, slopes);
    const { order, features } = draw();
    const options = { limits: plan.limits, features };
    const tree = growTree(train.codes, binned.binnings, slopes, order, options);
    trees.push(tree);
    addTree(margins.train, tree, train.codes, plan.learningRate);
    addTree(margins.held, tree, held.codes, plan.learningRate);
    const loss = marginLoss(margins.held, held.labels);
    if (!(loss < best)) continue;
    [best, bestCount] = [loss, trees.length];
    kept = margins.held.slice();
  }
  return { forest: { intercept, trees: trees.slice(0, bestCount) }, margins: kept };
}

/** Draws the rows and the features that the next tree sees. */
function drawing(size: number, featureCount: number, plan: TreesPlan, random: Random) {
  const everyFeature = everyRow(featureCount);
  const count = Math.max(1, Math.round(featureCount * plan.featureShare));
  return (): { order: Int32Array; features: number[] } => {
    const order = new Int32Array(size);
    let taken = 0;
    for (let at = 0; at < size; at += 1) if (random() < plan.rowShare) order[taken++] = at;
    const features = Array.from(shuffled(everyFeature, random).subarray(0, count));
    return { order: order.slice(0, taken), features };
  };
}

/** The log-odds of every row. */
export function treesMargins(model: Trees, codes: Binned['codes']): Float64Array {
  const margins = new Float64Array(codes[0]?.length ?? 0);
  for (const { intercept, trees } of model.forests) {
    for (let row = 0; row < margins.length; row += 1)
      margins[row] = (margins[row] ?? 0) + intercept;
    for (const tree of trees) addTree(margins, tree, codes, model.learningRate);
  }
  return margins.map((sum) => sum / model.forests.length);
}
