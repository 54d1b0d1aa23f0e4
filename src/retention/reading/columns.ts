import type { Column } from '../model/table.ts';
import { dayIn, isMissing, numberIn } from './cells.ts';
import type { ColumnKind } from './column-kinds.ts';

/** Gathers one column of a table, cell by cell, in memory that does not grow with its words. */
export type ColumnBuilder = { add: (cell: string) => void; column: () => Column };

export function columnBuilder(name: string, kind: ColumnKind): ColumnBuilder {
  return kind === 'words' ? wordsBuilder(name) : numbersBuilder(name, kind);
}

function numbersBuilder(name: string, kind: 'number' | 'day'): ColumnBuilder {
  const read = kind === 'number' ? numberIn : dayIn;
  let [values, count] = [new Float64Array(1024), 0];
  return {
    add: (given) => {
      const cell = given.trim();
      if (count === values.length) values = grown(values, new Float64Array(count * 2));
      values[count++] = isMissing(cell) ? Number.NaN : read(cell);
    },
    column: () => ({ name, kind: 'numeric', values: values.slice(0, count) }),
  };
}

/** More levels than this are names rather; what comes after them counts as one rare level. */
const MOST_LEVELS = 20_000;

function wordsBuilder(name: string): ColumnBuilder {
  let [codes, count] = [new Int32Array(1024), 0];
  const codeOf = new Map<string, number>();
  const codeFor = (cell: string): number => {
    if (isMissing(cell)) return -1;
    const known = codeOf.get(cell);
    if (known !== undefined) return known;
    const level = codeOf.size < MOST_LEVELS ? cell : '…';
    const code = codeOf.get(level) ?? codeOf.size;
    codeOf.set(level, code);
    return code;
  };
  return {
    add: (given) => {
      if (count === codes.length) codes = grown(codes, new Int32Array(count * 2));
      codes[count++] = codeFor(given.trim());
    },
    column: () => {
      return {
        name,
        kind: 'categorical',
        codes: codes.slice(0, count),
        levels: [...codeOf.keys()],
      };
    },
  };
}

function grown<Numbers extends Float64Array | Int32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
