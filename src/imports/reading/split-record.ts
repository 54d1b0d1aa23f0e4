/** How a text table is written. `quote` is null where quotes mean nothing. */
export type CsvShape = { delimiter: string; quote: string | null };

/**
 * What became of the text of one record: its cells; or `open`, when a quoted cell has not ended by
 * the end of the text, so that more lines may belong to it (`openedAt` is where its quote stands);
 * or `broken`, when something follows a closing quote that is neither a delimiter nor the end.
 */
export type SplitRecord =
  | { state: 'cells'; cells: string[] }
  | { state: 'open'; openedAt: number }
  | { state: 'broken'; at: number };

/**
 * Cuts a record into cells. A cell is quoted when it begins with the quote; a quote inside it is
 * written twice. A quote inside an unquoted cell is itself (`ООО "Ромашка"`).
 */
export function splitRecord(text: string, { delimiter, quote }: CsvShape): SplitRecord {
  if (quote === null || !text.includes(quote)) {
    return { state: 'cells', cells: text.split(delimiter) };
  }
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (text.startsWith(quote, at)) {
      const close = closingQuote(text, at, quote);
      if (close === -1) return { state: 'open', openedAt: at };
      const after = close + 1;
      if (after < text.length && !text.startsWith(delimiter, after)) {
        return { state: 'broken', at: after };
      }
      cells.push(text.slice(at + 1, close).replaceAll(quote + quote, quote));
      at = after;
    } else {
      const end = text.indexOf(delimiter, at);
      if (end === -1) {
        cells.push(text.slice(at));
        return { state: 'cells', cells };
      }
      cells.push(text.slice(at, end));
      at = end;
    }
    if (at >= text.length) return { state: 'cells', cells };
    at += delimiter.length;
  }
}

/** Where the cell opened at `openedAt` closes, or −1. */
function closingQuote(text: string, openedAt: number, quote: string): number {
  let at = text.indexOf(quote, openedAt + 1);
  while (at !== -1 && text[at + 1] === quote) at = text.indexOf(quote, at + 2);
  return at;
}

/**
 * Where the record that begins at `start` ends: the place of its line break, or the text's end with
 * `isLast`. `open` means that the text ends before the record does.
 */
export function recordEnd(
  text: string,
  start: number,
  { delimiter, quote }: CsvShape,
  lineBreak: string,
  isLast: boolean,
): number | 'open' | 'broken' {
  let at = start;
  for (;;) {
    if (quote !== null && text.startsWith(quote, at)) {
      const close = closingQuote(text, at, quote);
      if (close === -1) return 'open';
      at = close + 1;
      if (text[at] === '\r' && (at + 1 === text.length || text[at + 1] === lineBreak)) at += 1;
      if (at >= text.length) return isLast ? at : 'open';
      if (text[at] === lineBreak) return at;
      if (!text.startsWith(delimiter, at)) return 'broken';
      at += delimiter.length;
      continue;
    }
    const newline = text.indexOf(lineBreak, at);
    const next = text.indexOf(delimiter, at);
    if (next !== -1 && (newline === -1 || next < newline)) at = next + delimiter.length;
    else if (newline !== -1) return newline;
    else return isLast ? text.length : 'open';
  }
}
