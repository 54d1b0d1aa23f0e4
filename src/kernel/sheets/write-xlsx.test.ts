import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import type { SheetColumn, SheetValue } from './sheet.ts';
import { writeXlsx } from './write-xlsx.ts';

const manners = { language: 'ru', timeZone: 'Asia/Tomsk' } as const;

async function workbookOf(
  columns: readonly SheetColumn[],
  batches: readonly (readonly (readonly SheetValue[])[])[],
): Promise<ExcelJS.Workbook> {
  const pieces: Buffer[] = [];
  const rows = (async function* () {
    for (const batch of batches) yield await Promise.resolve(batch);
  })();
  for await (const piece of writeXlsx(columns, rows, manners)) pieces.push(piece);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(Buffer.concat(pieces)).buffer);
  return workbook;
}

test('a workbook keeps what each value is', async () => {
  const columns: SheetColumn[] = [
    { title: 'Имя', type: 'text' },
    { title: 'Баланс', type: 'money' },
    { title: 'Вес', type: 'number' },
    { title: 'День', type: 'date' },
    { title: 'Миг', type: 'instant' },
    { title: 'Да', type: 'boolean' },
  ];
  const values: SheetValue[] = [
    '=1+1 <&> \u0001"Ёлка"',
    '-12.30',
    1.5,
    '2026-03-01',
    new Date('2026-03-01T18:00:00Z'),
    true,
  ];
  const workbook = await workbookOf(columns, [
    [values],
    [],
    [[null, null, null, null, null, null]],
  ]);
  const sheet = workbook.worksheets[0]!;
  expect(sheet.getRow(1).values).toEqual([undefined, 'Имя', 'Баланс', 'Вес', 'День', 'Миг', 'Да']);
  const row = sheet.getRow(2);
  expect(row.getCell(1).type).toBe(ExcelJS.ValueType.String);
  expect(row.getCell(1).value).toBe('=1+1 <&> "Ёлка"');
  expect([row.getCell(2).value, row.getCell(2).numFmt]).toEqual([-12.3, '#,##0.00']);
  expect(row.getCell(3).value).toBe(1.5);
  expect(row.getCell(4).value).toEqual(new Date('2026-03-01T00:00:00Z'));
  // The clock of the operator's time zone, as a spreadsheet has no zones.
  expect(row.getCell(5).value).toEqual(new Date('2026-03-02T01:00:00Z'));
  expect(row.getCell(6).value).toBe(true);
  expect(sheet.rowCount).toBe(3);
});

test('many columns and rows stand where they belong', async () => {
  const columns = Array.from({ length: 60 }, (_, at) => ({
    title: `c${at}`,
    type: 'number' as const,
  }));
  const batches = Array.from({ length: 5 }, (_, batch) =>
    Array.from({ length: 400 }, (_row, at) =>
      columns.map((_c, column) => (batch * 400 + at) * 100 + column),
    ),
  );
  const workbook = await workbookOf(columns, batches);
  const sheet = workbook.worksheets[0]!;
  expect(sheet.rowCount).toBe(2001);
  expect(sheet.getCell('BH1').value).toBe('c59');
  expect(sheet.getCell('BH2001').value).toBe(1999 * 100 + 59);
});

test('an empty table is a workbook with its head', async () => {
  const workbook = await workbookOf([{ title: 'Имя', type: 'text' }], []);
  expect(workbook.worksheets.map((sheet) => sheet.rowCount)).toEqual([1]);
});
