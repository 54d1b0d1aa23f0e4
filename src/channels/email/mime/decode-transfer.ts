const alphabet = /[A-Za-z0-9+/=\s_-]/;

/** How much of a body may be no Base64 before it is taken for plain text with a wrong label. */
const FOREIGN_SHARE = 0.05;

/**
 * The bytes of a body, out of the encoding in which it was carried. A Base64 that is spoilt gives
 * what can be read of it; a body that is none at all, whatever its label says, comes back as is.
 */
export function decodeTransfer(body: Buffer, encoding: string): Buffer {
  const [name] = /[a-z0-9-]+/.exec(encoding.toLowerCase()) ?? [];
  if (name === 'base64') return fromBase64(body);
  if (name === 'quoted-printable') return fromQuotedPrintable(body);
  return body;
}

function fromBase64(body: Buffer): Buffer {
  if (!looksEncoded(body)) return body;
  const [encoded, appended] = splitAppended(body.toString('latin1'));
  const end = encoded.trimEnd().length;
  const pad = encoded.indexOf('=');
  const pieces = pad < 0 || pad >= end - 2 ? [encoded] : encoded.split(/=+/, MAX_PIECES);
  const bytes = pieces.map((piece) => Buffer.from(piece, 'base64'));
  return Buffer.concat(
    appended === '' ? bytes : [...bytes, Buffer.from(`\n${appended}`, 'latin1')],
  );
}

/** Bodies put together of several, each with its own padding. */
const MAX_PIECES = 10_000;

/** Judged by its first lines: a real one has no words with spaces between them. */
function looksEncoded(body: Buffer): boolean {
  const [start = ''] = body
    .toString('latin1', 0, 4096)
    .trim()
    .split(/\n\s*\n/, 1);
  let foreign = 0;
  for (const char of start) if (!alphabet.test(char) || char === ' ') foreign += 1;
  return foreign <= start.length * FOREIGN_SHARE;
}

/** Mailing lists and virus scanners write their lines below the encoded body, as they are. */
function splitAppended(text: string): [string, string] {
  const gap = /\n\r?\n(?=[^\r\n])/.exec(text);
  if (!gap) return [text, ''];
  const rest = text.slice(gap.index + gap[0].length);
  return /^[A-Za-z0-9+/=\s]*$/.test(rest.slice(0, 4096))
    ? [text, '']
    : [text.slice(0, gap.index), rest];
}

/** RFC 2045, 6.7. An equals sign that begins no code stands for itself. */
export function fromQuotedPrintable(body: Buffer): Buffer {
  const out = Buffer.alloc(body.length);
  let to = 0;
  let at = 0;
  while (at < body.length) {
    const equals = body.indexOf(EQUALS, at);
    const end = equals < 0 ? body.length : equals;
    to += body.copy(out, to, at, end);
    if (equals < 0) break;
    const code = hexAt(body, end + 1) * 16 + hexAt(body, end + 2);
    const softBreak = code >= 0 ? 0 : softBreakAt(body, end + 1);
    at = code >= 0 ? end + 3 : softBreak || end + 1;
    if (softBreak === 0) {
      out[to] = code >= 0 ? code : EQUALS;
      to += 1;
    }
  }
  return out.subarray(0, to);
}

const [EQUALS, SPACE, TAB, LF, CR] = [0x3d, 0x20, 0x09, 0x0a, 0x0d] as const;

/** Far enough below zero to keep a code with one sound digit there. */
const NO_DIGIT = -1000;
const digits = Array.from({ length: 256 }, (_, byte) => {
  const digit = Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(digit) ? NO_DIGIT : digit;
});
const hexAt = (body: Buffer, at: number) => digits[body[at] ?? 0] ?? NO_DIGIT;

/** Where the next line begins if only blanks stand before the break; 0 if it is no soft break. */
function softBreakAt(body: Buffer, from: number): number {
  let at = from;
  while (body[at] === SPACE || body[at] === TAB) at += 1;
  if (body[at] === CR && body[at + 1] === LF) return at + 2;
  if (body[at] === LF || at >= body.length) return at + 1;
  return 0;
}
