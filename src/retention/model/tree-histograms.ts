import type { Binned, Binning } from './binning.ts';
import { emptyHistogram, type Histogram } from './histogram.ts';
import type { Slopes } from './logistic.ts';

export const histogramsOf = (binnings: readonly Binning[]): Histogram[] =>
  binnings.map(({ binCount }) => emptyHistogram(binCount));

type Filling = {
  codes: Binned['codes'];
  slopes: Slopes;
  order: Int32Array;
  features: readonly number[];
};

/** Sums the slopes of the rows from one place of an order to another, by those features' bins. */
export function fillRows(
  { codes, slopes, order, features }: Filling,
  from: number,
  to: number,
  out: readonly Histogram[],
): void {
  const size = to - from;
  const gradients = new Float64Array(size);
  const hessians = new Float64Array(size);
  for (let at = 0; at < size; at += 1) {
    const place = order[from + at] ?? 0;
    gradients[at] = slopes.gradients[place] ?? 0;
    hessians[at] = slopes.hessians[place] ?? 0;
  }
  const places = order.subarray(from, to);
  for (const feature of features) {
    const [own, histogram] = [codes[feature], out[feature]];
    if (own && histogram) sumPlaces(own, places, { gradients, hessians }, histogram);
  }
}

function sumPlaces(own: Uint8Array, places: Int32Array, slopes: Slopes, out: Histogram): void {
  const { gradients: sums, hessians: bends } = out;
  const { gradients, hessians } = slopes;
  for (let at = 0; at < places.length; at += 1) {
    const bin = own[places[at] ?? 0] ?? 0;
    sums[bin] = (sums[bin] ?? 0) + (gradients[at] ?? 0);
    bends[bin] = (bends[bin] ?? 0) + (hessians[at] ?? 0);
  }
}

/** Takes a child's sums out of its parent's, which become the sibling's. */
export function subtract(parent: readonly Histogram[], child: readonly Histogram[]): void {
  for (const [feature, { gradients, hessians }] of parent.entries()) {
    const other = child[feature];
    for (let bin = 0; bin < gradients.length; bin += 1) {
      gradients[bin] = (gradients[bin] ?? 0) - (other?.gradients[bin] ?? 0);
      hessians[bin] = (hessians[bin] ?? 0) - (other?.hessians[bin] ?? 0);
    }
  }
}
