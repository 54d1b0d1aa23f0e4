import type { Additive } from './additive.ts';
import type { Binned } from './binning.ts';

/** So many reasons are told of each row. */
export const REASONS = 3;

/** What raises the odds by less than a tenth is no reason to tell anybody. */
export const LEAST_REASON = 0.1;

/** Scores with what raises them most: `REASONS` places a row, the strongest first. */
export type Reasoned = {
  margins: Float64Array;
  /** The feature, or −1 where nothing more raises the risk. */
  features: Int16Array;
  /** By how much it raises the log-odds above those of the mean row. */
  amounts: Float32Array;
};

/**
 * Scores every row and finds its reasons. A feature's part is its own function and half of each of
 * its pairs, which for purified functions is its Shapley value; with the intercept the parts of all
 * features sum to the score.
 */
export function scoreWithReasons(model: Additive, codes: Binned['codes']): Reasoned {
  const rowCount = codes[0]?.length ?? 0;
  const out: Reasoned = {
    margins: new Float64Array(rowCount),
    features: new Int16Array(rowCount * REASONS).fill(-1),
    amounts: new Float32Array(rowCount * REASONS),
  };
  const explain = explaining(model, codes);
  const parts = new Float64Array(model.mains.length);
  for (let row = 0; row < rowCount; row += 1) {
    out.margins[row] = explain(row, parts);
    keepStrongest(parts, row * REASONS, out);
  }
  return out;
}

/** Writes each feature's part in one row's score; answers with the score. */
export function explaining(
  model: Additive,
  codes: Binned['codes'],
): (row: number, parts: Float64Array) => number {
  const { mains, pairs, intercept } = model;
  return (row, parts) => {
    let margin = intercept;
    for (let feature = 0; feature < mains.length; feature += 1) {
      const part = mains[feature]?.[codes[feature]?.[row] ?? 0] ?? 0;
      parts[feature] = part;
      margin += part;
    }
    for (const { first, second, rows, columns, values } of pairs) {
      const line = rows.groupOf[codes[first]?.[row] ?? 0] ?? 0;
      const column = columns.groupOf[codes[second]?.[row] ?? 0] ?? 0;
      const together = values[line * columns.groups + column] ?? 0;
      parts[first] = (parts[first] ?? 0) + together / 2;
      parts[second] = (parts[second] ?? 0) + together / 2;
      margin += together;
    }
    return margin;
  };
}

/** The strongest three that raise the risk, by one pass. */
function keepStrongest(parts: Float64Array, from: number, { features, amounts }: Reasoned): void {
  let [first, second, third] = [-1, -1, -1];
  let [most, more, least] = [LEAST_REASON, LEAST_REASON, LEAST_REASON];
  for (let feature = 0; feature < parts.length; feature += 1) {
    const part = parts[feature] ?? 0;
    if (part <= least) continue;
    if (part > most) {
      third = second;
      least = more;
      second = first;
      more = most;
      first = feature;
      most = part;
    } else if (part > more) {
      third = second;
      least = more;
      second = feature;
      more = part;
    } else {
      third = feature;
      least = part;
    }
  }
  features[from] = first;
  features[from + 1] = second;
  features[from + 2] = third;
  amounts[from] = first < 0 ? 0 : most;
  amounts[from + 1] = second < 0 ? 0 : more;
  amounts[from + 2] = third < 0 ? 0 : least;
}
