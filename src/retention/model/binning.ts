import type { CategoricalColumn, Column, NumericColumn, Table } from './table.ts';

/** Bin 0 holds what is missing; the others go from 1 on, 255 at most. */
const MISSING_BIN = 0;
const MAX_BINS = 255;

/** A level that fewer rows have is thrown together with the other rare ones. */
const RAREST_LEVEL_ROWS = 5;

/** So many values, evenly taken, show where the quantiles lie. */
const QUANTILE_SAMPLE = 200_000;

/** How a column's values become bins. */
export type Binning = { name: string; binCount: number } & (
  | {
      kind: 'numeric';
      /** Ascending; a value goes above each cut it is not below. */ cuts: Float64Array;
    }
  | {
      kind: 'categorical';
      /** The bin of each common level; the rest is the last bin. */ bins: Map<string, number>;
    }
);

/** The bins of all rows, a column a feature. */
export type Binned = {
  rowCount: number;
  binnings: readonly Binning[];
  codes: readonly Uint8Array[];
};

/** Learns the bins of each column from some rows. One bin says nothing: its column is dropped. */
export function learnBinnings(table: Table, rows: Int32Array): Binning[] {
  return table.columns
    .map((column) =>
      column.kind === 'numeric' ? numericBinning(column, rows) : levelBinning(column, rows),
    )
    .filter((binning) => binning !== null);
}

function numericBinning({ name, values }: NumericColumn, rows: Int32Array): Binning | null {
  const step = Math.max(1, Math.floor(rows.length / QUANTILE_SAMPLE));
  const known = new Float64Array(Math.ceil(rows.length / step));
  let count = 0;
  for (let at = 0; at < rows.length; at += step) {
    const value = values[rows[at] ?? 0] ?? Number.NaN;
    if (!Number.isNaN(value)) known[count++] = value;
  }
  const cuts = quantileCuts(known.subarray(0, count).toSorted(), MAX_BINS - 1);
  const isAllMissing = count === 0;
  const isNeverMissing = count * step >= rows.length;
  if (isAllMissing || (cuts.length === 0 && isNeverMissing)) return null;
  return { name, kind: 'numeric', cuts, binCount: cuts.length + 2 };
}

/**
 * Cuts sorted values into bins of about as many rows each; between two neighbours the cut lies in
 * the middle, so that a value nobody had yet goes to the nearer one.
 */
export function quantileCuts(sorted: Float64Array, maxBins: number): Float64Array {
  const cuts: number[] = [];
  let distinct = 1;
  for (let at = 1; at < sorted.length; at += 1) if (sorted[at] !== sorted[at - 1]) distinct += 1;
  const isEachItsOwn = distinct <= maxBins;
  const target = sorted.length / maxBins;
  let began = 0;
  for (let at = 1; at < sorted.length; at += 1) {
    const [low, high] = [sorted[at - 1] ?? 0, sorted[at] ?? 0];
    if (low === high || (!isEachItsOwn && at - began < target)) continue;
    cuts.push(between(low, high));
    began = at;
  }
  return Float64Array.from(cuts);
}

function between(low: number, high: number): number {
  const middle = low + (high - low) / 2;
  return middle > low && middle <= high ? middle : high;
}

function levelBinning(column: CategoricalColumn, rows: Int32Array): Binning | null {
  const counts = new Int32Array(column.levels.length);
  let missing = 0;
  for (const row of rows) {
    const code = column.codes[row] ?? -1;
    if (code < 0) missing += 1;
    else counts[code] = (counts[code] ?? 0) + 1;
  }
  const common = [...counts.keys()]
    .filter((code) => (counts[code] ?? 0) >= RAREST_LEVEL_ROWS)
    .toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
    .slice(0, MAX_BINS - 2);
  const kept = common.reduce((sum, code) => sum + (counts[code] ?? 0), 0);
  const hasRest = rows.length - missing - kept > 0;
  if (common.length + (hasRest ? 1 : 0) + (missing > 0 ? 1 : 0) < 2) return null;
  const bins = new Map(common.map((code, at) => [column.levels[code] ?? '', at + 1]));
  return { name: column.name, kind: 'categorical', bins, binCount: common.length + 2 };
}

/** Puts all rows of a table into bins. Columns are found by name. */
export function binTable(table: Table, binnings: readonly Binning[]): Binned {
  const byName = new Map(table.columns.map((column) => [column.name, column]));
  const codes = binnings.map((binning) => {
    const out = new Uint8Array(table.rowCount);
    const column = byName.get(binning.name);
    if (column) binColumn(column, binning, out);
    return out;
  });
  return { rowCount: table.rowCount, binnings, codes };
}

/** Writes the bins of a column's rows; what is of another kind than it was learnt as is missing. */
function binColumn(column: Column, binning: Binning, out: Uint8Array): void {
  if (column.kind === 'numeric' && binning.kind === 'numeric') {
    const find = cutFinder(binning.cuts);
    const { values } = column;
    for (let row = 0; row < out.length; row += 1) out[row] = find(values[row] ?? Number.NaN);
  }
  if (column.kind === 'categorical' && binning.kind === 'categorical') {
    const rest = binning.binCount - 1;
    const binOf = Uint8Array.from(column.levels, (level) => binning.bins.get(level) ?? rest);
    const { codes } = column;
    for (let row = 0; row < out.length; row += 1) {
      const code = codes[row] ?? -1;
      out[row] = code < 0 ? MISSING_BIN : (binOf[code] ?? rest);
    }
  }
}

/**
 * A number's bin. An even grid over the cuts says where the search begins, so that it mostly ends
 * at the first look; a plain binary search takes four times as long.
 */
export function cutFinder(cuts: Float64Array): (value: number) => number {
  const lowest = cuts[0] ?? 0;
  const highest = cuts.at(-1) ?? 0;
  const cells = cuts.length * 4 + 1;
  const scale = highest > lowest ? (cells - 1) / (highest - lowest) : 0;
  const starts = new Uint8Array(cells);
  for (let cell = 0, at = 0; cell < cells; cell += 1) {
    while (at < cuts.length && Math.floor(((cuts[at] ?? 0) - lowest) * scale) < cell) at += 1;
    starts[cell] = at;
  }
  const count = cuts.length;
  return (value) => {
    if (Number.isNaN(value)) return MISSING_BIN;
    if (value >= highest) return count + 1;
    if (value < lowest) return 1;
    let at = starts[Math.floor((value - lowest) * scale)] ?? 0;
    while (at < count && (cuts[at] ?? 0) <= value) at += 1;
    return at + 1;
  };
}
