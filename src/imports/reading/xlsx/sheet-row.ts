import { dateOfSerial, timeOfSerial } from '../excel-serial.ts';
import { MAX_COLUMNS } from '../source-row.ts';
import type { NumberKind } from './date-styles.ts';
import { runsText, unescaped } from './xml.ts';

/** What the cells of a sheet refer to. */
export type CellContext = {
  kinds: readonly NumberKind[];
  is1904: boolean;
  sharedString(index: number): string | undefined;
};

const cellPattern = /<(?:\w+:)?c(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
const valuePattern = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</;

/** The number of a row, where the row says it. */
export function numberOfRow(row: string): number | null {
  const digits = /^<[^>]*?\sr="(\d+)"/.exec(row)?.[1];
  return digits === undefined ? null : Number(digits);
}

/**
 * The cells of a row as canonical text: numbers with a point and without an exponent, dates in ISO,
 * `true` and `false`, formulas by their last value. `width` null means too many columns.
 */
export function cellsOfRow(row: string, context: CellContext): string[] | null {
  const cells: string[] = [];
  let column = -1;
  for (const [, tag = '', body = ''] of row.matchAll(cellPattern)) {
    const named = columnOf(tag);
    column = named ?? column + 1;
    if (column >= MAX_COLUMNS) return null;
    while (cells.length < column) cells.push('');
    cells[column] = body === '' ? '' : cellText(tag, body, context);
  }
  return cells;
}

/** The column of `r="BC12"`, counted from 0. */
function columnOf(tag: string): number | null {
  let at = tag.indexOf(' r="');
  if (at === -1) return null;
  let column = 0;
  for (at += 4; ; at += 1) {
    const code = tag.charCodeAt(at);
    if (code < 65 || code > 90) return column === 0 ? null : column - 1;
    column = column * 26 + code - 64;
  }
}

function cellText(tag: string, body: string, context: CellContext): string {
  const type = /\st="(\w+)"/.exec(tag)?.[1] ?? 'n';
  if (type === 'inlineStr') return runsText(body);
  const value = valuePattern.exec(body)?.[1] ?? '';
  if (value === '') return '';
  if (type === 's') return context.sharedString(Number(value)) ?? '';
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type === 'n') return numberText(value, styleOf(tag), context);
  return unescaped(value);
}

function styleOf(tag: string): number {
  const digits = /\ss="(\d+)"/.exec(tag)?.[1];
  return digits === undefined ? 0 : Number(digits);
}

function numberText(value: string, style: number, context: CellContext): string {
  const kind = context.kinds[style] ?? 'number';
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (kind === 'date') return dateOfSerial(number, context.is1904) ?? value;
  if (kind === 'time' && number < 1) return timeOfSerial(number);
  return plainNumber(number);
}

/** A number without an exponent; the noise of binary fractions beyond 15 digits is gone. */
function plainNumber(number: number): string {
  if (Number.isInteger(number)) {
    return Number.isSafeInteger(number) ? String(number) : BigInt(number).toString();
  }
  const text = String(Number(number.toPrecision(15)));
  return text.includes('e') ? number.toFixed(20).replace(/\.?0+$/, '') : text;
}
