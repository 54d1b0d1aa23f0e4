import iconv from 'iconv-lite';
import { unpackRtf } from './unpack-rtf.ts';

/** Groups whose words describe the text and are none of it. */
const described = /^\\(?:\*|fonttbl|colortbl|stylesheet|info|pict|object|header|footer|htmltag)/;

const breaks: Record<string, string> = { par: '\n', line: '\n', row: '\n', tab: '\t', cell: '\t' };
const signs: Record<string, string> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
};

/** A control word with its number, a byte in hex, a sign after a backslash, a brace, plain text. */
const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)/gi;

/** `fallback` says how many signs stand after a Unicode one for programs that do not know it. */
type Group = { isSkipped: boolean; fallback: number };

/** No document nests deeper; deeper groups are read as if they were flat. */
const MAX_GROUPS = 200;

/**
 * The words of a letter in packed RTF, in which older Outlooks send bodies. Only breaks of lines
 * are kept of its form.
 */
export function readRtf(packed: Buffer): string {
  const rtf = unpackRtf(packed).toString('latin1');
  const [, page = '1252'] = /\\ansicpg(\d{3,5})/.exec(rtf) ?? [];
  const encoding = iconv.encodingExists(`cp${page}`) ? `cp${page}` : 'windows-1251';
  const groups: Group[] = [{ isSkipped: false, fallback: 1 }];
  let text = '';
  let bytes: number[] = [];
  let owed = 0;
  const flush = () => {
    if (bytes.length > 0) text += iconv.decode(Buffer.from(bytes), encoding);
    bytes = [];
  };
  for (const match of rtf.matchAll(token)) {
    const [, word, number, code, sign, brace, plain] = match;
    const group = groups.at(-1) ?? { isSkipped: false, fallback: 1 };
    if (brace === '{') {
      const isSkipped =
        group.isSkipped || described.test(rtf.slice(match.index + 1, match.index + 14));
      if (groups.length < MAX_GROUPS) groups.push({ ...group, isSkipped });
    } else if (brace === '}') {
      if (groups.length > 1) groups.pop();
    } else if (group.isSkipped) continue;
    else if (code !== undefined && owed > 0) owed -= 1;
    else if (code !== undefined) bytes.push(Number.parseInt(code, 16));
    else {
      flush();
      if (word === 'uc') group.fallback = Math.min(Number(number ?? 1), 4);
      else if (word === 'u') {
        text += String.fromCharCode(Number(number) & 0xffff);
        owed = group.fallback;
      } else if (word !== undefined) text += breaks[word] ?? signs[word] ?? '';
      else if (sign !== undefined) text += sign === '~' ? ' ' : /[\\{}]/.test(sign) ? sign : '';
      else if (plain !== undefined) {
        text += plain.slice(owed);
        owed = Math.max(0, owed - plain.length);
      }
    }
  }
  flush();
  return text.trim();
}
