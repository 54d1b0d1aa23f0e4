import { recordEnd, splitRecord } from './split-record.ts';

/**
 * How the text of a table is written. `skipLines` is 1 where the first line only names the
 * delimiter (`sep=;`, as Excel writes it). `confidence` is from 0 to 1.
 */
export type DelimiterGuess = {
  delimiter: string;
  quote: string | null;
  lineBreak: '\n' | '\r';
  skipLines: number;
  confidence: number;
};

const delimiters = [';', ',', '\t', '|'];

/** So many records of the sample are compared. */
const RECORDS_COMPARED = 100;

/**
 * Guesses the delimiter from the beginning of the text: the one that cuts the most records into one
 * and the same number of cells, and into more of them.
 * @param isWhole false when the sample may end inside a record, which is then left out
 */
export function detectDelimiter(sample: string, isWhole: boolean): DelimiterGuess {
  const lineBreak: '\n' | '\r' = sample.includes('\r') && !sample.includes('\n') ? '\r' : '\n';
  const text = sample.charCodeAt(0) === 0xfeff ? sample.slice(1) : sample;
  const named = /^sep=(.)\r?[\n\r]/i.exec(text)?.[1];
  if (named) return { delimiter: named, quote: '"', lineBreak, skipLines: 1, confidence: 1 };
  const quote = quoteOf(text);
  const candidates = delimiters
    .map((delimiter) => ({ delimiter, ...regularity(text, delimiter, quote, lineBreak, isWhole) }))
    .filter((candidate) => candidate.cells > 1)
    .toSorted((a, b) => b.score - a.score);
  const best = candidates[0];
  const found = { quote, lineBreak, skipLines: 0 };
  if (!best) return { ...found, delimiter: ';', confidence: 0.3 };
  return { ...found, delimiter: best.delimiter, confidence: best.share };
}

/** `'` quotes only where cells begin and end with it and none does with `"`. */
function quoteOf(text: string): string {
  const asQuote = (quote: string) =>
    text.match(new RegExp(`(^|[;,\\t|\\n])${quote}[^\\n]*?${quote}(?=[;,\\t|\\r\\n]|$)`, 'g'))
      ?.length ?? 0;
  return asQuote(`'`) > 3 && asQuote('"') === 0 ? `'` : '"';
}

/** The commonest number of cells, the share of records that have it, and a score of both. */
function regularity(
  text: string,
  delimiter: string,
  quote: string,
  lineBreak: string,
  isWhole: boolean,
): { cells: number; share: number; score: number } {
  const counts = new Map<number, number>();
  let records = 0;
  for (const record of recordsOf(text, delimiter, quote, lineBreak, isWhole)) {
    const split = splitRecord(record, { delimiter, quote });
    const cells = split.state === 'cells' ? split.cells.length : 0;
    counts.set(cells, (counts.get(cells) ?? 0) + 1);
    records += 1;
    if (records === RECORDS_COMPARED) break;
  }
  const [cells, times] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  const share = records === 0 ? 0 : times / records;
  // A tenth for each doubling of the columns: regularity comes first, then the finer cut.
  return { cells, share, score: share + 0.1 * Math.log2(Math.max(cells, 1)) };
}

function* recordsOf(
  text: string,
  delimiter: string,
  quote: string,
  lineBreak: string,
  isWhole: boolean,
): Generator<string> {
  let start = 0;
  while (start < text.length) {
    let end = recordEnd(text, start, { delimiter, quote }, lineBreak, isWhole);
    if (typeof end === 'string') end = text.indexOf(lineBreak, start);
    if (end === -1) return;
    const record = text.slice(start, end).replace(/\r$/, '');
    if (record.trim() !== '') yield record;
    start = end + 1;
  }
}
