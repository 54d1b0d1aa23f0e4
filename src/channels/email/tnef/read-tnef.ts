import { fileName } from '../file-name.ts';
import { cleanText } from '../letters/clean-text.ts';
import { decodeText } from '../letters/decode-text.ts';
import { MAX_TEXT_BYTES } from '../limits.ts';
import { readProperties, tags, textOf, type MapiProperties } from './mapi-properties.ts';
import { readRtf } from './read-rtf.ts';
import { TnefBytes } from './tnef-bytes.ts';

type TnefFile = { name: string; contentType: string; content: Buffer; contentId: string | null };
type Opened = { files: TnefFile[]; words: { plain: string | null; html: string | null } };

const SIGNATURE = 0x223e9f78;

/** The attributes that are read (MS-OXTNEF, 2.1.3.3). */
const attributes = {
  oemCodePage: 0x00069007,
  body: 0x0002800c,
  properties: 0x00069003,
  attachmentBegins: 0x00069002,
  attachmentTitle: 0x00018010,
  attachmentContent: 0x0006800f,
  attachmentProperties: 0x00069005,
} as const;

/** As many as a message may have parts. */
const MAX_FILES = 500;

/** Outlook's container of files, by its type or by its name. */
export function isTnef(type: string, name: string): boolean {
  return /^application\/(?:vnd\.)?ms-tnef$/.test(type) || /^winmail\.dat$/i.test(name);
}

type Draft = { title: string; content: Buffer | null; properties: MapiProperties };

/**
 * The files and the body in a `winmail.dat`, with which Outlook sends letters in its own form; null
 * if it is none. What is cut off or spoilt gives what stands before.
 */
export function readTnef(content: Buffer): Opened | null {
  const bytes = new TnefBytes(content);
  if (bytes.number(4) !== SIGNATURE) return null;
  bytes.number(2);
  const drafts: Draft[] = [];
  let codePage: string | null = null;
  let body = '';
  let properties: MapiProperties = new Map();
  while (!bytes.isAtEnd && drafts.length < MAX_FILES) {
    bytes.number(1);
    const id = bytes.number(4);
    const value = bytes.run(bytes.number(4));
    bytes.number(2);
    const draft = drafts.at(-1);
    if (id === attributes.oemCodePage) codePage = pageName(value);
    else if (id === attributes.body) body = zeroEnded(value, codePage);
    else if (id === attributes.properties) properties = readProperties(value);
    else if (id === attributes.attachmentBegins) {
      drafts.push({ title: '', content: null, properties: new Map() });
    } else if (draft && id === attributes.attachmentTitle) draft.title = zeroEnded(value, codePage);
    else if (draft && id === attributes.attachmentContent) draft.content = value;
    else if (draft && id === attributes.attachmentProperties)
      draft.properties = readProperties(value);
  }
  const files = drafts.map((draft, at) => finish(draft, at + 1, codePage));
  return {
    files: files.filter(({ content: own }) => own.length > 0),
    words: words(properties, body, codePage),
  };
}

/** Two numbers of four bytes, the first the code page. */
function pageName(value: Buffer): string | null {
  const page = value.length >= 4 ? value.readUInt32LE() : 0;
  return page > 0 && page < 65_536 ? `cp${page}` : null;
}

const zeroEnded = (value: Buffer, codePage: string | null) =>
  decodeText(value, codePage).replace(/\0[^]*$/, '');

function finish(
  { title, content, properties }: Draft,
  number: number,
  codePage: string | null,
): TnefFile {
  const text = (tag: number) => textOf(properties, tag, codePage);
  const given =
    text(tags.attachLongName) || title || text(tags.attachName) || text(tags.displayName);
  const type = text(tags.attachType).toLowerCase();
  const contentType = /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream';
  const own = content ?? properties.get(tags.attachContent)?.value ?? Buffer.alloc(0);
  const id = text(tags.attachContentId).replaceAll(/[<>\s]/g, '');
  return {
    name: fileName(given, contentType, number),
    contentType,
    content: own,
    contentId: id === '' ? null : id,
  };
}

function words(properties: MapiProperties, body: string, codePage: string | null): Opened['words'] {
  const plain = textOf(properties, tags.body, codePage) || body;
  const html = textOf(properties, tags.bodyHtml, codePage);
  const packed = properties.get(tags.bodyRtf)?.value;
  const rtf = plain === '' && html === '' && packed ? readRtf(packed) : '';
  const short = (text: string) => cleanText(text.slice(0, MAX_TEXT_BYTES));
  return { plain: short(plain || rtf) || null, html: short(html) || null };
}
