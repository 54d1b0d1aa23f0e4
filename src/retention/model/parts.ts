import { type Random, shuffled } from './random.ts';
import { everyRow } from './table.ts';

/**
 * Deals rows out to parts so that each part has its share of either class.
 * @returns the part (0 … parts − 1) of each of `rows`, in their order
 */
export function stratifiedParts(
  labels: Uint8Array,
  rows: Int32Array,
  parts: number,
  random: Random,
): Uint8Array {
  const part = new Uint8Array(rows.length);
  let dealt = 0;
  for (const label of [1, 0]) {
    const places = everyRow(rows.length).filter((at) => labels[rows[at] ?? 0] === label);
    for (const at of shuffled(places, random)) {
      part[at] = dealt % parts;
      dealt += 1;
    }
  }
  return part;
}

/** The rows whose part it is, and the others. */
export function splitByPart(
  rows: Int32Array,
  partOf: Uint8Array,
  part: number,
): { inside: Int32Array; outside: Int32Array } {
  return {
    inside: rows.filter((_, at) => partOf[at] === part),
    outside: rows.filter((_, at) => partOf[at] !== part),
  };
}
