import type { Column, Table } from './table.ts';

/**
 * How a column becomes inputs of a linear model: a number is standardised, with a mark where it is
 * missing; each common level is a mark of its own.
 */
type Encoding =
  | { name: string; kind: 'numeric'; mean: number; deviation: number; hasMissing: boolean }
  | { name: string; kind: 'categorical'; places: Map<string, number> };

export type Design = { encodings: readonly Encoding[]; width: number };

/** More levels of one column than this, or rarer ones, get no input of their own. */
const MAX_LEVELS = 50;
const LEAST_LEVEL_ROWS = 5;

export function learnDesign(table: Table, rows: Int32Array): Design {
  const encodings = table.columns.map((column) => learnEncoding(column, rows));
  const width = encodings.reduce((sum, one) => sum + inputsOf(one), 1);
  return { encodings, width };
}

const inputsOf = (one: Encoding): number =>
  one.kind === 'categorical' ? one.places.size : one.hasMissing ? 2 : 1;

function learnEncoding(column: Column, rows: Int32Array): Encoding {
  if (column.kind === 'categorical') {
    const counts = new Int32Array(column.levels.length);
    for (const row of rows) {
      const code = column.codes[row] ?? -1;
      if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
    }
    const common = [...counts.keys()]
      .filter((code) => (counts[code] ?? 0) >= LEAST_LEVEL_ROWS)
      .toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
      .slice(0, MAX_LEVELS);
    const places = new Map(common.map((code, at) => [column.levels[code] ?? '', at]));
    return { name: column.name, kind: 'categorical', places };
  }
  let [count, sum, squares] = [0, 0, 0];
  for (const row of rows) {
    const value = column.values[row] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    count += 1;
    sum += value;
    squares += value * value;
  }
  const mean = count > 0 ? sum / count : 0;
  const deviation = Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean));
  const hasMissing = count < rows.length;
  return { name: column.name, kind: 'numeric', mean, deviation, hasMissing };
}

/** The inputs of rows, one row after another; the first is always 1. */
export function designRows(design: Design, table: Table, rows: Int32Array): Float64Array {
  const { width } = design;
  const inputs = new Float64Array(rows.length * width);
  for (let at = 0; at < inputs.length; at += width) inputs[at] = 1;
  const byName = new Map(table.columns.map((column) => [column.name, column]));
  let from = 1;
  for (const encoding of design.encodings) {
    const column = byName.get(encoding.name);
    if (column) writeInputs(encoding, column, { rows, inputs, width, from });
    from += inputsOf(encoding);
  }
  return inputs;
}

type Place = { rows: Int32Array; inputs: Float64Array; width: number; from: number };

function writeInputs(encoding: Encoding, column: Column, place: Place): void {
  const { rows, inputs, width, from } = place;
  if (encoding.kind === 'numeric' && column.kind === 'numeric') {
    const scale = encoding.deviation > 0 ? 1 / encoding.deviation : 0;
    for (let at = 0; at < rows.length; at += 1) {
      const value = column.values[rows[at] ?? 0] ?? Number.NaN;
      const to = at * width + from;
      if (!Number.isNaN(value)) inputs[to] = (value - encoding.mean) * scale;
      else if (encoding.hasMissing) inputs[to + 1] = 1;
    }
  }
  if (encoding.kind === 'categorical' && column.kind === 'categorical') {
    const placeOf = column.levels.map((level) => encoding.places.get(level) ?? -1);
    for (let at = 0; at < rows.length; at += 1) {
      const to = placeOf[column.codes[rows[at] ?? 0] ?? -1] ?? -1;
      if (to >= 0) inputs[at * width + from + to] = 1;
    }
  }
}
