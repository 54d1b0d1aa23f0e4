import { neutraliseFormula } from './neutralise-formula.ts';

type CsvDelimiter = ',' | ';' | '\t';

/**
 * One line of a CSV file with its end (RFC 4180, CRLF): texts made harmless for spreadsheets, and
 * quoted where they hold a delimiter, a quote, a line's end or a space at their edges. Null is an
 * empty cell.
 */
export function csvLine(
  cells: readonly (string | number | boolean | null)[],
  delimiter: CsvDelimiter = ',',
): string {
  return `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`;
}

function csvCell(cell: string | number | boolean | null, delimiter: CsvDelimiter): string {
  if (cell == null) return '';
  if (typeof cell !== 'string') return csvCell(String(cell), delimiter);
  const safe = neutraliseFormula(cell);
  const isQuoted = safe.includes(delimiter) || /["\r\n]|^\s|\s$/u.test(safe);
  return isQuoted ? `"${safe.replaceAll('"', '""')}"` : safe;
}
