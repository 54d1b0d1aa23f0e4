import { domainToUnicode } from 'node:url';
import { cleanLine } from '../letters/clean-text.ts';
import { decodeText } from '../letters/decode-text.ts';
import { MAX_ADDRESS_CHARS, MAX_ADDRESSES, MAX_NAME_CHARS } from '../limits.ts';
import { decodeWords } from './decode-words.ts';

export type MailAddress = {
  /** In lower case, its domain as people read it. */
  address: string;
  name: string;
};

/** What stands between two commas, its bytes as characters. */
type Piece = { phrase: string; angle: string | null; comment: string };

const emptyPiece = (): Piece => ({ phrase: '', angle: null, comment: '' });

/**
 * The addresses of a header, names decoded, groups opened, what is no address left out. A name
 * with a comma that was not quoted (`Иванов, Иван <…>`) is put together again.
 */
export function readAddresses(fields: string[], bodyCharset: string | null): MailAddress[] {
  const found: MailAddress[] = [];
  for (const field of fields) {
    const read = addressesOf(split(field), bodyCharset);
    found.push(...(read.length > 0 ? read : rescued(field, bodyCharset)));
  }
  return found.slice(0, MAX_ADDRESSES);
}

/** Where brackets or quotes do not close, or a program encoded the address with the name. */
function rescued(field: string, bodyCharset: string | null): MailAddress[] {
  const text = decodeWords(field, bodyCharset, MAX_FIELD);
  const [address = ''] =
    /(?<![^\s<>()[\]",;:])[^\s<>()[\]",;:]{1,64}@[^\s<>()[\]",;:]{1,190}/.exec(text) ?? [];
  const name = cleanLine(text.split(/[<(]|\S+@/)[0]?.replaceAll('"', '') ?? '', MAX_NAME_CHARS);
  return address === '' ? [] : [{ address: canonical(address), name }];
}

function addressesOf(pieces: Piece[], bodyCharset: string | null): MailAddress[] {
  const found: MailAddress[] = [];
  let before = '';
  for (const piece of pieces) {
    const { address, phrase } = addressOf(piece);
    if (address === '') {
      before = piece.angle === null && phrase.trim() !== '' ? `${before}${phrase}, ` : '';
    } else {
      const written = before + (phrase.trim() || piece.comment);
      const name = decodeWords(written, bodyCharset, MAX_NAME_CHARS).replace(/^'(.*)'$/, '$1');
      found.push({ address, name: name.toLowerCase() === address ? '' : name });
      before = '';
    }
    if (found.length >= MAX_ADDRESSES) break;
  }
  return found;
}

/** The address of a piece, empty if it has none, and what else is written there. */
function addressOf({ phrase, angle }: Piece): { address: string; phrase: string } {
  if (angle !== null) return { address: canonical(angle.replace(/^mailto:/i, '')), phrase };
  const bare = phrase.split(/\s+/).findLast((word) => word.includes('@')) ?? '';
  return { address: canonical(bare), phrase: bare === '' ? phrase : phrase.replace(bare, '') };
}

function canonical(written: string): string {
  const decoded = decodeText(Buffer.from(written, isLatin1(written) ? 'latin1' : 'utf8'), null);
  const text = cleanLine(decoded, MAX_FIELD).replaceAll(/\s/g, '').toLowerCase();
  const at = text.lastIndexOf('@');
  const domain = text.slice(at + 1).replace(/\.$/, '');
  if (at < 1 || domain === '' || /[<>"]/.test(text)) return '';
  const address = `${text.slice(0, at)}@${domainToUnicode(domain) || domain}`;
  return address.length <= MAX_ADDRESS_CHARS ? address : '';
}

const isLatin1 = (text: string) => !/[\u0100-\uffff]/.test(text);

/** Long enough for the longest address, and to see that it is longer. */
const MAX_FIELD = 4 * MAX_ADDRESS_CHARS;

function split(field: string): Piece[] {
  const pieces: Piece[] = [];
  let piece = emptyPiece();
  let depth = 0;
  let isQuoted = false;
  let isAngle = false;
  const add = (char: string) => {
    if (depth > 0) piece.comment += char;
    else if (isAngle) piece.angle = (piece.angle ?? '') + char;
    else piece.phrase += char;
  };
  for (let at = 0; at < field.length; at += 1) {
    const char = field[at] ?? '';
    if (char === '\\' && (isQuoted || depth > 0)) {
      at += 1;
      add(field[at] ?? '');
    } else if (char === '"' && depth === 0) isQuoted = !isQuoted;
    else if (isQuoted) add(char);
    else if (char === '(') depth += 1;
    else if (char === ')' && depth > 0) depth -= 1;
    else if (depth > 0) add(char);
    else if (char === '<') {
      isAngle = true;
      piece.angle = '';
    } else if (char === '>') isAngle = false;
    else if (isEnd(char, isAngle, piece)) {
      pieces.push(piece);
      piece = emptyPiece();
      isAngle = false;
    } else if (!isGroup(char, isAngle, piece)) add(char);
    else piece = emptyPiece();
  }
  return [...pieces, piece];
}

/** A comma in an angle ends it: the `>` was forgotten. */
const isEnd = (char: string, isAngle: boolean, piece: Piece) =>
  char === ';' || (char === ',' && !(isAngle && !piece.angle?.includes('@')));

/** `Group: a@b, c@d;` */
const isGroup = (char: string, isAngle: boolean, piece: Piece) =>
  char === ':' && !isAngle && piece.angle === null && !/@|mailto$/i.test(piece.phrase);
