import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { BrokenFile } from '../broken-file.ts';
import { readBytes, type FileSource } from '../file-source.ts';

/** A file inside a zip archive. */
export type ZipEntry = {
  name: string;
  method: number;
  isEncrypted: boolean;
  packedBytes: number;
  sizeBytes: number;
  headerAt: number;
};

const END_MARK = 0x06054b50;
const END64_MARK = 0x06064b50;
const END64_LOCATOR_MARK = 0x07064b50;
const ENTRY_MARK = 0x02014b50;
const NEEDS_64 = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;

/** The directory of an archive is small; a large one is an attack. */
const MAX_DIRECTORY_BYTES = 4 * 1024 * 1024;

/** The sheets of the largest workbook unpack to about 2 GiB, some forty times its size. */
const MAX_UNPACKED_BYTES = 8 * 1024 ** 3;
const MAX_RATIO = 400;
const RATIO_FROM_BYTES = 64 * 1024 * 1024;

/** The files in a zip archive by name; null when it is no zip archive or its end is missing. */
export async function readDirectory(source: FileSource): Promise<Map<string, ZipEntry> | null> {
  const tailAt = Math.max(0, source.sizeBytes - 65_557);
  const tail = await readBytes(source, tailAt, source.sizeBytes);
  const at = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (at === -1 || at + 22 > tail.length || tail.readUInt32LE(at) !== END_MARK) return null;
  const wide = await wideDirectory(source, tail, at);
  const size = wide?.size ?? tail.readUInt32LE(at + 12);
  const start = wide?.start ?? tail.readUInt32LE(at + 16);
  if (size > MAX_DIRECTORY_BYTES) throw new BrokenFile('workbook_too_large');
  return entriesOf(await readBytes(source, start, start + size));
}

/** The place of the directory in archives beyond 4 GiB, or written as if they were. */
async function wideDirectory(
  source: FileSource,
  tail: Buffer,
  endAt: number,
): Promise<{ start: number; size: number } | null> {
  const locatorAt = endAt - 20;
  if (locatorAt < 0 || tail.readUInt32LE(locatorAt) !== END64_LOCATOR_MARK) return null;
  const recordAt = Number(tail.readBigUInt64LE(locatorAt + 8));
  const record = await readBytes(source, recordAt, recordAt + 56);
  if (record.length < 56 || record.readUInt32LE(0) !== END64_MARK) return null;
  return {
    size: Number(record.readBigUInt64LE(40)),
    start: Number(record.readBigUInt64LE(48)),
  };
}

function entriesOf(directory: Buffer): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY_MARK) {
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const extraAt = at + 46 + nameLength;
    const extra = directory.subarray(extraAt, extraAt + extraLength);
    const narrow = [24, 20, 42].map((field) => directory.readUInt32LE(at + field));
    const [sizeBytes = 0, packedBytes = 0, headerAt = 0] = widened(narrow, extra);
    const name = directory.toString('utf8', at + 46, extraAt).replaceAll('\\', '/');
    const isEncrypted = (directory.readUInt16LE(at + 8) & 1) === 1;
    const method = directory.readUInt16LE(at + 10);
    entries.set(name, { name, method, isEncrypted, packedBytes, sizeBytes, headerAt });
    at = extraAt + extraLength + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** Values that did not fit into 32 bits stand, in the same order, in the extra field numbered 1. */
function widened(values: number[], extra: Buffer): number[] {
  let at = 0;
  while (at + 4 <= extra.length) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      let next = at + 4;
      return values.map((value) => {
        if (value !== NEEDS_64 || next + 8 > extra.length) return value;
        next += 8;
        return Number(extra.readBigUInt64LE(next - 8));
      });
    }
    at += 4 + length;
  }
  return values;
}

/** The unpacked bytes of one file of the archive, given up when they grow beyond all measure. */
export async function* unpack(source: FileSource, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.isEncrypted) throw new BrokenFile('workbook_locked');
  const header = await readBytes(source, entry.headerAt, entry.headerAt + 30);
  if (header.length < 30) throw new BrokenFile('file_cut_short');
  const start = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = source.open(start, start + entry.packedBytes);
  let unpackedBytes = 0;
  try {
    for await (const piece of entry.method === STORED ? packed : inflated(packed, entry.method)) {
      unpackedBytes += piece.length;
      const isBomb =
        unpackedBytes > RATIO_FROM_BYTES && unpackedBytes > entry.packedBytes * MAX_RATIO;
      if (isBomb || unpackedBytes > MAX_UNPACKED_BYTES) throw new BrokenFile('workbook_too_large');
      yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    }
  } catch (error) {
    if (isPackingError(error)) throw new BrokenFile('file_cut_short');
    throw error;
  }
}

function inflated(packed: AsyncIterable<Uint8Array>, method: number): AsyncIterable<Buffer> {
  if (method !== DEFLATED) throw new BrokenFile('not_a_workbook');
  // An error reaches the reader through the stream that it iterates; none is left for the callback.
  return pipeline(Readable.from(packed), createInflateRaw({ chunkSize: 131_072 }), () => undefined);
}

function isPackingError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE';
}
