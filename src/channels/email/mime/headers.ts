import { MAX_FIELD_CHARS, MAX_HEADER_BYTES } from '../limits.ts';

/** A header as it came: its name in lower case, its value unfolded, each byte a character. */
export type Field = { name: string; value: string };

export type HeaderBlock = { fields: Field[]; bodyAt: number };

const field = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:(.*)$/s;
// A line that was folded without its blank is followed by an ordinary header.
const ordinaryField = /^[A-Za-z][A-Za-z0-9-]*:/;

/**
 * The headers at the start of some bytes, and where what follows them begins. Reads LF, CRLF and
 * both mixed, the `From ` line of an mbox, lines folded without a blank, and a missing empty line.
 */
export function readHeaders(bytes: Buffer): HeaderBlock {
  const head = bytes.toString('latin1', 0, MAX_HEADER_BYTES);
  const fields: Field[] = [];
  let at = /^(?:[ \t]*\r?\n)*/.exec(head)?.[0].length ?? 0;
  let isFirst = true;
  while (at < head.length) {
    const [line, next] = lineAt(head, at);
    if (line === '') return { fields, bodyAt: next };
    const last = fields.at(-1);
    const [, name, value] = field.exec(line) ?? [];
    if (isFirst && /^>?From /.test(line)) isFirst = false;
    else if (/^[ \t]/.test(line) && last) append(last, line);
    else if (name !== undefined)
      fields.push({ name: name.toLowerCase(), value: clip(value ?? '') });
    else if (last && ordinaryField.test(lineAt(head, next)[0])) append(last, ` ${line}`);
    else return { fields, bodyAt: at };
    isFirst = false;
    at = next;
  }
  return { fields, bodyAt: endOfHeaders(bytes, at) };
}

/** A line without its break, and where the next begins. */
function lineAt(text: string, at: number): [string, number] {
  const end = text.indexOf('\n', at);
  if (end < 0) return [text.slice(at).replace(/\r$/, ''), text.length];
  return [text.slice(at, text[end - 1] === '\r' && end > at ? end - 1 : end), end + 1];
}

function append(last: Field, line: string): void {
  if (last.value.length < MAX_FIELD_CHARS) last.value = clip(last.value + line);
}

const clip = (value: string) => value.slice(0, MAX_FIELD_CHARS);

/** Where the headers were too long to be read: after the next empty line. */
function endOfHeaders(bytes: Buffer, from: number): number {
  if (from >= bytes.length) return bytes.length;
  const ends = ['\n\n', '\n\r\n'].map((mark) => {
    const at = bytes.indexOf(mark, from);
    return at < 0 ? bytes.length : at + mark.length;
  });
  return Math.min(...ends);
}

/** The first header of a name; programs that write it twice mean the first. */
export function fieldOf(fields: readonly Field[], name: string): string | null {
  return fields.find((one) => one.name === name)?.value.trim() ?? null;
}

export function fieldsOf(fields: readonly Field[], name: string): string[] {
  return fields.filter((one) => one.name === name).map((one) => one.value.trim());
}
