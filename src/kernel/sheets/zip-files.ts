import { Readable } from 'node:stream';
import { constants, crc32, createDeflateRaw } from 'node:zlib';

export type ZipEntry = { name: string; content: AsyncIterable<string> | Iterable<string> };

type Written = { name: Buffer; crc: number; packedBytes: number; bytes: number; offset: number };

/** Names are UTF-8, and sizes follow the content, since they are not known before it. */
const flags = 0x08_08;
const deflate = 8;
/** The earliest day that the format knows: a file without one of its own is the same each time. */
const date = 0x00_21;
const version = 20;

/**
 * Packs files into a ZIP archive while they are being made, in constant memory. Spreadsheets refuse
 * the format's 64-bit form, so this is the plain one.
 * @throws RangeError when a file or the archive grows beyond 4 GiB
 */
export async function* zipFiles(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for await (const entry of entries) {
    const one = { name: Buffer.from(entry.name), crc: 0, packedBytes: 0, bytes: 0, offset };
    for await (const piece of packed(entry.content, one)) {
      offset += piece.length;
      yield piece;
    }
    written.push(one);
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  yield fields(
    [0x06054b50, 4],
    [0, 4],
    [written.length, 2],
    [written.length, 2],
    [directory.length, 4],
    [offset, 4],
    [0, 2],
  );
}

async function* packed(content: ZipEntry['content'], one: Written): AsyncGenerator<Buffer> {
  yield fields([0x04034b50, 4]);
  yield header({ ...one, crc: 0, packedBytes: 0, bytes: 0 });
  yield fields([one.name.length, 2], [0, 2]);
  yield one.name;
  const plain = Readable.from(measured(content, one));
  for await (const chunk of plain.compose(createDeflateRaw({ level: constants.Z_BEST_SPEED }))) {
    const piece = chunk as Buffer;
    one.packedBytes += piece.length;
    yield piece;
  }
  yield fields([0x08074b50, 4], [one.crc, 4], [one.packedBytes, 4], [one.bytes, 4]);
}

async function* measured(content: ZipEntry['content'], one: Written): AsyncGenerator<Buffer> {
  for await (const text of content) {
    const piece = Buffer.from(text);
    one.crc = crc32(piece, one.crc);
    one.bytes += piece.length;
    yield piece;
  }
}

/** What a file's own header and its entry in the directory have in common. */
function header({ crc, packedBytes, bytes }: Written): Buffer {
  return fields(
    [version, 2],
    [flags, 2],
    [deflate, 2],
    [0, 2],
    [date, 2],
    [crc, 4],
    [packedBytes, 4],
    [bytes, 4],
  );
}

function directoryEntry(one: Written): Buffer {
  return Buffer.concat([
    fields([0x02014b50, 4], [version, 2]),
    header(one),
    // No extra field and no comment, the first disk, no attributes.
    fields([one.name.length, 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [one.offset, 4]),
    one.name,
  ]);
}

/** Numbers and their lengths in bytes, in the little-endian order of the format. */
function fields(...numbers: readonly (readonly [number, 2 | 4])[]): Buffer {
  return Buffer.concat(
    numbers.map(([value, length]) => {
      const buffer = Buffer.alloc(length);
      buffer.writeUIntLE(value, 0, length);
      return buffer;
    }),
  );
}
