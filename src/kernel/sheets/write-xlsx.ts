import { localTime, type SheetColumn, type SheetManners, type SheetValue } from './sheet.ts';
import {
  cellText,
  contentTypes,
  packageRelations,
  styles,
  workbook,
  workbookRelations,
} from './xlsx-parts.ts';
import { type ZipEntry, zipFiles } from './zip-files.ts';

type Batches = AsyncIterator<readonly (readonly SheetValue[])[]>;

/** The format's own limit, and one well under the archive's: more goes on in a new sheet. */
const rowsInSheet = 1_048_576;
const lettersInSheet = 1_000_000_000;

/**
 * A table as a workbook, written while it is read, in constant memory. Texts are texts by their
 * type, so no formula can come of them; numbers, sums, days and instants are what they are.
 */
export function writeXlsx(
  columns: readonly SheetColumn[],
  batches: AsyncIterable<readonly (readonly SheetValue[])[]>,
  manners: SheetManners,
): AsyncGenerator<Buffer> {
  return zipFiles(parts(columns, batches[Symbol.asyncIterator](), manners));
}

async function* parts(
  columns: readonly SheetColumn[],
  batches: Batches,
  manners: SheetManners,
): AsyncGenerator<ZipEntry> {
  const progress = { isDone: false, kept: [] as readonly (readonly SheetValue[])[] };
  let sheets = 0;
  while (!progress.isDone) {
    sheets += 1;
    yield {
      name: `xl/worksheets/sheet${sheets}.xml`,
      content: sheet(columns, batches, progress, manners),
    };
  }
  yield { name: 'xl/workbook.xml', content: [workbook(sheets)] };
  yield { name: 'xl/_rels/workbook.xml.rels', content: [workbookRelations(sheets)] };
  yield { name: 'xl/styles.xml', content: [styles] };
  yield { name: '_rels/.rels', content: [packageRelations] };
  yield { name: '[Content_Types].xml', content: [contentTypes(sheets)] };
}

/** Rows that did not fit into the sheet before are kept for this one. */
type Progress = { isDone: boolean; kept: readonly (readonly SheetValue[])[] };

async function* sheet(
  columns: readonly SheetColumn[],
  batches: Batches,
  progress: Progress,
  manners: SheetManners,
): AsyncGenerator<string> {
  const titles = columns.map(({ title }, at) => cellText(at, 1, title, 'head'));
  yield `${sheetHead(columns.length)}<row r="1">${titles.join('')}</row>`;
  let row = 1;
  let letters = 0;
  while (row < rowsInSheet && letters < lettersInSheet) {
    if (progress.kept.length === 0) {
      const next = await batches.next();
      if (next.done) {
        progress.isDone = true;
        break;
      }
      progress.kept = next.value;
    }
    const fitting = progress.kept.slice(0, rowsInSheet - row);
    progress.kept = progress.kept.slice(fitting.length);
    const first = row + 1;
    row += fitting.length;
    const text = fitting
      .map((values, at) => rowText(columns, values, first + at, manners))
      .join('');
    letters += text.length;
    yield text;
  }
  yield '</sheetData></worksheet>';
}

function sheetHead(columns: number): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetViews><sheetView workbookViewId="0">' +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '</sheetView></sheetViews>' +
    `<cols><col min="1" max="${columns}" width="20" customWidth="1"/></cols><sheetData>`
  );
}

function rowText(
  columns: readonly SheetColumn[],
  values: readonly SheetValue[],
  row: number,
  manners: SheetManners,
): string {
  const cells = columns.map(({ type }, at) => {
    const value = values[at] ?? null;
    if (value === null || value === '') return '';
    if (value instanceof Date) {
      return cellText(at, row, serialDay(localTime(value, manners.timeZone)), 'instant');
    }
    if (type === 'date') return cellText(at, row, serialDay(String(value)), 'date');
    if (type === 'money' || type === 'number') return cellText(at, row, Number(value), type);
    return cellText(at, row, value, 'text');
  });
  return `<row r="${row}">${cells.join('')}</row>`;
}

const dayMs = 86_400_000;
/** Days are counted from here; the format takes 1900 for a leap year, hence the 30th. */
const dayZeroMs = Date.UTC(1899, 11, 30);

/** A day, or a moment of one, as the number of days that a spreadsheet keeps. */
function serialDay(local: string): number {
  const [day = '', time = '00:00:00'] = local.split(' ');
  return (Date.parse(`${day}T${time}Z`) - dayZeroMs) / dayMs;
}
