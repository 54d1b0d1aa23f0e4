import type { LockedQuote } from './lock-quote.ts';

type Given = Pick<LockedQuote, 'lines' | 'parts'>;

/** What is taken for the connection itself, which alone is paid in parts. Minor units. */
const connectionOf = ({ lines }: Pick<LockedQuote, 'lines'>): number =>
  lines.reduce((sum, line) => sum + (line.productVersionId === null ? line.onceMinor : 0), 0);

/** The first part takes what does not divide, so that all parts together are the whole. */
export function firstPart(quote: Given): number {
  return connectionOf(quote) - partOf(quote, 2) * (quote.parts - 1);
}

/** What the part of this number comes to, from 1 on. */
export function partOf(quote: Given, number: number): number {
  return number === 1 ? firstPart(quote) : Math.floor(connectionOf(quote) / quote.parts);
}
