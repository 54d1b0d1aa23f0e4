import iconv from 'iconv-lite';
import type { Encoding } from './encoding-names.ts';

/** The text of some bytes that are not cut inside a character. */
export function decode(bytes: Buffer, encoding: Encoding): string {
  return encoding === 'utf-8' ? bytes.toString('utf8') : iconv.decode(bytes, encoding);
}

/** The bytes of a text, for tests and for handing rows back in the file's own encoding. */
export function encode(text: string, encoding: Encoding): Buffer {
  return iconv.encode(text, encoding);
}

/**
 * Rewrites UTF-16 as UTF-8, chunk by chunk. In every other encoding of ours a line break, a quote
 * and a delimiter are one byte each that occurs in no other character; this makes it true of all.
 */
export async function* withSingleByteMarks(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<Buffer> {
  if (!isUtf16(encoding)) {
    for await (const chunk of chunks) {
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    }
    return;
  }
  const decoder = iconv.getDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.write(Buffer.from(chunk)), 'utf8');
  const rest = decoder.end();
  if (rest) yield Buffer.from(rest, 'utf8');
}

export function isUtf16(encoding: Encoding): boolean {
  return encoding === 'utf-16le' || encoding === 'utf-16be';
}
