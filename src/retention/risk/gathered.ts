import type { Table } from '../model/table.ts';

/** Subscriber-months: what was known of each at a moment, and when they left after it. */
export type Gathered = {
  keys: readonly string[];
  /** A column a fact, NaN where nothing is known. */
  columns: readonly Float32Array[];
  /** The place of each row's moment in `moments`. */
  momentOf: Uint8Array;
  /** Days from the moment to leaving; NaN of who has not left. */
  leftAfter: Float32Array;
  /** Days `YYYY-MM-DD`, the earliest first. */
  moments: readonly string[];
  /** How many days after each moment are known by now. */
  knownDays: readonly number[];
};

/** The length of a month of the hazard, in days. */
export const MONTH_DAYS = 30;

export function tableOf(
  { keys, columns }: Pick<Gathered, 'keys' | 'columns'>,
  without: ReadonlySet<string> = new Set(),
): Table {
  return {
    rowCount: columns[0]?.length ?? 0,
    columns: keys.flatMap((name, at) =>
      without.has(name)
        ? []
        : [{ name, kind: 'numeric' as const, values: columns[at] ?? new Float32Array() }],
    ),
  };
}
