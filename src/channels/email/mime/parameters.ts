import { decodeText } from '../letters/decode-text.ts';
import { cleanLine } from '../letters/clean-text.ts';
import { decodeWords } from './decode-words.ts';

/** A header such as `text/plain; charset=koi8-r`: the first word and what is named after it. */
export type Parametrised = { value: string; parameters: Map<string, string> };

/** Nobody names more; a piece of a name that goes on has the same bound. */
const MAX_PARAMETERS = 100;

/**
 * Reads `value; name="…"; name*=utf-8''…; name*0=…` (RFC 2045, RFC 2231), also with encoded words
 * in the values, without quotes, and without the last quote. Names are in lower case.
 */
export function readParametrised(field: string | null, maxChars: number): Parametrised {
  const [first = '', ...rest] = split(field ?? '');
  const given = new Map<string, string>();
  for (const piece of rest.slice(0, MAX_PARAMETERS)) {
    const equals = piece.indexOf('=');
    if (equals < 0) continue;
    const name = piece.slice(0, equals).trim().toLowerCase();
    if (!given.has(name)) given.set(name, unquote(piece.slice(equals + 1)));
  }
  const parameters = new Map<string, string>();
  for (const name of given.keys()) {
    const base = name.replace(/\*.*$/, '');
    if (!parameters.has(base)) parameters.set(base, valueOf(given, base, maxChars));
  }
  return { value: first.trim().toLowerCase(), parameters };
}

/** At semicolons that stand in no quotes. */
function split(field: string): string[] {
  const pieces: string[] = [];
  let isQuoted = false;
  let from = 0;
  for (let at = 0; at < field.length; at += 1) {
    const char = field[at];
    if (char === '\\' && isQuoted) at += 1;
    else if (char === '"') isQuoted = !isQuoted;
    else if (char === ';' && !isQuoted) {
      pieces.push(field.slice(from, at));
      from = at + 1;
    }
  }
  return [...pieces, field.slice(from)];
}

function unquote(value: string): string {
  const text = value.trim();
  if (!text.startsWith('"')) return text;
  return text
    .slice(1)
    .replace(/"[^"]*$/, '')
    .replaceAll(/\\(["\\])/g, '$1');
}

function valueOf(given: Map<string, string>, base: string, maxChars: number): string {
  const whole = given.get(`${base}*`);
  if (whole !== undefined) return extended([[whole, true]], maxChars);
  const pieces: [string, boolean][] = [];
  for (let at = 0; at < MAX_PARAMETERS; at += 1) {
    const [plain, coded] = [given.get(`${base}*${at}`), given.get(`${base}*${at}*`)];
    if (plain === undefined && coded === undefined) break;
    pieces.push([coded ?? plain ?? '', coded !== undefined]);
  }
  if (pieces.some(([, isCoded]) => isCoded)) return extended(pieces, maxChars);
  const plain = pieces.length > 0 ? pieces.map(([text]) => text).join('') : given.get(base);
  return decodeWords(plain ?? '', null, maxChars);
}

/** `charset'language'text` of RFC 2231, whose coded pieces have `%D0` for bytes. */
function extended(pieces: [string, boolean][], maxChars: number): string {
  const [, charset = null, start] = /^([^']*)'[^']*'(.*)$/s.exec(pieces[0]?.[0] ?? '') ?? [];
  const bytes = pieces.map(([text, isCoded], at) => {
    const own = at === 0 && start !== undefined ? start : text;
    return Buffer.from(isCoded ? own.replaceAll(/%([0-9a-f]{2})/gi, byteOf) : own, 'latin1');
  });
  return cleanLine(decodeText(Buffer.concat(bytes), charset), maxChars);
}

const byteOf = (_: string, code: string) => String.fromCharCode(Number.parseInt(code, 16));
