import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binTable, cutFinder, learnBinnings, quantileCuts } from './binning.ts';
import { everyRow, type Table } from './table.ts';

const numeric = (name: string, values: number[]) =>
  ({ name, kind: 'numeric', values: Float64Array.from(values) }) as const;
const words = (name: string, cells: (string | null)[]) => {
  const levels = [...new Set(cells.filter((cell) => cell !== null))];
  const codes = Int32Array.from(cells, (cell) => (cell === null ? -1 : levels.indexOf(cell)));
  return { name, kind: 'categorical', codes, levels } as const;
};
const bins = (table: Table) => {
  const binnings = learnBinnings(table, everyRow(table.rowCount));
  return binTable(table, binnings);
};

describe('numbers', () => {
  test('few values have a bin each, and what is missing its own', () => {
    const { codes } = bins({ rowCount: 5, columns: [numeric('a', [3, 1, Number.NaN, 2, 1])] });
    expect([...(codes[0] ?? [])]).toEqual([3, 1, 0, 2, 1]);
  });

  test('many values are cut into bins of about as many rows', () => {
    const sorted = Float64Array.from({ length: 10_000 }, (_, at) => at ** 2);
    const cuts = quantileCuts(sorted, 50);
    const find = cutFinder(cuts);
    const counts = new Int32Array(60);
    for (const value of sorted) counts[find(value)]! += 1;
    expect(cuts.length).toBe(49);
    expect(Math.max(...counts)).toBeLessThanOrEqual(201);
  });

  test('the grid finds the same bin as counting the cuts that are not above', () => {
    const value = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(fc.uniqueArray(value, { maxLength: 40 }), value, (given, asked) => {
        const cuts = Float64Array.from(given).toSorted();
        const find = cutFinder(cuts);
        for (const one of [asked, ...cuts]) {
          expect(find(one)).toBe(1 + cuts.filter((cut) => cut <= one).length);
        }
      }),
    );
  });
});

describe('words', () => {
  test('rare levels share the last bin, and so does a level nobody had yet', () => {
    const cells = [...Array<string>(6).fill('a'), ...Array<string>(5).fill('b'), 'c', 'd', null];
    const table = { rowCount: cells.length, columns: [words('w', cells)] };
    const binnings = learnBinnings(table, everyRow(cells.length));
    const later = { rowCount: 3, columns: [words('w', ['b', 'new', null])] };
    expect([...(binTable(later, binnings).codes[0] ?? [])]).toEqual([2, 3, 0]);
    expect([...(binTable(table, binnings).codes[0] ?? [])].slice(-3)).toEqual([3, 3, 0]);
  });
});

test('what tells no row from another is dropped: constants, empty columns, names', () => {
  const rowCount = 30;
  const each = (of: (row: number) => number) => Array.from({ length: rowCount }, (_, at) => of(at));
  const { binnings } = bins({
    rowCount,
    columns: [
      numeric(
        'constant',
        each(() => 7),
      ),
      numeric(
        'empty',
        each(() => Number.NaN),
      ),
      words('name', each((at) => at).map(String)),
      words('same', each(() => 0).map(String)),
      numeric(
        'sometimes',
        each((at) => (at < 15 ? 7 : Number.NaN)),
      ),
    ],
  });
  expect(binnings.map(({ name }) => name)).toEqual(['sometimes']);
});
