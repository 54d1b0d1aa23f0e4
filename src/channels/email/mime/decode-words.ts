import { cleanLine } from '../letters/clean-text.ts';
import { decodeText } from '../letters/decode-text.ts';
import { fromQuotedPrintable } from './decode-transfer.ts';

// RFC 2047: `=?charset?B?…?=`. Blanks within and a missing end are common, so both are taken; the
// text is bounded so that many beginnings without an end cost no more than their number.
const encodedWord = /=\?([^?\s]{1,60})\?([bq])\?((?:[^?]|\?(?!=)){0,2000})(?:\?=|$)/gi;

/** Bytes with one label, made of one word or of several that stood side by side. */
type Run = { charset: string | null; form: 'b' | 'q' | 'raw'; texts: string[] };

/**
 * What a header says, from its bytes as characters: encoded words are decoded, neighbours of one
 * charset together, as some programs split them inside a letter; bytes beyond ASCII that stand
 * there raw are read by how they look and by `bodyCharset`.
 */
export function decodeWords(value: string, bodyCharset: string | null, maxChars: number): string {
  const runs: Run[] = [];
  const pass = (text: string) => runs.push({ charset: bodyCharset, form: 'raw', texts: [text] });
  let at = 0;
  for (const match of value.matchAll(encodedWord)) {
    const gap = value.slice(at, match.index);
    // Blanks between two encoded words are no part of the text.
    if (gap.trim() !== '' || at === 0) pass(gap);
    append(runs, match);
    at = match.index + match[0].length;
  }
  pass(value.slice(at));
  return cleanLine(runs.map(decodeRun).join(''), maxChars);
}

function append(runs: Run[], [, label = '', kind = '', word = '']: RegExpExecArray): void {
  // RFC 2231 lets a language stand after the charset.
  const charset = label.replace(/\*.*$/, '').toLowerCase();
  const form = kind.toLowerCase() === 'b' ? 'b' : 'q';
  const last = runs.at(-1);
  if (last?.form === form && last.charset === charset) last.texts.push(word);
  else runs.push({ charset, form, texts: [word] });
}

function decodeRun({ charset, form, texts }: Run): string {
  if (form === 'raw') return raw(texts.join(''), charset);
  const bytes =
    form === 'b'
      ? fromBase64Words(texts)
      : texts.map((text) => fromQuotedPrintable(latin1(text.replaceAll('_', ' '))));
  return decodeText(Buffer.concat(bytes), charset);
}

/** Each word is whole by itself, unless its length shows that the text was cut afterwards. */
function fromBase64Words(texts: string[]): Buffer[] {
  const whole: string[] = [];
  for (const text of texts) {
    const last = whole.at(-1);
    if (last !== undefined && !last.includes('=') && last.length % 4 !== 0) {
      whole[whole.length - 1] = last + text.trim();
    } else {
      whole.push(text.trim());
    }
  }
  return whole.map((text) => Buffer.from(text, 'base64'));
}

function raw(text: string, bodyCharset: string | null): string {
  return /[\u0080-\u00ff]/.test(text) ? decodeText(latin1(text), bodyCharset) : text;
}

const latin1 = (text: string) => Buffer.from(text, 'latin1');
