import { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { loadTexts } from '../../kernel/i18n/texts.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { csvLine } from '../../kernel/sheets/csv-line.ts';
import type { Download } from '../../kernel/wiring.ts';
import type { economicsApi } from '../api/economics.ts';
import { showEconomics } from './show-economics.ts';

type Route = (typeof economicsApi)['GET /api/sales-economics/export.csv'];
type Cell = string | number | boolean | null;

const texts = loadTexts(['sales']);
/** Sums go out in whole units of the currency, with two digits. */
const MINOR = 100;

/** One of the tables as the reader's spreadsheet opens it by itself. */
export async function exportEconomics(
  ctx: Ctx,
  { part, months }: z.output<Route['input']>,
): Promise<Result<Download>> {
  const shown = await showEconomics(ctx, { months });
  if (!shown.ok) return shown;
  const rows: readonly Record<string, unknown>[] = shown.value[part];
  const keys = Object.keys(rows[0] ?? {}).filter((key) => !key.endsWith('Id'));
  const { t } = texts[ctx.language];
  const delimiter = ctx.language === 'ru' ? ';' : ',';
  const lines = [
    keys.map((key) => t(`sales:economics.columns.${key}`)),
    ...rows.map((row) => keys.map((key) => cellOf(key, row[key], ctx.language))),
  ];
  return ok({
    body: Readable.from([`\uFEFF${lines.map((line) => csvLine(line, delimiter)).join('')}`]),
    contentType: 'text/csv; charset=utf-8',
    fileName: `sales-${part}.csv`,
  });
}

function cellOf(key: string, value: unknown, language: string): Cell {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return null;
  const number = key.endsWith('Minor') ? value / MINOR : value;
  const text = Number.isInteger(number) ? String(number) : number.toFixed(2);
  return language === 'ru' ? text.replace('.', ',') : text;
}
