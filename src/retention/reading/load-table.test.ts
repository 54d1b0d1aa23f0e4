import { describe, expect, test } from 'vitest';
import type { Column } from '../model/table.ts';
import { dayIn, numberIn } from './cells.ts';
import { loadTable } from './load-table.ts';

const nothingDropped = { target: 'left', positive: 'yes', drop: [] };

/** A table of text: its first line names the columns. */
function source(...lines: string[]) {
  const [columns = [], ...rows] = lines.map((line) => line.split('|'));
  return {
    columns,
    async *rows() {
      yield rows;
    },
  };
}

const rowsOf = (count: number, of: (row: number) => string): string[] =>
  Array.from({ length: count }, (_, row) => `${of(row)}|${row % 3 === 0 ? 'yes' : 'no'}`);

async function columnsOf(head: string, of: (row: number) => string): Promise<Column[]> {
  const loaded = await loadTable(source(`${head}|left`, ...rowsOf(30, of)), nothingDropped);
  return loaded.ok ? [...loaded.value.table.columns] : [];
}

describe('cells', () => {
  test.each([
    ['12', 12],
    ['-0.5e3', -500],
    ['1 234,5', 1234.5],
    ['1,234,567.5', 1234567.5],
    ['12 %', 12],
    ['12 kg', Number.NaN],
    ['1-2', Number.NaN],
    ['Infinity', Number.NaN],
  ])('%s as a number is %d', (cell, value) => {
    expect(numberIn(cell)).toBe(value);
  });

  test.each([
    ['1970-01-02', 1],
    ['02.01.1970', 1],
    ['1/2/1970', 1],
    ['31/1/1970', 30],
    ['1970-01-02T12:00:00Z', 1.5],
    ['1970-13-02', Number.NaN],
    ['street 5', Number.NaN],
  ])('%s as a day is %d', (cell, value) => {
    expect(dayIn(cell)).toBe(value);
  });
});

describe('what a column holds is found by looking', () => {
  test('numbers with gaps, days, yes and no', async () => {
    const [a, b, c] = await columnsOf('a|b|c', (row) =>
      [row % 5 === 0 ? 'NA' : String(row / 2), `2024-01-${10 + (row % 9)}`, String(row > 9)].join(
        '|',
      ),
    );
    expect(a).toMatchObject({ kind: 'numeric' });
    expect(a?.kind === 'numeric' && Array.from(a.values.subarray(0, 3))).toEqual([
      Number.NaN,
      0.5,
      1,
    ]);
    expect(b).toMatchObject({ kind: 'numeric' });
    expect(c).toMatchObject({ kind: 'categorical', levels: ['false', 'true'] });
  });

  test('numbers among words are words', async () => {
    const [a] = await columnsOf('a', (row) => (row % 2 === 0 ? '12' : 'twelve'));
    expect(a).toMatchObject({ kind: 'categorical', levels: ['12', 'twelve'] });
  });

  test('a column that only numbers the rows is left out and named', async () => {
    const lines = rowsOf(30, (row) => `${1000 + row}|${row % 7}`);
    const loaded = await loadTable(source('id|a|left', ...lines), nothingDropped);
    expect(loaded).toMatchObject({ ok: true, value: { rowNumbers: ['id'] } });
  });

  test('rows that do not say whether somebody left are passed over and counted', async () => {
    const lines = [...rowsOf(30, (row) => String(row % 7)), '5|', '6|NA'];
    const loaded = await loadTable(source('a|left', ...lines), nothingDropped);
    expect(loaded).toMatchObject({ ok: true, value: { unknownRows: 2, table: { rowCount: 30 } } });
  });
});

describe('what cannot be learnt from is told', () => {
  const lines = rowsOf(30, (row) => String(row % 7));
  test.each([
    ['no_such_column', lines, { ...nothingDropped, target: 'gone' }],
    ['no_such_column', lines, { ...nothingDropped, drop: ['b'] }],
    ['no_features', lines, { ...nothingDropped, drop: ['a'] }],
    ['no_such_value', lines, { ...nothingDropped, positive: 'да' }],
    ['no_rows', [], nothingDropped],
    ['one_class', lines.filter((line) => line.endsWith('yes')), nothingDropped],
    ['too_few', lines.slice(0, 5), nothingDropped],
  ])('%s', async (code, given, question) => {
    const loaded = await loadTable(source('a|left', ...given), question);
    expect(loaded).toMatchObject({ ok: false, failure: { code: `retention.${code}` } });
  });
});
