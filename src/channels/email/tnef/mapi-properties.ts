import { decodeText } from '../letters/decode-text.ts';
import { TnefBytes } from './tnef-bytes.ts';

/** By their tags (MS-OXPROPS): the bytes of those that have any, the first of several. */
export type MapiProperties = Map<number, { type: number; value: Buffer }>;

/** The tags that are read. */
export const tags = {
  body: 0x1000,
  bodyRtf: 0x1009,
  bodyHtml: 0x1013,
  displayName: 0x3001,
  attachContent: 0x3701,
  attachName: 0x3704,
  attachLongName: 0x3707,
  attachType: 0x370e,
  attachContentId: 0x3712,
} as const;

const [STRING, UNICODE] = [0x1e, 0x1f] as const;

/** Sizes of the types that are no runs, padded to four (MS-OXTNEF, 2.1.3.4). */
const fixedSizes = new Map([
  ...[0x01, 0x02, 0x03, 0x04, 0x0a, 0x0b].map((type) => [type, 4] as const),
  ...[0x05, 0x06, 0x07, 0x14, 0x40].map((type) => [type, 8] as const),
  [0x48, 16],
]);
const runTypes = new Set([0x0d, STRING, UNICODE, 0x102]);
const MANY = 0x1000;
const FIRST_NAMED = 0x8000;

/** No message of Outlook has half as many. */
const MAX_PROPERTIES = 4096;

/** Reads the list of properties of a message or of a file (MS-OXTNEF, 2.1.3.4). */
export function readProperties(value: Buffer): MapiProperties {
  const bytes = new TnefBytes(value);
  const found: MapiProperties = new Map();
  const count = Math.min(bytes.number(4), MAX_PROPERTIES);
  for (let at = 0; at < count && !bytes.isAtEnd; at += 1) {
    const type = bytes.number(2);
    const tag = bytes.number(2);
    if (tag >= FIRST_NAMED) skipName(bytes);
    const values = readValues(bytes, type);
    if (values === null) return found;
    const [first] = values;
    if (first !== undefined && !found.has(tag))
      found.set(tag, { type: type & ~MANY, value: first });
  }
  return found;
}

/** A property that a program named itself has its name before its value. */
function skipName(bytes: TnefBytes): void {
  bytes.run(16);
  const isText = bytes.number(4) === 1;
  bytes.run(isText ? bytes.number(4) : 4);
  bytes.skipToFour();
}

/** Null for a type that is not known: what follows cannot be found then. */
function readValues(bytes: TnefBytes, type: number): Buffer[] | null {
  const base = type & ~MANY;
  const isRun = runTypes.has(base);
  const size = fixedSizes.get(base);
  if (!isRun && size === undefined) return null;
  const count = isRun || base !== type ? bytes.number(4) : 1;
  const values: Buffer[] = [];
  for (let at = 0; at < count && !bytes.isAtEnd; at += 1) {
    values.push(bytes.run(isRun ? bytes.number(4) : (size ?? 0)));
    bytes.skipToFour();
  }
  return values;
}

/** A text among the properties; empty if it is not there. */
export function textOf(properties: MapiProperties, tag: number, codePage: string | null): string {
  const { type = 0, value = Buffer.alloc(0) } = properties.get(tag) ?? {};
  const text = type === UNICODE ? value.toString('utf16le') : decodeText(value, codePage);
  return text.replace(/\0[^]*$/, '');
}
