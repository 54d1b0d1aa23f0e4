import type { Slopes } from './logistic.ts';
import type { Sample } from './sample.ts';

/** Sums of slopes and bends a bin. */
export type Histogram = { gradients: Float64Array; hessians: Float64Array };

export const emptyHistogram = (bins: number): Histogram => ({
  gradients: new Float64Array(bins),
  hessians: new Float64Array(bins),
});

/** Sums the slopes of a sample by one feature's bins, over what stood in `out`. */
export function fillHistogram(
  codes: Sample['codes'][number],
  { gradients, hessians }: Slopes,
  out: Histogram,
): void {
  const { gradients: sums, hessians: bends } = out;
  sums.fill(0);
  bends.fill(0);
  for (let at = 0; at < codes.length; at += 1) {
    const bin = codes[at] ?? 0;
    sums[bin] = (sums[bin] ?? 0) + (gradients[at] ?? 0);
    bends[bin] = (bends[bin] ?? 0) + (hessians[at] ?? 0);
  }
}
