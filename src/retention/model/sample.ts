import type { Binned } from './binning.ts';

/** The bins and labels of some rows, laid out one after another for passes over all of them. */
export type Sample = { size: number; codes: readonly Uint8Array[]; labels: Uint8Array };

export function takeSample(binned: Binned, labels: Uint8Array, rows: Int32Array): Sample {
  return {
    size: rows.length,
    codes: binned.codes.map((codes) => takeBytes(codes, rows)),
    labels: takeBytes(labels, rows),
  };
}

function takeBytes(from: Uint8Array, rows: Int32Array): Uint8Array {
  const taken = new Uint8Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) taken[at] = from[rows[at] ?? 0] ?? 0;
  return taken;
}
