import { cleanLine } from '../letters/clean-text.ts';
import { decodeText } from '../letters/decode-text.ts';
import { fromQuotedPrintable } from './decode-transfer.ts';

// RFC 2047: `=?charset?B?…?=`. Blanks within and a missing end are common, so both are taken; the
// text is bounded so that many beginnings without an end cost no more than their number.
const encodedWord = /=\?([^?\s]{1,60})\?([bq])\?((?:[^?]|\?(?!=)){0,2000})(?:\?=|$)/gi;

/** Bytes with one label, made of one word or of several that stood side by side. */
type Run = { charset: string | null; isBase64: boolean; texts: string[] };

/**
 * What a header says, from its bytes as characters: encoded words are decoded, neighbours of one
 * charset together, as some programs split them inside a letter; bytes beyond ASCII that stand
 * there raw are read by how they look and by `bodyCharset`.
 */
export function decodeWords(value: string, bodyCharset: string | null, maxChars: number): string {
  let text = '';
  let before: Run | null = null;
  let at = 0;
  const close = () => {
    if (before) text += decodeRun(before);
    before = null;
  };
  for (const match of value.matchAll(encodedWord)) {
    const [whole, label = '', kind = '', word = ''] = match;
    const gap = value.slice(at, match.index);
    if (gap.trim() !== '' || before === null) {
      close();
      text += raw(gap, bodyCharset);
    }
    // RFC 2231 lets a language stand after the charset.
    const charset = label.replace(/\*.*$/, '').toLowerCase();
    const isBase64 = kind.toLowerCase() === 'b';
    before = joined(before, { charset, isBase64, texts: [word] }, close);
    at = match.index + whole.length;
  }
  close();
  text += raw(value.slice(at), bodyCharset);
  return cleanLine(text, maxChars);
}

function joined(before: Run | null, run: Run, close: () => void): Run {
  if (before?.charset === run.charset && before.isBase64 === run.isBase64) {
    return { ...before, texts: [...before.texts, ...run.texts] };
  }
  close();
  return run;
}

function decodeRun({ charset, isBase64, texts }: Run): string {
  const bytes = isBase64
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
