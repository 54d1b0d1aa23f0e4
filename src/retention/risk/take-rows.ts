import type { Gathered } from './gathered.ts';

/** Some rows' facts as columns of their own. */
export function takeRows(
  { keys, columns }: Pick<Gathered, 'keys' | 'columns'>,
  rows: Int32Array,
): Pick<Gathered, 'keys' | 'columns'> {
  return {
    keys,
    columns: columns.map((values) => Float32Array.from(rows, (row) => values[row] ?? Number.NaN)),
  };
}
