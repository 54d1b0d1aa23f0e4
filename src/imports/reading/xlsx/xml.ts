import { StringDecoder } from 'node:string_decoder';
import { BrokenFile } from '../broken-file.ts';

/** A row of a sheet or a shared string beyond this is no work of a spreadsheet. */
const MAX_ELEMENT_CHARS = 8 * 1024 * 1024;

/** The whole text of a small part of a workbook. */
export async function smallPart(bytes: AsyncIterable<Buffer>, maxBytes: number): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of bytes) {
    length += piece.length;
    if (length > maxBytes) throw new BrokenFile('workbook_too_large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** The elements of one name, each whole (`<row …>…</row>` or `<row …/>`), as they stream by. */
export async function* elements(
  bytes: AsyncIterable<Buffer>,
  name: string,
): AsyncGenerator<string[]> {
  const decoder = new StringDecoder('utf8');
  const opening = new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])`, 'g');
  let text = '';
  for await (const piece of bytes) {
    text += decoder.write(piece);
    const { found, rest } = cutElements(text, opening, name);
    if (rest.length > MAX_ELEMENT_CHARS) throw new BrokenFile('workbook_too_large');
    text = rest;
    if (found.length > 0) yield found;
  }
}

function cutElements(
  text: string,
  opening: RegExp,
  name: string,
): { found: string[]; rest: string } {
  const found: string[] = [];
  let at = 0;
  for (;;) {
    opening.lastIndex = at;
    const start = opening.exec(text)?.index;
    // A tag may be cut in its middle by the end of a piece.
    if (start === undefined) return { found, rest: text.slice(Math.max(at, text.length - 64)) };
    const tagEnd = text.indexOf('>', start);
    if (tagEnd === -1) return { found, rest: text.slice(start) };
    let end = tagEnd + 1;
    if (text[tagEnd - 1] !== '/') {
      const close = closingTag(text, name, tagEnd);
      if (close === -1) return { found, rest: text.slice(start) };
      end = close;
    }
    found.push(text.slice(start, end));
    at = end;
  }
}

/** Where the element ends, its closing tag included; with or without a name space before it. */
function closingTag(text: string, name: string, from: number): number {
  for (let at = text.indexOf(`${name}>`, from); at !== -1; at = text.indexOf(`${name}>`, at + 1)) {
    const before = text.lastIndexOf('<', at);
    if (/^<\/(?:\w+:)?$/.test(text.slice(before, at))) return at + name.length + 1;
  }
  return -1;
}

/** The value of an attribute of a tag, or null. */
export function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`[\\s]${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? null : unescaped(value);
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text as it was before XML, and before the `_x000D_` that spreadsheets write for controls. */
export function unescaped(text: string): string {
  let plain = text;
  if (plain.includes('&')) {
    plain = plain.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, dec, word) => {
      if (word) return entities[String(word)] ?? whole;
      const code = hex ? Number.parseInt(String(hex), 16) : Number.parseInt(String(dec), 10);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    });
  }
  if (plain.includes('_x')) {
    plain = plain.replaceAll(/_x([0-9A-F]{4})_/g, (_, hex) =>
      String.fromCharCode(Number.parseInt(String(hex), 16)),
    );
  }
  return plain.includes('\0') ? plain.replaceAll('\0', '') : plain;
}

/** The text of all `<t>` inside a string, without the reading aids of East Asian names. */
export function runsText(element: string): string {
  const spoken = element.includes('rPh>')
    ? element.replaceAll(/<(\w+:)?rPh\b[\s\S]*?<\/(\w+:)?rPh>/g, '')
    : element;
  let text = '';
  for (const run of spoken.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</g)) text += run[1] ?? '';
  return unescaped(text);
}
