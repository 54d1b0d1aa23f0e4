import type { Binned, Binning } from './binning.ts';
import type { Histogram } from './histogram.ts';
import { fillRows, histogramsOf, subtract } from './tree-histograms.ts';
import { bestSplit, type Split, type TreeLimits } from './split.ts';
import type { Slopes } from './logistic.ts';

/** A tree as columns: inner nodes ask of a feature's bin, leaves (feature −1) tell a value. */
export type Tree = {
  features: Int16Array;
  /** 256 answers a node: 1 where that bin goes left. */
  goesLeft: Uint8Array;
  lefts: Int16Array;
  rights: Int16Array;
  values: Float64Array;
};

type Leaf = {
  node: number;
  from: number;
  to: number;
  histograms: Histogram[];
  split: Split | null;
};

type Growing = {
  codes: Binned['codes'];
  binnings: readonly Binning[];
  slopes: Slopes;
  limits: TreeLimits;
  features: readonly number[];
  order: Int32Array;
  tree: Tree;
};

/**
 * Grows one tree leaf by leaf, always where the loss falls most, on the histograms of a sample.
 * Only the smaller child's are counted; its sibling's are what is left of the parent's.
 * @param order the places of the rows it learns from; it ends sorted by leaf
 */
export function growTree(
  codes: Binned['codes'],
  binnings: readonly Binning[],
  slopes: Slopes,
  order: Int32Array,
  options: { limits: TreeLimits; features: readonly number[] },
): Tree {
  const { limits, features } = options;
  const tree = emptyTree(limits.maxLeaves * 2 - 1);
  const growing: Growing = { codes, binnings, slopes, limits, features, order, tree };
  const root = newLeaf(growing, 0, { from: 0, to: order.length });
  const leaves: Leaf[] = [root];
  for (let nodes = 1; leaves.length < limits.maxLeaves; nodes += 2) {
    let best: Leaf | null = null;
    for (const leaf of leaves) {
      if (leaf.split && leaf.split.gain > (best?.split?.gain ?? limits.minGain)) best = leaf;
    }
    if (!best?.split) break;
    leaves.splice(leaves.indexOf(best), 1, ...splitLeaf(growing, best, best.split, nodes));
  }
  for (const leaf of leaves) tree.values[leaf.node] = leafValue(growing, leaf);
  return tree;
}

function emptyTree(nodes: number): Tree {
  return {
    features: new Int16Array(nodes).fill(-1),
    goesLeft: new Uint8Array(nodes * 256),
    lefts: new Int16Array(nodes),
    rights: new Int16Array(nodes),
    values: new Float64Array(nodes),
  };
}

function newLeaf(growing: Growing, node: number, { from, to }: { from: number; to: number }): Leaf {
  const histograms = histogramsOf(growing.binnings);
  fillRows(growing, from, to, histograms);
  const leaf: Leaf = { node, from, to, histograms, split: null };
  leaf.split = bestSplit(growing.binnings, growing.features, histograms, growing.limits);
  return leaf;
}

function splitLeaf(growing: Growing, leaf: Leaf, split: Split, nodes: number): [Leaf, Leaf] {
  const { tree } = growing;
  tree.features[leaf.node] = split.feature;
  tree.goesLeft.set(split.goesLeft, leaf.node * 256);
  tree.lefts[leaf.node] = nodes;
  tree.rights[leaf.node] = nodes + 1;
  const middle = partition(growing, leaf, split);
  const left = { from: leaf.from, to: middle };
  const right = { from: middle, to: leaf.to };
  const isLeftSmaller = middle - leaf.from <= leaf.to - middle;
  const small = newLeaf(growing, isLeftSmaller ? nodes : nodes + 1, isLeftSmaller ? left : right);
  subtract(leaf.histograms, small.histograms);
  const large: Leaf = {
    node: isLeftSmaller ? nodes + 1 : nodes,
    ...(isLeftSmaller ? right : left),
    histograms: leaf.histograms,
    split: bestSplit(growing.binnings, growing.features, leaf.histograms, growing.limits),
  };
  return [small, large];
}

/** Puts the rows that go left before the others, keeping their order; answers where they meet. */
function partition({ codes, order }: Growing, { from, to }: Leaf, split: Split): number {
  const own = codes[split.feature] ?? new Uint8Array();
  const aside = new Int32Array(to - from);
  let [left, right] = [from, 0];
  for (let at = from; at < to; at += 1) {
    const place = order[at] ?? 0;
    if (split.goesLeft[own[place] ?? 0] === 1) order[left++] = place;
    else aside[right++] = place;
  }
  order.set(aside.subarray(0, right), left);
  return left;
}

function leafValue({ slopes, order, limits }: Growing, { from, to }: Leaf): number {
  let [slope, bend] = [0, 0];
  for (let at = from; at < to; at += 1) {
    slope += slopes.gradients[order[at] ?? 0] ?? 0;
    bend += slopes.hessians[order[at] ?? 0] ?? 0;
  }
  return -slope / (bend + limits.ridge);
}

/** Adds what a tree says, times `rate`, to each row's log-odds. */
export function addTree(to: Float64Array, tree: Tree, codes: Binned['codes'], rate: number): void {
  const { features, goesLeft, lefts, rights, values } = tree;
  for (let row = 0; row < to.length; row += 1) {
    let node = 0;
    for (let feature = features[0] ?? -1; feature >= 0; feature = features[node] ?? -1) {
      const bin = codes[feature]?.[row] ?? 0;
      node = (goesLeft[node * 256 + bin] === 1 ? lefts[node] : rights[node]) ?? 0;
    }
    to[row] = (to[row] ?? 0) + rate * (values[node] ?? 0);
  }
}
