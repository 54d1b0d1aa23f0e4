import { dealBags, type BagPlan } from './bags.ts';
import { type Design, designRows, learnDesign } from './design.ts';
import { heldOutOf, type HeldOut } from './held-out.ts';
import { logOdds } from './logistic.ts';
import { solvePositive } from './solve.ts';
import type { Table } from './table.ts';

/** The baseline that is always shown: logistic regression, its weights pulled to zero. */
export type Ridge = { design: Design; weights: Float64Array };

export type RidgePlan = { bags: BagPlan; penalty: number };

/** Fits on all rows; what it says of held-out ones comes from fits that lack them. */
export function fitRidge(
  table: Table,
  labels: Uint8Array,
  rows: Int32Array,
  plan: RidgePlan,
  seed: number,
): { model: Ridge; heldOut: HeldOut } {
  const heldOut = heldOutOf(table.rowCount);
  for (const bag of dealBags(labels, rows, plan.bags, seed)) {
    const model = fitOnce(table, labels, bag.train, plan.penalty);
    heldOut.add(bag.held, ridgeMargins(model, table, bag.held));
  }
  const most = plan.bags.mostTrained;
  const step = Math.max(1, Math.ceil(rows.length / most));
  const taken = rows.filter((_, at) => at % step === 0);
  return { model: fitOnce(table, labels, taken, plan.penalty), heldOut: heldOut.taken() };
}

function fitOnce(table: Table, labels: Uint8Array, rows: Int32Array, penalty: number): Ridge {
  const design = learnDesign(table, rows);
  const inputs = designRows(design, table, rows);
  const own = Uint8Array.from(rows, (row) => labels[row] ?? 0);
  return { design, weights: newtonWeights(inputs, own, design.width, penalty) };
}

/** Newton's steps (IRLS), until no weight moves. The intercept is not pulled. */
function newtonWeights(
  inputs: Float64Array,
  labels: Uint8Array,
  width: number,
  penalty: number,
): Float64Array {
  const weights = new Float64Array(width);
  weights[0] = logOdds(labels.reduce((sum, label) => sum + label, 0) / labels.length);
  for (let step = 0; step < 15; step += 1) {
    const { slope, bend } = normalEquations(inputs, labels, weights, penalty);
    const move = solvePositive(bend, slope);
    let farthest = 0;
    for (let at = 0; at < width; at += 1) {
      weights[at] = (weights[at] ?? 0) - (move[at] ?? 0);
      farthest = Math.max(farthest, Math.abs(move[at] ?? 0));
    }
    if (!(farthest > 1e-4)) break;
  }
  return weights;
}

function normalEquations(
  inputs: Float64Array,
  labels: Uint8Array,
  weights: Float64Array,
  penalty: number,
): { slope: Float64Array; bend: Float64Array } {
  const width = weights.length;
  const slope = new Float64Array(width);
  const bend = new Float64Array(width * width);
  for (let row = 0; row < labels.length; row += 1) {
    const own = inputs.subarray(row * width, (row + 1) * width);
    const chance = 1 / (1 + Math.exp(-product(own, weights)));
    const [error, weight] = [chance - (labels[row] ?? 0), chance * (1 - chance)];
    for (let a = 0; a < width; a += 1) {
      const value = own[a] ?? 0;
      if (value === 0) continue;
      slope[a] = (slope[a] ?? 0) + error * value;
      const weighted = weight * value;
      const from = a * width;
      for (let b = 0; b <= a; b += 1) {
        bend[from + b] = (bend[from + b] ?? 0) + weighted * (own[b] ?? 0);
      }
    }
  }
  for (let at = 0; at < width; at += 1) {
    const pull = at === 0 ? 1e-6 : penalty;
    slope[at] = (slope[at] ?? 0) + (at === 0 ? 0 : pull * (weights[at] ?? 0));
    bend[at * width + at] = (bend[at * width + at] ?? 0) + pull;
  }
  return { slope, bend };
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** The log-odds of rows, in their order; counted in pieces, so that no wide copy of all stands. */
export function ridgeMargins(model: Ridge, table: Table, rows: Int32Array): Float64Array {
  const { width } = model.design;
  const margins = new Float64Array(rows.length);
  const piece = 4096;
  for (let from = 0; from < rows.length; from += piece) {
    const inputs = designRows(model.design, table, rows.subarray(from, from + piece));
    for (let at = 0; at * width < inputs.length; at += 1) {
      margins[from + at] = product(inputs.subarray(at * width, (at + 1) * width), model.weights);
    }
  }
  return margins;
}
