import type { Framing } from './frame-records.ts';

/** A very long cell that never closes is given up after so many bytes, at the next line. */
const MAX_SKIPPED_BYTES = 64 * 1024 * 1024;

export type Skipped = { skippedBytes: number; rest: Buffer; isLast: boolean };

/**
 * Passes over the rest of a record that is too long to keep, without keeping it: up to the end of
 * its line, after the closing quote if it is inside one. Answers with what follows.
 */
export async function skipLongRecord(
  first: Buffer,
  input: AsyncIterator<Buffer, undefined>,
  isQuoted: boolean,
  framing: Framing,
): Promise<Skipped> {
  let skippedBytes = 0;
  let isInside = isQuoted;
  let piece: Buffer = first;
  for (;;) {
    let at = 0;
    if (isInside && skippedBytes < MAX_SKIPPED_BYTES) {
      const close = closingByte(piece, framing);
      isInside = close === -1;
      at = isInside ? piece.length : close + 1;
    }
    const end = at < piece.length ? piece.indexOf(framing.lineBreak, at) : -1;
    if (end !== -1) {
      const next = end + 1;
      return { skippedBytes: skippedBytes + next, rest: piece.subarray(next), isLast: false };
    }
    skippedBytes += piece.length;
    const more = await input.next();
    if (more.done) return { skippedBytes, rest: Buffer.alloc(0), isLast: true };
    piece = more.value;
  }
}

/** The quote that ends the cell: one before a delimiter or a line's end. */
function closingByte(piece: Buffer, { quote, delimiter, lineBreak }: Framing): number {
  if (quote === null) return 0;
  for (let at = piece.indexOf(quote); at !== -1; at = piece.indexOf(quote, at + 1)) {
    const after = String.fromCharCode(piece[at + 1] ?? 0x0a);
    if (after === delimiter || after === lineBreak || after === '\r') return at;
  }
  return -1;
}
