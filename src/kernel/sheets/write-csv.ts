import { csvLine } from './csv-line.ts';
import { localTime, type SheetColumn, type SheetManners, type SheetValue } from './sheet.ts';

const words = { ru: { yes: 'да', no: 'нет' }, en: { yes: 'yes', no: 'no' } };

/**
 * A table as CSV that the reader's spreadsheet opens by a double click: with a byte-order mark, and
 * for Russian with semicolons and decimal commas. Formulas are neutralised. Yields a piece of text
 * per batch of rows.
 */
export async function* writeCsv(
  columns: readonly SheetColumn[],
  batches: AsyncIterable<readonly (readonly SheetValue[])[]>,
  manners: SheetManners,
): AsyncGenerator<string> {
  const delimiter = manners.language === 'ru' ? ';' : ',';
  const line = (cells: readonly string[]): string => csvLine(cells, delimiter);
  yield `\u{FEFF}${line(columns.map(({ title }) => title))}`;
  for await (const rows of batches) {
    yield rows
      .map((row) => line(columns.map((column, at) => textOf(column, row[at] ?? null, manners))))
      .join('');
  }
}

function textOf(
  { type }: SheetColumn,
  value: SheetValue,
  { language, timeZone }: SheetManners,
): string {
  if (value === null) return '';
  if (value instanceof Date) return localTime(value, timeZone);
  if (typeof value === 'boolean') return value ? words[language].yes : words[language].no;
  if (type === 'number' || type === 'money') {
    return language === 'ru' ? String(value).replace('.', ',') : String(value);
  }
  return String(value);
}
