import { everyRow } from './table.ts';
/** What was said of rows by those who had not learnt from them. */
export type HeldOut = { rows: Int32Array; margins: Float64Array };

/** Gathers it over bags; a row that several bags held out gets the mean of their log-odds. */
export function heldOutOf(rowCount: number): {
  add: (rows: Int32Array, margins: Float64Array) => void;
  taken: () => HeldOut;
} {
  const sums = new Float64Array(rowCount);
  const counts = new Uint8Array(rowCount);
  return {
    add: (rows, margins) => {
      for (let at = 0; at < rows.length; at += 1) {
        const row = rows[at] ?? 0;
        sums[row] = (sums[row] ?? 0) + (margins[at] ?? 0);
        counts[row] = (counts[row] ?? 0) + 1;
      }
    },
    taken: () => {
      const rows = everyRow(counts.length).filter((row) => (counts[row] ?? 0) > 0);
      const margins = Float64Array.from(rows, (row) => (sums[row] ?? 0) / (counts[row] ?? 1));
      return { rows, margins };
    },
  };
}
