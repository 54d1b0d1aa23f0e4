import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encoding } from './encoding-names.ts';
import { encode } from './encodings.ts';
import { bytesSource } from './file-source.ts';
import { readCsv, type CsvFormat } from './read-csv.ts';
import type { Position, SourceRow } from './source-row.ts';

const utf8: CsvFormat = { encoding: 'utf-8', delimiter: ';', quote: '"', lineBreak: '\n' };

type Reading = Partial<CsvFormat> & { columns?: number; chunkBytes?: number; from?: Position };

async function read(text: string | Buffer, reading: Reading = {}): Promise<SourceRow[]> {
  const format = { ...utf8, ...reading };
  const bytes = typeof text === 'string' ? encode(text, format.encoding) : text;
  const source = bytesSource(bytes, reading.chunkBytes);
  const rows: SourceRow[] = [];
  for await (const batch of readCsv(source, format, reading.columns ?? null, reading.from)) {
    rows.push(...batch);
  }
  return rows;
}

const cellsOf = (rows: SourceRow[]) => rows.map((row) => row.cells);
const errorsOf = (rows: SourceRow[]) =>
  rows.filter((row) => row.error).map((row) => [row.rowNumber, row.error?.code]);

describe('readCsv', () => {
  it('reads quotes, doubled quotes, delimiters and line breaks inside quotes', async () => {
    const rows = await read('a;"b;c";"say ""hi"""\r\n"two\nlines";ООО "Ромашка";\r\n', {
      columns: 3,
    });
    expect(cellsOf(rows)).toEqual([
      ['a', 'b;c', 'say "hi"'],
      ['two\nlines', 'ООО "Ромашка"', ''],
    ]);
    expect(errorsOf(rows)).toEqual([]);
  });

  it('counts empty lines and passes over them', async () => {
    const rows = await read('a;b\n\n \n1;2');
    expect(rows.map((row) => row.rowNumber)).toEqual([1, 4]);
  });

  it('reports a broken quote by its row and goes on with the next line', async () => {
    const rows = await read('a;b\n"x"y;1\n2;3\n"never closed;4\n5;6\n7;8\n', { columns: 2 });
    expect(errorsOf(rows)).toEqual([
      [2, 'imports.quote_broken'],
      [4, 'imports.quote_unclosed'],
    ]);
    expect(cellsOf(rows)).toEqual([
      ['a', 'b'],
      ['"x"y;1'],
      ['2', '3'],
      ['"never closed;4'],
      ['5', '6'],
      ['7', '8'],
    ]);
  });

  it('does not let an unclosed quote swallow a long file', async () => {
    const lines = Array.from({ length: 50_000 }, (_, index) => `${index};name ${index}`);
    lines[10] = '10;"name';
    const rows = await read(lines.join('\n'), { columns: 2 });
    expect(rows).toHaveLength(50_000);
    expect(errorsOf(rows)).toEqual([[11, 'imports.quote_unclosed']]);
  });

  it.each([
    ['unquoted', 'x'.repeat(10_000_000)],
    ['quoted', `"${'x'.repeat(10_000_000)}"`],
    ['quoted over many lines', `"${'some words\n'.repeat(1_000_000)}"`],
  ])('passes over a cell of 10 MB, %s', async (_, cell) => {
    const rows = await read(`a;b;c\n1;${cell};2\n3;4;5\n`, { columns: 3 });
    expect(errorsOf(rows)).toEqual([[2, 'imports.cell_too_long']]);
    expect(rows[1]?.cells.join('').length).toBeLessThan(1_100);
    expect(rows[2]).toMatchObject({ rowNumber: 3, cells: ['3', '4', '5'] });
  });

  it('takes a cell of 64 KiB and refuses a longer one', async () => {
    const rows = await read(`${'a'.repeat(65_536)};1\n${'b'.repeat(65_537)};2\n`, { columns: 2 });
    expect(errorsOf(rows)).toEqual([[2, 'imports.cell_too_long']]);
  });

  it('reports rows that are wider or narrower, but not for empty cells at their end', async () => {
    const rows = await read('1;2\n1;2;;\n1;2;3\n1\n', { columns: 2 });
    expect(cellsOf(rows.slice(0, 2))).toEqual([
      ['1', '2'],
      ['1', '2'],
    ]);
    expect(rows[2]?.error).toEqual({
      code: 'imports.columns_differ',
      params: { expected: 2, found: 3 },
    });
    expect(rows[3]?.error?.params).toEqual({ expected: 2, found: 1 });
  });

  it('drops NUL and reports bytes that are no text', async () => {
    const bytes = Buffer.concat([Buffer.from('a\0\0;b\n'), Buffer.from([0xff, 0x3b, 0x62, 0x0a])]);
    const rows = await read(bytes);
    expect(rows[0]).toMatchObject({ cells: ['a', 'b'], error: null });
    expect(rows[1]?.error?.code).toBe('imports.bytes_broken');
  });

  it('reads nothing out of nothing, and the marks of Unicode as no text', async () => {
    expect(await read('')).toEqual([]);
    expect(cellsOf(await read('\uFEFF"a";b\n'))).toEqual([['a', 'b']]);
    expect(cellsOf(await read('\uFEFF"a";b\n', { encoding: 'utf-16be', chunkBytes: 1 }))).toEqual([
      ['a', 'b'],
    ]);
  });

  it('reads lines that end as on old Macintoshes', async () => {
    expect(cellsOf(await read('a;"b\rc"\r1;2', { lineBreak: '\r' }))).toEqual([
      ['a', 'b\rc'],
      ['1', '2'],
    ]);
  });

  const cell = fc.string({
    unit: fc.constantFrom('Ж', 'й', 'a', '7', ' ', ';', '"', '\n'),
    maxLength: 8,
  });
  const table = fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 12 }))
    .chain(([columns, rows]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  const written = (cells: string[][]) =>
    cells.map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(';')).join('\r\n');
  const any: Encoding[] = ['utf-8', 'windows-1251', 'koi8-r', 'cp866', 'utf-16le'];

  it.each(any)(
    'reads back what was written in %s, however it is cut into chunks',
    async (encoding) => {
      await fc.assert(
        fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (cells, chunkBytes) => {
          const rows = await read(written(cells), { encoding, chunkBytes });
          expect(cellsOf(rows)).toEqual(cells);
        }),
        { seed: 11, numRuns: 60 },
      );
    },
  );

  it.each(any)('resumes after any row in %s', async (encoding) => {
    await fc.assert(
      fc.asyncProperty(table, fc.nat(), async (cells, pick) => {
        const rows = await read(written(cells), { encoding });
        const last = rows[pick % rows.length];
        const from = { offset: last?.endsAt ?? 0, rowNumber: (last?.rowNumber ?? 0) + 1 };
        const after = await read(written(cells), { encoding, from, chunkBytes: 7 });
        expect(after).toEqual(rows.slice((pick % rows.length) + 1));
      }),
      { seed: 5, numRuns: 60 },
    );
  });
});
