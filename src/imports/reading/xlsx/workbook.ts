import { fail, ok, type Result } from '../../../kernel/result.ts';
import { readBytes, type FileSource } from '../file-source.ts';
import { numberKinds, type NumberKind } from './date-styles.ts';
import { attribute, smallPart } from './xml.ts';
import { readDirectory, unpack, type ZipEntry } from './zip.ts';

export type Sheet = { name: string; entry: ZipEntry };

/** What is known of a workbook before its rows are read. Hidden sheets come last. */
export type Workbook = {
  sheets: Sheet[];
  strings: ZipEntry | null;
  kinds: NumberKind[];
  is1904: boolean;
};

const MAX_PART_BYTES = 32 * 1024 * 1024;

/** Opens an .xlsx file, or says what the file is instead. */
export async function openWorkbook(source: FileSource): Promise<Result<Workbook>> {
  const otherwise = await otherFormat(source);
  if (otherwise) return fail(`imports.${otherwise}`);
  const parts = await readDirectory(source);
  if (!parts) return fail('imports.file_cut_short');
  if (parts.has('xl/workbook.bin')) return fail('imports.workbook_binary');
  const read = async (name: string) => {
    const entry = parts.get(name);
    return entry ? smallPart(unpack(source, entry), MAX_PART_BYTES) : '';
  };
  const mainName = target(await read('_rels/.rels'), /officeDocument$/, '') ?? 'xl/workbook.xml';
  const main = await read(mainName);
  if (main === '') return fail('imports.not_a_workbook');
  const folder = mainName.slice(0, mainName.lastIndexOf('/') + 1);
  const relations = await read(`${folder}_rels/${mainName.slice(folder.length)}.rels`);
  const stylesName = target(relations, /\/styles$/, folder);
  const stringsName = target(relations, /\/sharedStrings$/, folder);
  const sheets = sheetsOf(main, relations, folder, parts);
  if (sheets.length === 0) return fail('imports.not_a_workbook');
  return ok({
    sheets,
    strings: (stringsName && parts.get(stringsName)) || null,
    kinds: stylesName ? numberKinds(await read(stylesName)) : [],
    is1904: /<(?:\w+:)?workbookPr\s[^>]*date1904="(1|true)"/.test(main),
  });
}

/** What the first bytes say, when they are not those of a zip archive. */
async function otherFormat(source: FileSource): Promise<string | null> {
  const head = await readBytes(source, 0, 512);
  if (head.readUInt32BE === undefined || head.length < 4) return 'not_a_workbook';
  if (head.readUInt32BE(0) === 0x504b0304) return null;
  if (head.readUInt32BE(0) !== 0xd0cf11e0 || head.length < 512) return 'not_a_workbook';
  // A compound file is an old .xls, or the envelope of a workbook with a password.
  const sectorBytes = 1 << Math.min(head.readUInt16LE(30), 16);
  const directoryAt = (head.readUInt32LE(48) + 1) * sectorBytes;
  const directory = await readBytes(source, directoryAt, directoryAt + sectorBytes * 2);
  const locked = Buffer.from('EncryptedPackage', 'utf16le');
  return directory.includes(locked) ? 'workbook_locked' : 'workbook_old';
}

function sheetsOf(
  main: string,
  relations: string,
  folder: string,
  parts: Map<string, ZipEntry>,
): Sheet[] {
  const sheets: (Sheet & { isHidden: boolean })[] = [];
  for (const [tag] of main.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const id = /\s\w+:id="([^"]*)"/.exec(tag)?.[1] ?? '';
    const entry = parts.get(targetById(relations, id, folder) ?? '');
    const isHidden = (attribute(tag, 'state') ?? 'visible') !== 'visible';
    if (entry) sheets.push({ name: attribute(tag, 'name') ?? '', entry, isHidden });
  }
  return sheets
    .toSorted((a, b) => Number(a.isHidden) - Number(b.isHidden))
    .map(({ name, entry }) => ({ name, entry }));
}

/** Where the relation of a type leads. */
function target(relations: string, type: RegExp, folder: string): string | null {
  for (const [tag] of relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    if (type.test(attribute(tag, 'Type') ?? '')) return resolved(attribute(tag, 'Target'), folder);
  }
  return null;
}

function targetById(relations: string, id: string, folder: string): string | null {
  for (const [tag] of relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    if (attribute(tag, 'Id') === id) return resolved(attribute(tag, 'Target'), folder);
  }
  return null;
}

function resolved(path: string | null, folder: string): string | null {
  if (path === null) return null;
  return path.startsWith('/')
    ? path.slice(1)
    : new URL(path, `zip://x/${folder}`).pathname.slice(1);
}
