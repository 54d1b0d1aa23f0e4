import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrokenFile } from '../broken-file.ts';

/** Strings numbered from 0, kept outside the heap, and on disk where they are many. */
export type StringStore = {
  append(text: string): void;
  get(index: number): string | undefined;
  close(): void;
};

const BLOCK_BYTES = 65_536;

/** A million subscribers share some five million strings of 30 bytes; this is thirty times more. */
const MAX_BYTES = 4 * 1024 ** 3 - 1;

/**
 * A store that keeps at most `maxBlocks` blocks of 64 KiB in memory (32 MiB unless told) and the
 * rest in a temporary file. Sheets use their strings nearly in the order in which they are stored,
 * so that almost every read finds its block in memory.
 */
export function createStringStore(maxBlocks = 512): StringStore {
  let ends = new Uint32Array(65_536);
  let count = 0;
  let length = 0;
  let current = Buffer.alloc(BLOCK_BYTES);
  const blocks = new Map<number, Buffer>([[0, current]]);
  const file = lazyFile();

  function keep(number: number, block: Buffer): void {
    if (blocks.size >= maxBlocks) {
      const [oldest, bytes] = blocks.entries().next().value as [number, Buffer];
      file.write(oldest, bytes);
      blocks.delete(oldest);
    }
    blocks.set(number, block);
  }

  function blockAt(number: number): Buffer {
    const known = blocks.get(number);
    if (known) {
      // Moved to the end of the map, which makes its order one of use.
      blocks.delete(number);
      blocks.set(number, known);
      return known;
    }
    const block = file.read(number);
    keep(number, block);
    return block;
  }

  return {
    append(text) {
      const bytes = Buffer.from(text, 'utf8');
      if (length + bytes.length > MAX_BYTES) throw new BrokenFile('workbook_too_large');
      for (let from = 0; from < bytes.length;) {
        const at = length % BLOCK_BYTES;
        const copied = bytes.copy(current, at, from);
        from += copied;
        length += copied;
        if (at + copied === BLOCK_BYTES) {
          current = Buffer.alloc(BLOCK_BYTES);
          keep(length / BLOCK_BYTES, current);
        }
      }
      if (count === ends.length) ends = grown(ends);
      ends[count] = length;
      count += 1;
    },
    get(index) {
      const end = index < count ? ends[index] : undefined;
      if (end === undefined) return undefined;
      const start = index === 0 ? 0 : (ends[index - 1] ?? 0);
      let text: Buffer[] | Buffer = [];
      for (let at = start; at < end;) {
        const block = blockAt(Math.floor(at / BLOCK_BYTES));
        const from = at % BLOCK_BYTES;
        const piece = block.subarray(from, Math.min(BLOCK_BYTES, from + end - at));
        if (piece.length === end - start) return piece.toString('utf8');
        text.push(piece);
        at += piece.length;
      }
      text = Buffer.concat(text);
      return text.toString('utf8');
    },
    close: () => file.close(),
  };
}

function grown(ends: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(ends.length * 2);
  larger.set(ends);
  return larger;
}

/** A temporary file of blocks, made when the first one is written and gone with `close`. */
function lazyFile() {
  let folder: string | null = null;
  let handle = -1;
  return {
    write(number: number, block: Buffer): void {
      if (folder === null) {
        folder = mkdtempSync(join(tmpdir(), 'bereg-strings-'));
        handle = openSync(join(folder, 'blocks'), 'w+');
      }
      writeSync(handle, block, 0, BLOCK_BYTES, number * BLOCK_BYTES);
    },
    read(number: number): Buffer {
      const block = Buffer.alloc(BLOCK_BYTES);
      readSync(handle, block, 0, BLOCK_BYTES, number * BLOCK_BYTES);
      return block;
    },
    close(): void {
      if (folder === null) return;
      closeSync(handle);
      rmSync(folder, { recursive: true, force: true });
      folder = null;
    },
  };
}
