// Writes a `winmail.dat` by MS-OXTNEF, apart from the code that reads it.

export type TnefProperty = { tag: number; type: number; value: Buffer };
type Attachment = { title: string; content: Buffer | null; properties: TnefProperty[] };

const u16 = (value: number) => Buffer.from([value & 255, (value >> 8) & 255]);
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

function attribute(level: 1 | 2, id: number, value: Buffer): Buffer {
  const checksum = value.reduce((sum, byte) => (sum + byte) & 0xffff, 0);
  return Buffer.concat([Buffer.from([level]), u32(id), u32(value.length), value, u16(checksum)]);
}

const padded = (value: Buffer) =>
  Buffer.concat([value, Buffer.alloc((4 - (value.length % 4)) % 4)]);

/** A run has a count of one and a length before it; the rest stands as it is. */
function properties(list: TnefProperty[]): Buffer {
  const runs = new Set([0x0d, 0x1e, 0x1f, 0x102]);
  const pieces = list.map(({ tag, type, value }) => {
    const head = [u16(type), u16(tag)];
    // A named property: a GUID, kind 1, its name.
    if (tag >= 0x8000) {
      const name = Buffer.from('Keywords\0', 'utf16le');
      head.push(Buffer.alloc(16, 7), u32(1), u32(name.length), padded(name));
    }
    const length = runs.has(type) ? [u32(1), u32(value.length)] : [];
    return Buffer.concat([...head, ...length, padded(value)]);
  });
  return Buffer.concat([u32(list.length), ...pieces]);
}

export function buildTnef(message: TnefProperty[], attachments: Attachment[]): Buffer {
  return Buffer.concat([
    u32(0x223e9f78),
    u16(1),
    attribute(1, 0x00089006, u32(0x00010000)),
    attribute(1, 0x00069007, Buffer.concat([u32(1251), u32(0)])),
    attribute(1, 0x00069003, properties(message)),
    ...attachments.flatMap(({ title, content, properties: own }) => [
      attribute(2, 0x00069002, Buffer.alloc(14)),
      attribute(2, 0x00018010, Buffer.from(`${title}\0`, 'latin1')),
      ...(content ? [attribute(2, 0x0006800f, content)] : []),
      attribute(2, 0x00069005, properties(own)),
    ]),
  ]);
}

/** Packs nothing, but in the form of the packed: every byte stands for itself. */
export function packRtf(rtf: string): Buffer {
  const bytes = Buffer.from(rtf, 'latin1');
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 8) {
    pieces.push(Buffer.from([0]), bytes.subarray(at, at + 8));
  }
  const body = Buffer.concat(pieces);
  return Buffer.concat([u32(body.length + 12), u32(bytes.length), u32(0x75465a4c), u32(0), body]);
}
