import type { Binned, Binning } from './binning.ts';
import { cellsOf, type PairTerm } from './pairs.ts';
import { addSteps } from './boost-terms.ts';

/** A sum: a number to begin with, a function a feature, and some of pairs. In log-odds. */
export type Additive = {
  binnings: readonly Binning[];
  intercept: number;
  mains: readonly Float64Array[];
  pairs: readonly PairTerm[];
};

/** The log-odds of every row. */
export function additiveMargins(model: Additive, codes: Binned['codes']): Float64Array {
  const margins = new Float64Array(codes[0]?.length ?? 0).fill(model.intercept);
  for (const [feature, values] of model.mains.entries()) {
    addSteps(margins, codes[feature] ?? new Uint8Array(), values);
  }
  for (const pair of model.pairs) addSteps(margins, cellsOf(pair, codes), pair.values);
  return margins;
}
