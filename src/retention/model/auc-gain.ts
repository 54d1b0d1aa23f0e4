import { ascending } from './measures.ts';

export type AucGain = {
  /** By how much the AUC of the first is above that of the other. */
  difference: number;
  /** Its standard error, both having told the very same rows. */
  error: number;
};

/**
 * How much better one tells the same rows than another: E. R. DeLong, D. M. DeLong and D. L.
 * Clarke-Pearson, “Comparing the Areas under Two or More Correlated Receiver Operating
 * Characteristic Curves” (1988).
 * @returns null where there are fewer than two of a class
 */
export function aucGain(
  one: Float64Array,
  other: Float64Array,
  labels: Uint8Array,
): AucGain | null {
  const [own, others] = [placesOf(one, labels), placesOf(other, labels)];
  const apart: [stayers: number[], leavers: number[]] = [[], []];
  for (const [row, label] of labels.entries()) {
    apart[label === 1 ? 1 : 0].push((own[row] ?? 0) - (others[row] ?? 0));
  }
  const [stayers, leavers] = apart.map(spreadOf);
  if (!stayers || !leavers || stayers.count < 2 || leavers.count < 2) return null;
  const variance = stayers.variance / stayers.count + leavers.variance / leavers.count;
  return { difference: leavers.mean, error: Math.sqrt(variance) };
}

/** Of each row the share of the other class that it stands rightly to; ties count half. */
function placesOf(scores: Float64Array, labels: Uint8Array): Float64Array {
  const order = ascending(scores);
  const leavers = labels.reduce((sum, label) => sum + label, 0);
  const stayers = labels.length - leavers;
  const places = new Float64Array(labels.length);
  let leaversBelow = 0;
  for (let from = 0; from < order.length;) {
    let to = from;
    let hits = 0;
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) {
      hits += labels[order[to] ?? 0] ?? 0;
      to += 1;
    }
    const stayersBelow = from - leaversBelow;
    const ofLeaver = (stayersBelow + (to - from - hits) / 2) / stayers;
    const ofStayer = (leavers - leaversBelow - hits / 2) / leavers;
    for (const row of order.subarray(from, to)) {
      places[row] = labels[row] === 1 ? ofLeaver : ofStayer;
    }
    leaversBelow += hits;
    from = to;
  }
  return places;
}

function spreadOf(numbers: readonly number[]): { count: number; mean: number; variance: number } {
  const count = numbers.length;
  const mean = numbers.reduce((sum, one) => sum + one, 0) / count;
  const variance = numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (count - 1);
  return { count, mean, variance };
}
