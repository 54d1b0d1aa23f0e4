import { type BadLine, readDay, type ReadStatement, readSum } from './statement-line.ts';

/** Which column of a table tells what, from 0; what no column tells is left out. */
export type Columns = Partial<Record<ColumnName, number>>;
export type ColumnName = 'on' | 'sum' | 'payer' | 'tax' | 'account' | 'number' | 'purpose';

const headings: Record<ColumnName, RegExp> = {
  on: /дат|date/i,
  sum: /кредит|приход|поступ|credit|сумма|amount/i,
  payer: /плательщик|контрагент|отправитель|фио|payer|name/i,
  tax: /инн|tax/i,
  account: /сч[её]т.*(плательщик|контрагент|корр)|(плательщик|контрагент|корр).*сч[её]т|account/i,
  number: /номер|№|number|doc/i,
  purpose: /назначение|purpose|description|details/i,
};

/** Of two columns with sums this one tells what came in, and the other what has gone out. */
const isCameIn = /кредит|приход|поступ|credit/i;
const isGoneOut = /дебет|расход|списан|debit/i;

const names = Object.keys(headings) as ColumnName[];

/** Rows of a table with a heading, parted by semicolons, tabs or commas; a quote is doubled. */
export function readRows(text: string): string[][] {
  const first = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [';', '\t', ','].toSorted(
    (a, b) => first.split(b).length - first.split(a).length,
  )[0];
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endRow = (): void => {
    rows.push([...row, cell.trim()]);
    [row, cell] = [[], ''];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[(at += 1)];
      else isQuoted = false;
    } else if (sign === '"' && cell.trim() === '') [isQuoted, cell] = [true, ''];
    else if (sign === delimiter) [row, cell] = [[...row, cell.trim()], ''];
    else if (sign === '\n') endRow();
    else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

/** What each column seems to be by its heading; the surest are taken first, each once. */
export function guessColumns(heading: readonly string[]): Columns {
  const columns: Columns = {};
  const cameIn = heading.findIndex((cell) => isCameIn.test(cell) && !isGoneOut.test(cell));
  if (cameIn !== -1) columns.sum = cameIn;
  for (const name of ['account', 'tax', 'on', 'purpose', 'sum', 'payer', 'number'] as const) {
    if (columns[name] !== undefined) continue;
    const at = heading.findIndex(
      (cell, index) =>
        headings[name].test(cell) &&
        !(name === 'sum' && isGoneOut.test(cell)) &&
        !Object.values(columns).includes(index),
    );
    if (at !== -1) columns[name] = at;
  }
  return columns;
}

/** Reads rows under their heading; a sum below zero has gone out. */
export function readTable(rows: readonly string[][], columns: Columns): ReadStatement {
  const bad: BadLine[] = [];
  if (columns.on === undefined || columns.sum === undefined) {
    return { lines: [], bad: [{ lineNumber: 1, why: 'no_columns', text: '' }], own: [] };
  }
  const lines = rows.slice(1).flatMap((row, index) => {
    const lineNumber = index + 2;
    if (row.every((cell) => cell === '')) return [];
    const cells = Object.fromEntries(
      names.map((name) => [name, row[columns[name] ?? -1] ?? '']),
    ) as Record<ColumnName, string>;
    // A table with a column for what came in leaves it empty where money has gone out.
    const amountMinor = cells.sum === '' ? 0 : readSum(cells.sum);
    const on = readDay(cells.on);
    const text = row.join('; ').slice(0, 200);
    if (amountMinor === null) bad.push({ lineNumber, why: 'no_sum', text });
    else if (on === null) bad.push({ lineNumber, why: 'no_date', text });
    if (amountMinor === null || on === null) return [];
    return {
      lineNumber,
      number: cells.number,
      on,
      amountMinor: Math.abs(amountMinor),
      payer: cells.payer,
      payerTaxNumber: cells.tax,
      payerAccount: cells.account,
      purpose: cells.purpose,
      isIncoming: amountMinor > 0,
    };
  });
  return { lines, bad, own: [] };
}
