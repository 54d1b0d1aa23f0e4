import { isEmptyDate, readDate } from './read-date.ts';
import { readNumber } from './read-number.ts';

/**
 * Whether the first row of a table names its columns: no cell of it is a number, a date, an address
 * of mail or a phone, none is there twice, and they look otherwise than what stands below them.
 * @param isKnownName tells the names that exports use for their columns
 */
export function detectHeader(
  rows: readonly (readonly string[])[],
  isKnownName: (cell: string) => boolean,
): boolean {
  const [first, ...below] = rows;
  if (!first) return false;
  const names = first.map((cell) => cell.trim());
  const filled = names.filter((name) => name !== '');
  if (filled.length === 0 || filled.some(isValue)) return false;
  const known = filled.filter(isKnownName).length;
  if (known >= Math.max(1, filled.length / 4)) return true;
  if (new Set(filled).size < filled.length || filled.length < names.length) return false;
  if (below.length === 0) return true;
  const recurs = names.some((name, column) => below.some((row) => row[column]?.trim() === name));
  return !recurs;
}

/** A cell that no column would be named by. */
function isValue(cell: string): boolean {
  if (readNumber(cell, '.') !== null || readNumber(cell, ',') !== null) return true;
  if (!isEmptyDate(cell) && readDate(cell) !== null) return true;
  return /^\S+@\S+\.\S+$|^\+?[\d\s()-]{6,}$/.test(cell);
}
