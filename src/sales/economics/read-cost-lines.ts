import type { Cost } from './write-cost.ts';

/** By what names the columns of a file are known; the first row names them. */
const columns = {
  month: ['месяц', 'дата', 'month', 'date'],
  kind: ['вид', 'на что', 'kind'],
  source: ['источник', 'source'],
  campaign: ['кампания', 'campaign'],
  amount: ['сумма', 'расход', 'расходы', 'amount', 'cost'],
  note: ['пояснение', 'примечание', 'комментарий', 'note', 'comment'],
} as const;
type Column = keyof typeof columns;

const kinds: Readonly<Record<string, Cost['kind']>> = {
  '': 'acquisition',
  привлечение: 'acquisition',
  acquisition: 'acquisition',
  удержание: 'retention',
  retention: 'retention',
};

/** What is wrong with a line: which of its cells cannot be what it should be. */
export type CostProblem = { line: number; column: Column };
export type ReadCosts = { costs: (Cost & { line: number })[]; problems: CostProblem[] };

/** Minor units of a currency with two digits. */
const MINOR = 100;

/**
 * Costs as a file tells them: CSV whose delimiter is `;`, `,` or a tab, with a row of names first.
 * A month is `2026-03`, `03.2026` or any day of it; a sum has a comma or a point.
 * @param sources ids by name, in small letters
 * @returns null where the file has no month or no sum
 */
export function readCostLines(
  text: string,
  sources: ReadonlyMap<string, number>,
): ReadCosts | null {
  const [head = [], ...rows] = rowsOf(text.replace(/^\uFEFF/, ''));
  const named = head.map((name) => name.trim().toLowerCase());
  const place = (column: Column): number =>
    named.findIndex((name) => columns[column].some((one) => one === name));
  if (place('month') < 0 || place('amount') < 0) return null;
  const read: ReadCosts = { costs: [], problems: [] };
  for (const [at, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const line = at + 2;
    const cell = (column: Column): string => cells[place(column)]?.trim() ?? '';
    const month = monthOf(cell('month'));
    const kind = kinds[cell('kind').toLowerCase()];
    const source = cell('source').toLowerCase();
    const sourceId = source === '' ? null : sources.get(source);
    const amountMinor = minorOf(cell('amount'));
    const found = { month, kind, source: sourceId, amount: amountMinor };
    const wrong = (['month', 'kind', 'source', 'amount'] as const).filter(
      (column) => found[column] === undefined,
    );
    read.problems.push(...wrong.map((column) => ({ line, column })));
    if (month && kind && sourceId !== undefined && amountMinor !== undefined) {
      const words = { campaign: cell('campaign').slice(0, 200), note: cell('note').slice(0, 200) };
      read.costs.push({ line, month, kind, sourceId, amountMinor, ...words });
    }
  }
  return read;
}

function monthOf(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})(?:-\d{2})?$/.exec(text);
  const ours = /^(?:\d{1,2}\.)?(\d{1,2})\.(\d{4})$/.exec(text);
  const [year, month] = iso ? [iso[1], iso[2]] : [ours?.[2], ours?.[1]?.padStart(2, '0')];
  return year && month && month >= '01' && month <= '12' ? `${year}-${month}-01` : undefined;
}

function minorOf(text: string): number | undefined {
  const plain = text.replaceAll(/[\s\u00A0₽]/g, '').replace(',', '.');
  if (!/^\d{1,11}(\.\d{1,2})?$/.test(plain)) return undefined;
  return Math.round(Number(plain) * MINOR);
}

/** Cells of a CSV file (RFC 4180), by the delimiter that its first line has most of. */
function rowsOf(text: string): string[][] {
  const first = text.split(/\r?\n/, 1)[0] ?? '';
  const count = (sign: string): number => first.split(sign).length;
  const delimiter = [';', '\t', ','].toSorted((a, b) => count(b) - count(a))[0] ?? ';';
  const rows: string[][] = [[]];
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^${delimiter}\\r\\n]*))(${delimiter}|\\r?\\n|$)`,
    'y',
  );
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    const [, quoted, plain = '', end = ''] = found;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (cell.lastIndex >= text.length) break;
    if (end !== delimiter) rows.push([]);
  }
  return rows;
}
