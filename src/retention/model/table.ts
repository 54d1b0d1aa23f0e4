/** A column of numbers; dates are days since 1970. NaN where nothing is known. */
export type NumericColumn = {
  name: string;
  kind: 'numeric';
  values: Float64Array | Float32Array;
};

/** A column of words: `codes` are places in `levels`, −1 where nothing is known. */
export type CategoricalColumn = {
  name: string;
  kind: 'categorical';
  codes: Int32Array;
  levels: readonly string[];
};

export type Column = NumericColumn | CategoricalColumn;

/** What is known of subscribers, a column a feature: no object stands for a row. */
export type Table = { rowCount: number; columns: readonly Column[] };

/** The numbers of all rows: 0, 1, 2 … */
export function everyRow(rowCount: number): Int32Array {
  const rows = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) rows[row] = row;
  return rows;
}
