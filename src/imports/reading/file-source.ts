import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** A file that can be read from any place, as many times as needed. */
export type FileSource = {
  sizeBytes: number;
  /** The bytes from `start` up to, not including, `end` (the file's end when left out). */
  open(start: number, end?: number): AsyncIterable<Uint8Array>;
};

const CHUNK_BYTES = 256 * 1024;

/** A file on this machine's disk. */
export async function fileSource(path: string): Promise<FileSource> {
  const { size } = await stat(path);
  return {
    sizeBytes: size,
    open: (start, end = size) =>
      start >= end
        ? noBytes()
        : createReadStream(path, { start, end: end - 1, highWaterMark: CHUNK_BYTES }),
  };
}

/** A file that is in memory already: a pasted table, a test. */
export function bytesSource(bytes: Uint8Array, chunkBytes = CHUNK_BYTES): FileSource {
  return {
    sizeBytes: bytes.length,
    async *open(start, end = bytes.length) {
      for (let at = start; at < end; at += chunkBytes) {
        yield bytes.subarray(at, Math.min(at + chunkBytes, end));
      }
    },
  };
}

/** The bytes from `start` to `end` in one piece; for the small parts of a file only. */
export async function readBytes(source: FileSource, start: number, end: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.open(start, Math.min(end, source.sizeBytes))) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}
