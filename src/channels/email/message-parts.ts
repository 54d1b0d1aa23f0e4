import { cleanLine, cleanText } from './letters/clean-text.ts';
import { decodeText } from './letters/decode-text.ts';
import { MAX_SUBJECT_CHARS, MAX_TEXT_BYTES } from './limits.ts';
import { decodeTransfer } from './mime/decode-transfer.ts';
import { decodeWords } from './mime/decode-words.ts';
import { fieldOf, readHeaders } from './mime/headers.ts';
import type { Part } from './mime/split-parts.ts';
import { unflow } from './mime/unflow.ts';
import type { ReportParts } from './delivery-report.ts';
import { fileName } from './file-name.ts';
import { cutHtml } from './html/cut-html.ts';
import { isTnef, readTnef } from './tnef/read-tnef.ts';

export type MailFile = {
  name: string;
  contentType: string;
  content: Buffer;
  /** By which the HTML names it, without angle brackets. */
  contentId: string | null;
  /** Whether it is seen within the text, so that it needs no place in a list of files. */
  isInline: boolean;
};

/**
 * One text in the one or two forms in which it came, as it was written: HTML is not yet clean. An
 * empty plain form says that an earlier one holds these words already.
 */
export type Words = { plain: string | null; html: string | null };

export type Gathered = ReportParts & {
  words: Words[];
  /** The body in `winmail.dat`: read only where the message has no other. */
  spareWords: Words[];
  files: Omit<MailFile, 'isInline'>[];
  /** How much of each more is read as text; the rest stays a file. */
  left: { plain: number; html: number };
};

export const nothingGathered = (): Gathered => ({
  words: [],
  spareWords: [],
  files: [],
  deliveryStatus: null,
  original: null,
  left: { plain: MAX_TEXT_BYTES, html: MAX_TEXT_BYTES },
});

/** Forms of a text for programs that understand nothing else. */
const skipped = new Set(['text/x-amp-html', 'text/watch-html']);

/** Puts what a part holds to what is gathered: words in the order of reading, and files. */
export function gather(part: Part, into: Gathered): void {
  if (part.type === 'multipart/alternative') gatherAlternatives(part, into);
  else if (part.parts.length > 0) {
    for (const [at, child] of part.parts.entries()) {
      // What follows the root of `related` is shown within it or not at all.
      if (part.type === 'multipart/related' && at > 0 && child.parts.length === 0)
        addFile(child, into);
      else gather(child, into);
    }
  } else gatherLeaf(part, into);
}

/** One text in several forms: the plain one for reading, the last HTML for showing. */
function gatherAlternatives(part: Part, into: Gathered): void {
  const forms = part.parts.map((child) => {
    const words: Words[] = [];
    const own: Gathered = { ...into, words };
    gather(child, own);
    into.deliveryStatus = own.deliveryStatus;
    into.original = own.original;
    return words;
  });
  const plain = forms.find((words) => words.length > 0 && words.every(({ html }) => html === null));
  const html = forms.findLast((words) => words.some((one) => one.html !== null));
  if (!plain || !html) {
    into.words.push(...(html ?? plain ?? []));
    return;
  }
  const text = plain.map((words) => words.plain ?? '').join('\n\n');
  const [first, ...rest] = html;
  // With a file in the middle an HTML form has two halves; the plain form goes to the first.
  into.words.push(
    { plain: text, html: first?.html ?? '' },
    ...rest.map(({ html: half }) => ({ plain: '', html: half })),
  );
}

function gatherLeaf(part: Part, into: Gathered): void {
  if (skipped.has(part.type)) return;
  if (part.type === 'message/delivery-status') into.deliveryStatus ??= contentOf(part);
  if (part.type === 'text/rfc822-headers' || part.type === 'message/rfc822') {
    into.original ??= readHeaders(contentOf(part)).fields;
  }
  const kind = part.type === 'text/plain' ? 'plain' : part.type === 'text/html' ? 'html' : null;
  if (kind === null || isAttached(part, into)) addFile(part, into);
  else addWords(part, kind, into);
}

/** Some programs name the body like a file; the first text is the body all the same. */
function isAttached(part: Part, into: Gathered): boolean {
  const isNamed = part.disposition.parameters.has('filename') || part.typed.parameters.has('name');
  return (
    part.disposition.value === 'attachment' ||
    (isNamed && into.words.length + into.files.length > 0)
  );
}

function addWords(part: Part, kind: 'plain' | 'html', into: Gathered): void {
  const content = contentOf(part);
  const read = content.subarray(0, into.left[kind]);
  into.left[kind] -= read.length;
  const charset = part.typed.parameters.get('charset') ?? metaCharset(read, kind);
  const whole = cleanText(decodeText(read, charset));
  const text = kind === 'html' ? cutHtml(whole) : whole;
  if (read.length < content.length || text.length < whole.length) addFile(part, into);
  if (text.trim() === '') return;
  if (kind === 'html') into.words.push({ plain: null, html: text });
  else into.words.push({ plain: flowed(part, text), html: null });
}

function flowed({ typed: { parameters } }: Part, text: string): string {
  if (parameters.get('format')?.toLowerCase() !== 'flowed') return text;
  return unflow(text, parameters.get('delsp')?.toLowerCase() === 'yes');
}

/** `<meta charset="koi8-r">`, for HTML whose headers do not say it. */
function metaCharset(html: Buffer, kind: 'plain' | 'html'): string | null {
  if (kind === 'plain') return null;
  const head = html.toString('latin1', 0, 4096);
  return /<meta[^<>]{0,200}charset\s*=\s*["']?\s*([\w:-]{1,40})/i.exec(head)?.[1] ?? null;
}

const contentOf = (part: Part) =>
  decodeTransfer(part.body, fieldOf(part.fields, 'content-transfer-encoding') ?? '');

function addFile(part: Part, into: Gathered): void {
  const content = contentOf(part);
  const given =
    part.disposition.parameters.get('filename') ?? part.typed.parameters.get('name') ?? '';
  if (isTnef(part.type, given)) {
    const opened = readTnef(content);
    if (opened) {
      into.files.push(...opened.files);
      into.spareWords.push(opened.words);
      return;
    }
  }
  if (content.length === 0 && given === '') return;
  const id = cleanLine(
    (fieldOf(part.fields, 'content-id') ?? '').replaceAll(/[<>\s]/g, ''),
    MAX_SUBJECT_CHARS,
  );
  const isMessage = part.type === 'message/rfc822';
  const name = fileName(
    given || (isMessage ? subjectOf(content) : ''),
    part.type,
    into.files.length + 1,
  );
  into.files.push({ name, contentType: part.type, content, contentId: id === '' ? null : id });
}

function subjectOf(message: Buffer): string {
  const subject = fieldOf(readHeaders(message).fields, 'subject') ?? '';
  return decodeWords(subject, null, MAX_SUBJECT_CHARS);
}
