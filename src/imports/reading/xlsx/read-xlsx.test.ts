import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { BrokenFile } from '../broken-file.ts';
import { bytesSource } from '../file-source.ts';
import type { Position, SourceRow } from '../source-row.ts';
import { readXlsx } from './read-xlsx.ts';
import { createStringStore } from './string-store.ts';
import { openWorkbook } from './workbook.ts';
import { compoundFile, sheetBook, zipOf } from './xlsx-maker.ts';

async function written(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

type Reading = { sheet?: string; columns?: number; from?: Position; chunkBytes?: number };

async function read(bytes: Buffer, reading: Reading = {}): Promise<SourceRow[]> {
  const source = bytesSource(bytes, reading.chunkBytes ?? 4096);
  const workbook = await openWorkbook(source);
  if (!workbook.ok) throw new Error(workbook.failure.code);
  const rows: SourceRow[] = [];
  const { sheet = null, columns = null, from } = reading;
  for await (const batch of readXlsx(source, workbook.value, sheet, columns, from)) {
    rows.push(...batch);
  }
  return rows;
}

const failureOf = async (bytes: Buffer) => {
  const opened = await openWorkbook(bytesSource(bytes));
  return opened.ok ? 'opened' : opened.failure.code;
};

describe('readXlsx', () => {
  it('gives every kind of cell as canonical text', async () => {
    const bytes = await written((book) => {
      const sheet = book.addWorksheet('Абоненты');
      sheet.addRow(['ФИО', 'x', 'y']);
      sheet.addRow(['Ёлкин & <сын>', 79_131_234_567, 0.1 + 0.2, true]);
      sheet.addRow([new Date(Date.UTC(2024, 2, 1)), new Date(Date.UTC(2024, 2, 1, 12, 30))]);
      sheet.addRow([
        { formula: 'B2*2', result: 42 },
        { formula: 'A2', result: 'текст' },
        1e-7,
        -0.5,
      ]);
      sheet.addRow([
        { richText: [{ text: 'жир' }, { text: 'ный' }] },
        { error: '#N/A' },
        null,
        1e18,
      ]);
      sheet.getRow(3).eachCell((cell) => (cell.numFmt = 'dd.mm.yyyy hh:mm'));
    });
    const rows = await read(bytes, { columns: 4 });
    expect(rows.map((row) => row.cells)).toEqual([
      ['ФИО', 'x', 'y', ''],
      ['Ёлкин & <сын>', '79131234567', '0.3', 'true'],
      ['2024-03-01', '2024-03-01T12:30:00', '', ''],
      ['42', 'текст', '0.0000001', '-0.5'],
      ['жирный', '#N/A', '', '1000000000000000000'],
    ]);
  });

  it('takes the sheet that is named, else the first that is visible', async () => {
    const bytes = await written((book) => {
      book.addWorksheet('Скрытый', { state: 'hidden' }).addRow(['no']);
      book.addWorksheet('Первый').addRow(['one']);
      book.addWorksheet('Второй').addRow(['two']);
    });
    expect((await read(bytes))[0]?.cells).toEqual(['one']);
    expect((await read(bytes, { sheet: 'Второй' }))[0]?.cells).toEqual(['two']);
    await expect(read(bytes, { sheet: 'Третий' })).rejects.toThrow(BrokenFile);
  });

  it('keeps the row numbers of the sheet and resumes after any of them', async () => {
    const bytes = await written((book) => {
      const sheet = book.addWorksheet('S');
      for (let row = 1; row <= 900; row += 1)
        if (row % 7 !== 0) sheet.getCell(row, 2).value = `r${row}`;
    });
    const rows = await read(bytes);
    expect(rows.map((row) => row.rowNumber).slice(4, 8)).toEqual([5, 6, 8, 9]);
    const last = rows[300] as SourceRow;
    const after = await read(bytes, {
      from: { offset: last.endsAt, rowNumber: last.rowNumber + 1 },
    });
    expect(after).toEqual(rows.slice(301));
  });

  it('reports rows that are too wide and cells that are too long, and goes on', async () => {
    const long = 'x'.repeat(70_000);
    const bytes = sheetBook(
      `<row r="1"><c r="A1" t="inlineStr"><is><t>${long}</t></is></c></row>` +
        '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c><c r="C2"><v>3</v></c></row>' +
        '<row r="3"><c r="ZZZ3"><v>1</v></c></row><row r="4"/><row r="5"><c><v>5</v></c></row>',
    );
    const rows = await read(bytes, { columns: 2 });
    expect(rows.map((row) => [row.rowNumber, row.error?.code])).toEqual([
      [1, 'imports.cell_too_long'],
      [2, 'imports.columns_differ'],
      [3, 'imports.columns_differ'],
      [5, undefined],
    ]);
    expect(rows[3]?.cells).toEqual(['5', '']);
  });

  it.each([
    ['twice', '<row r="2"/><row r="2"/>'],
    ['backwards', '<row r="5"/><row r="3"/>'],
    ['beyond a sheet', '<row r="3000000000"/>'],
  ])('refuses rows that stand %s', async (_, rows) => {
    await expect(read(sheetBook(rows))).rejects.toMatchObject({ code: 'imports.rows_disordered' });
  });

  it('reads tags with a name space, in pieces of any size', async () => {
    const bytes = sheetBook(
      '<x:row r="1"><x:c r="A1" t="str"><x:f>"row&gt;"</x:f>' +
        '<x:v>row&gt; _x0041_</x:v></x:c></x:row>',
      'x:',
    );
    expect((await read(bytes, { chunkBytes: 3 }))[0]?.cells).toEqual(['row> A']);
  });
});

describe('openWorkbook', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['text', () => Buffer.from('a;b\n1;2\n'), 'imports.not_a_workbook'],
    ['nothing', () => Buffer.alloc(0), 'imports.not_a_workbook'],
    ['an old .xls', () => compoundFile('Workbook'), 'imports.workbook_old'],
    [
      'a workbook with a password',
      () => compoundFile('EncryptedPackage'),
      'imports.workbook_locked',
    ],
    ['another archive', () => zipOf({ 'word/document.xml': '<w/>' }), 'imports.not_a_workbook'],
    ['a binary workbook', () => zipOf({ 'xl/workbook.bin': '\0' }), 'imports.workbook_binary'],
    [
      'half of a workbook',
      async () =>
        (await written((book) => void book.addWorksheet('S').addRow([1]))).subarray(0, 900),
      'imports.file_cut_short',
    ],
  ])('says what %s is', async (_, make, code) => {
    expect(await failureOf(await make())).toBe(code);
  });

  it('gives up a sheet that unpacks beyond all measure', async () => {
    const bytes = sheetBook(`<row r="1">${' '.repeat(200_000_000)}</row>`);
    expect(bytes.length).toBeLessThan(400_000);
    await expect(read(bytes)).rejects.toMatchObject({ code: 'imports.workbook_too_large' });
  });

  it('says that a sheet is damaged', async () => {
    const bytes = sheetBook('<row r="1"><c><v>1</v></c></row>'.repeat(5_000));
    bytes.fill(0x55, 60, 200);
    await expect(read(bytes)).rejects.toMatchObject({ code: 'imports.file_cut_short' });
  });
});

describe('the string store', () => {
  it('gives back what was stored, from memory and from disk', () => {
    const store = createStringStore(3);
    const texts = Array.from(
      { length: 9_000 },
      (_, index) => `строка ${index} ${'ж'.repeat(index % 90)}`,
    );
    texts.push('', 'я'.repeat(100_000), 'конец');
    for (const text of texts) store.append(text);
    const order = texts.map((_, index) => (index * 7_919) % texts.length);
    expect(order.map((index) => store.get(index))).toEqual(order.map((index) => texts[index]));
    expect(store.get(texts.length)).toBeUndefined();
    store.close();
  });
});
