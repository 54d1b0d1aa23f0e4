// What every packed RTF is taken to follow (MS-OXRTFCP, 2.1.2.1), so that short ones pack well.
const preset =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern ' +
  '\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0' +
  '\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';

const WINDOW = 4096;
const HEADER = 16;
const [PACKED, UNPACKED] = [0x75465a4c, 0x414c454d] as const;

/** Outlook's own RTF of a long letter has some 200 kB. */
const MAX_RTF_BYTES = 4 * 1024 * 1024;

/** RTF as MAPI packs it (MS-OXRTFCP), as its bytes; what is cut off gives what stands before. */
export function unpackRtf(packed: Buffer): Buffer {
  if (packed.length < HEADER) return Buffer.alloc(0);
  const size = Math.min(packed.readUInt32LE(4), MAX_RTF_BYTES);
  const kind = packed.readUInt32LE(8);
  if (kind === UNPACKED) return packed.subarray(HEADER, HEADER + size);
  if (kind !== PACKED) return Buffer.alloc(0);
  const unpacking: Unpacking = {
    window: Buffer.alloc(WINDOW, 0x20),
    write: 0,
    out: Buffer.alloc(size),
    to: 0,
  };
  unpacking.write = unpacking.window.write(preset, 'latin1');
  let at = HEADER;
  while (at < packed.length && unpacking.to < size) {
    const control = packed[at] ?? 0;
    at += 1;
    for (let bit = 0; bit < 8 && at < packed.length; bit += 1) {
      if ((control >> bit) % 2 === 0) {
        put(unpacking, packed[at] ?? 0);
        at += 1;
        continue;
      }
      const token = ((packed[at] ?? 0) << 8) | (packed[at + 1] ?? 0);
      at += 2;
      const from = token >> 4;
      // A place in itself is the mark of the end.
      if (from === unpacking.write) return unpacking.out.subarray(0, unpacking.to);
      const length = (token & 15) + 2;
      for (let step = 0; step < length; step += 1) {
        put(unpacking, unpacking.window[(from + step) % WINDOW] ?? 0);
      }
    }
  }
  return unpacking.out.subarray(0, unpacking.to);
}

/** What was unpacked last stands in a ring, to which later tokens point back. */
type Unpacking = { window: Buffer; write: number; out: Buffer; to: number };

function put(unpacking: Unpacking, byte: number): void {
  unpacking.window[unpacking.write] = byte;
  unpacking.write = (unpacking.write + 1) % WINDOW;
  if (unpacking.to < unpacking.out.length) {
    unpacking.out[unpacking.to] = byte;
    unpacking.to += 1;
  }
}
