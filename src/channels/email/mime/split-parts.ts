import { MAX_DEPTH, MAX_HEADER_BYTES, MAX_PARAMETER_CHARS, MAX_PARTS } from '../limits.ts';
import { fieldOf, readHeaders, type Field } from './headers.ts';
import { readParametrised, type Parametrised } from './parameters.ts';

/** A part of a message: its body as it came, still encoded; `parts` only if it has some. */
export type Part = {
  fields: Field[];
  /** Like `text/plain`, always with both halves. */
  type: string;
  typed: Parametrised;
  disposition: Parametrised;
  body: Buffer;
  parts: Part[];
};

export type SplitFailure = 'too_many_parts' | 'too_deep';

type Count = { parts: number; failure: SplitFailure | null };

/** What a part is that does not say it: text, and a message in a digest (RFC 2046, 5.1.5). */
const defaultType = (parent: string) =>
  parent === 'multipart/digest' ? 'message/rfc822' : 'text/plain';

/**
 * Takes a message apart into the tree of its parts. A part without an end runs to the end of what
 * holds it; a `multipart` in which no part begins is text. Messages within are not opened.
 */
export function splitParts(bytes: Buffer): Part | SplitFailure {
  const count: Count = { parts: 0, failure: null };
  const part = splitPart(bytes, 'text/plain', 0, count);
  return count.failure ?? part;
}

function splitPart(bytes: Buffer, ifUntyped: string, depth: number, count: Count): Part {
  const { fields, bodyAt } = readHeaders(bytes);
  const body = bytes.subarray(bodyAt);
  const typed = readParametrised(fieldOf(fields, 'content-type'), MAX_PARAMETER_CHARS);
  const disposition = readParametrised(fieldOf(fields, 'content-disposition'), MAX_PARAMETER_CHARS);
  const type = wholeType(typed.value, ifUntyped);
  const part: Part = { fields, type, typed, disposition, body, parts: [] };
  count.parts += 1;
  if (count.parts > MAX_PARTS) count.failure ??= 'too_many_parts';
  if (depth > MAX_DEPTH) count.failure ??= 'too_deep';
  if (!type.startsWith('multipart/') || count.failure) return part;
  const boundary = typed.parameters.get('boundary') || guessBoundary(body);
  for (const piece of pieces(body, boundary)) {
    part.parts.push(splitPart(piece, defaultType(type), depth + 1, count));
    if (count.failure) return part;
  }
  return part.parts.length > 0 ? part : { ...part, type: 'text/plain' };
}

function wholeType(value: string, ifUntyped: string): string {
  if (/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(value)) return value;
  if (value.startsWith('multipart')) return 'multipart/mixed';
  if (value === '' || value.startsWith('text')) return ifUntyped;
  return 'application/octet-stream';
}

/** What stands between lines of the boundary, not before the first nor after the last. */
function pieces(body: Buffer, boundary: string): Buffer[] {
  if (boundary === '') return [];
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  const found: Buffer[] = [];
  let from = -1;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    const line = delimiter(body, at, mark.length);
    if (line === null) continue;
    if (from >= 0) found.push(body.subarray(from, line.before));
    if (found.length > MAX_PARTS) return found;
    from = line.isLast ? -1 : line.after;
  }
  return from >= 0 ? [...found, body.subarray(from)] : found;
}

type Delimiter = { before: number; after: number; isLast: boolean };

/** The line at which a boundary stands if nothing else stands in it. */
function delimiter(body: Buffer, at: number, length: number): Delimiter | null {
  if (at > 0 && body[at - 1] !== LF) return null;
  const end = body.indexOf('\n', at + length);
  const after = end < 0 ? body.length : end + 1;
  // No boundary has so long a tail; a text line that begins alike may.
  const tail = body.toString('latin1', at + length, Math.min(after, at + length + 200)).trim();
  if (tail !== '' && tail !== '--') return null;
  const before = Math.max(0, body[at - 2] === CR ? at - 2 : at - 1);
  return { before, after, isLast: tail === '--' };
}

const [LF, CR] = [0x0a, 0x0d] as const;

/** A boundary that the headers lost: the first line that looks like one and comes again. */
function guessBoundary(body: Buffer): string {
  const start = body.toString('latin1', 0, MAX_HEADER_BYTES);
  const [, line] = /^--([\w'()+,./:=?-]{4,70})[ \t]*\r?$/m.exec(start) ?? [];
  return line ?? '';
}
