import { crc32, deflateRawSync } from 'node:zlib';

/** A zip archive with these files, packed. Written for tests: no workbook of theirs is so small. */
export function zipOf(files: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const plain = Buffer.from(text);
    const packed = deflateRawSync(plain);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(plain.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), packed]);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\0'), fields, entry, Buffer.from(name));
    parts.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, listed, Buffer.from('PK\u0005\u0006'), end]);
}

/** A workbook of one sheet with these rows; `space` is put before the names of its tags. */
export function sheetBook(rows: string, space = ''): Buffer {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const [sheet, data] = [`${space}worksheet`, `${space}sheetData`];
  return zipOf({
    'xl/worksheets/sheet1.xml': `<${sheet}><${data}>${rows}</${data}></${sheet}>`,
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" ` +
      'Target="worksheets/sheet1.xml"/></Relationships>',
  });
}

/** The first sectors of a compound file whose directory holds one entry of this name. */
export function compoundFile(entry: string): Buffer {
  const file = Buffer.alloc(2048);
  file.writeUInt32BE(0xd0cf11e0, 0);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.write(entry, 1024, 'utf16le');
  return file;
}
