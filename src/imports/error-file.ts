import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { csvLine } from '../kernel/sheets/csv-line.ts';
import { failureText, loadTexts } from '../kernel/i18n/texts.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Download } from '../kernel/wiring.ts';
import type { CellError } from './api/shapes.ts';
import { type Import, loadImport } from './load-import.ts';

const ROWS_AT_ONCE = 1_000;

const texts = loadTexts(['imports']);

/**
 * The rows with errors and warnings as they stood in the file, each with what is wrong in the
 * reader's language: to be put right and brought in again.
 */
export async function errorFile(ctx: Ctx, { id }: { id: number }): Promise<Result<Download>> {
  const imported = await loadImport(ctx, id);
  if (!imported) return fail('imports.not_found');
  return ok({
    body: Readable.from(lines(ctx, imported)),
    contentType: 'text/csv; charset=utf-8',
    fileName: `${imported.fileName.replace(/\.\w{1,5}$/, '')}-errors.csv`,
  });
}

type Row = {
  rowNumber: number;
  cells: string[] | null;
  error: CellError | null;
  warnings: CellError[] | null;
};

/**
 * In the notation that the reader's spreadsheet opens by itself: with a mark, and `;` in Russian.
 */
async function* lines(ctx: Ctx, imported: Import): AsyncGenerator<string> {
  const delimiter = ctx.language === 'ru' ? ';' : ',';
  const words = texts[ctx.language];
  const header = [
    words.t('imports:errorFile.row'),
    ...imported.columns,
    words.t('imports:errorFile.problem'),
  ];
  yield `\uFEFF${csvLine(header, delimiter)}`;
  let after = 0;
  for (;;) {
    // import_rows_errors and import_rows_warnings
    const { rows } = await sql<Row>`
      select row_number, cells, error, warnings from import_rows
      where  import_id = ${imported.id} and (error is not null or warnings is not null)
      and    row_number > ${after}
      order  by row_number limit ${ROWS_AT_ONCE}`.execute(ctx.db);
    yield rows.map((row) => csvLine(cellsOf(ctx, imported, row), delimiter)).join('');
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_AT_ONCE) return;
    after = last.rowNumber;
  }
}

function cellsOf(ctx: Ctx, imported: Import, row: Row): string[] {
  const cells = row.cells ?? [];
  const padded = imported.columns.map((_, index) => cells[index] ?? '');
  const beyond = cells.slice(imported.columns.length);
  const problems = [...(row.error ? [row.error] : []), ...(row.warnings ?? [])];
  const said = problems.map(({ code, params }) => failureText(texts[ctx.language], code, params));
  return [String(row.rowNumber), ...padded, said.join(' '), ...beyond];
}
