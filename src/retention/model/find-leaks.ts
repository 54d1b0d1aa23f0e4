import { binTable, learnBinnings } from './binning.ts';
import { auc } from './measures.ts';
import { everyRow, type Table } from './table.ts';

export type Leak = {
  column: string;
  /** What gave it away. */ by: 'value' | 'missing';
  auc: number;
};

/** What one feature alone can tell of a future; above this it mostly tells what came after it. */
const TOO_GOOD = 0.9;

/** Missing values that tell so much are filled in, or emptied, when somebody leaves. */
const TELLING_MISSING = 0.75;

/** Steadies the share of leavers in a bin of few rows. */
const PULL = 20;

/** The columns that seem to know the answer: each by itself, by its values or where it has none. */
export function findLeaks(table: Table, labels: Uint8Array): Leak[] {
  const binnings = learnBinnings(table, everyRow(table.rowCount));
  const { codes } = binTable(table, binnings);
  const left = labels.reduce((sum, label) => sum + label, 0);
  const base = left / labels.length;
  return binnings.flatMap(({ name, binCount }, feature): Leak[] => {
    const own = codes[feature] ?? new Uint8Array();
    const missing = Float64Array.from(own, (bin) => (bin === 0 ? 1 : 0));
    const byMissing = auc(missing, labels);
    const telling = Math.max(byMissing, 1 - byMissing);
    if (telling > TELLING_MISSING) return [{ column: name, by: 'missing', auc: telling }];
    const byValue = auc(othersShare(own, labels, binCount, base), labels);
    return byValue > TOO_GOOD ? [{ column: name, by: 'value', auc: byValue }] : [];
  });
}

/** Each row's share of leavers in its bin, itself left out: so a bin of one row tells nothing. */
function othersShare(
  own: Uint8Array,
  labels: Uint8Array,
  binCount: number,
  base: number,
): Float64Array {
  const [rows, left] = [new Float64Array(binCount), new Float64Array(binCount)];
  for (let at = 0; at < own.length; at += 1) {
    const bin = own[at] ?? 0;
    rows[bin] = (rows[bin] ?? 0) + 1;
    left[bin] = (left[bin] ?? 0) + (labels[at] ?? 0);
  }
  return Float64Array.from(own, (bin, at) => {
    const others = (rows[bin] ?? 0) - 1;
    return ((left[bin] ?? 0) - (labels[at] ?? 0) + PULL * base) / (others + PULL);
  });
}
