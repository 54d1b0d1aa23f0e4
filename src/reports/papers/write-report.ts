import { Readable } from 'node:stream';
import type { Ctx } from '../../kernel/context.ts';
import { print } from '../../kernel/pdf/print.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { sheetFormats } from '../../kernel/sheets/formats.ts';
import type { SheetColumn, SheetValue } from '../../kernel/sheets/sheet.ts';
import type { Download } from '../../kernel/wiring.ts';
import type { ReportFormat } from './kinds.ts';
import { dayWords, type Report, wordsIn } from './report.ts';

const layout = new URL('./report-layout.ts', import.meta.url);

/** More rows, and more months, nobody reads on paper. */
const MOST_ROWS = 1000;
const MOST_COLUMNS = 15;

/** A report as a file. A table leaves while it is read; of a paper the first rows alone do. */
export async function writeReport(
  ctx: Ctx,
  report: Report,
  format: ReportFormat,
): Promise<Result<Download>> {
  const fileName = `${report.title}.${format}`;
  if (format !== 'pdf') {
    const { contentType, write } = sheetFormats[format];
    const manners = { language: ctx.language, timeZone: ctx.operator.timeZone };
    const body = Readable.from(write(report.columns, report.rows(), manners), {
      objectMode: false,
    });
    return ok({ body, contentType, fileName });
  }
  const printed = await print(layout, await paperOf(ctx, report));
  return printed ? ok({ ...printed, fileName }) : fail('kernel.export_busy');
}

/** The report as it is drawn: words alone, of many months the latest. */
async function paperOf(ctx: Ctx, { title, about, rule, columns, rows }: Report) {
  const t = wordsIn(ctx.language);
  const kept: SheetValue[][] = [];
  for await (const batch of rows()) {
    kept.push(...batch);
    if (kept.length > MOST_ROWS) break;
  }
  const named = columns.filter(({ type }) => type === 'text').length || 1;
  const left = Math.max(0, columns.length - MOST_COLUMNS);
  const fits = <T>(all: readonly T[]): T[] => [
    ...all.slice(0, named),
    ...all.slice(named + (isLatestLast(columns) ? left : 0)).slice(0, MOST_COLUMNS - named),
  ];
  const shown = fits(columns);
  return {
    title,
    about,
    rule: [rule, kept.length > MOST_ROWS ? t('papers.firstRows', { count: MOST_ROWS }) : '']
      .filter(Boolean)
      .join(' '),
    seller: ctx.operator.name,
    madeAt: ctx.clock.now(),
    heads: shown.map((column) => column.title),
    areNumbers: shown.map(({ type }) => type === 'number'),
    rows: kept
      .slice(0, MOST_ROWS)
      .map((row) => fits(columns.map((column, at) => textOf(ctx, column, row[at] ?? null)))),
  };
}

/** Figures by month, where what is newest stands last. */
const isLatestLast = (columns: readonly SheetColumn[]): boolean =>
  columns.filter(({ type }) => type === 'text').length === 2;

function textOf({ language }: Ctx, { type }: SheetColumn, value: SheetValue): string {
  if (value === null) return '—';
  if (typeof value === 'number') {
    return new Intl.NumberFormat(language, {
      maximumFractionDigits: Math.abs(value) < 1000 ? 2 : 0,
    }).format(value);
  }
  if (type !== 'date') return String(value);
  return dayWords(String(value), language);
}
