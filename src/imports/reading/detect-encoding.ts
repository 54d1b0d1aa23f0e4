import { isUtf8 } from 'node:buffer';
import chardet from 'chardet';
import { cyrillicScore } from '../../kernel/encodings/cyrillic-score.ts';
import { encodings, type Encoding } from './encoding-names.ts';
import { decode } from './encodings.ts';

/**
 * `confidence` is from 0 to 1. `isAscii` says that every encoding would read the sample alike, so
 * that a later part of the file may still decide otherwise.
 */
export type EncodingGuess = { encoding: Encoding; confidence: number; isAscii: boolean };

const cyrillicEncodings = ['windows-1251', 'koi8-r', 'cp866', 'koi8-u'] as const;

/** The part of a sample that is scored; more changes nothing. */
const SCORED_BYTES = 65_536;

/** Scores of right decodings lie above −0.5 and of wrong ones below −2; this stands between. */
const CYRILLIC_FROM = -1.6;

/**
 * Up to this many broken characters for each whole one, a file is UTF-8, only damaged, or with rows
 * of another encoding among its own. Text of a single-byte encoding hardly ever makes whole ones.
 */
const DAMAGED_SHARE = 0.5;

/** Guesses the encoding of a text from its first bytes (64 KiB are plenty, a line is enough). */
export function detectEncoding(sample: Uint8Array): EncodingGuess {
  const bytes = Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength);
  const marked = byMark(bytes);
  if (marked) return { encoding: marked, confidence: 1, isAscii: false };
  const wide = wideGuess(bytes);
  if (wide) return { encoding: wide, confidence: 0.95, isAscii: false };
  if (bytes.every((byte) => byte < 0x80))
    return { encoding: 'utf-8', confidence: 1, isAscii: true };
  if (isUtf8(withoutCutTail(bytes))) return { encoding: 'utf-8', confidence: 0.99, isAscii: false };
  return singleByteGuess(bytes.subarray(0, SCORED_BYTES));
}

function byMark(bytes: Buffer): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/**
 * UTF-16 without a mark: in Latin text every second byte is 0, in Cyrillic 0 or 4, and on the other
 * side neither is frequent.
 */
function wideGuess(bytes: Buffer): Encoding | null {
  const length = Math.min(bytes.length, SCORED_BYTES) & ~1;
  if (length < 4) return null;
  const high = [0, 0];
  let zeros = 0;
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at];
    if (byte === 0) zeros += 1;
    if (byte === 0 || byte === 4) high[at & 1] = (high[at & 1] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = high.map((count) => (count * 2) / length);
  if (zeros < length / 50) return null;
  if (odd > 0.9 && even < 0.3) return 'utf-16le';
  if (even > 0.9 && odd < 0.3) return 'utf-16be';
  return null;
}

/** A sample may end inside a character; the bytes begun there are left out. */
function withoutCutTail(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.subarray(0, bytes.length - back) : bytes;
    }
  }
  return bytes;
}

function singleByteGuess(bytes: Buffer): EncodingGuess {
  const scored = cyrillicEncodings
    .map((encoding) => ({ encoding, score: cyrillicScore(decode(bytes, encoding)) }))
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = scored as [(typeof scored)[0], (typeof scored)[0]];
  const damaged = damagedUtf8(bytes);
  if (damaged) return damaged;
  if (best.score >= CYRILLIC_FROM) {
    // koi8-r and koi8-u differ in a few Ukrainian letters only, so their difference says little.
    const rival = isKoi8(best.encoding) ? scored.find((s) => !isKoi8(s.encoding)) : second;
    const lead = best.score - (rival ?? second).score;
    return { encoding: best.encoding, confidence: certainty(lead, bytes), isAscii: false };
  }
  return { ...westernGuess(bytes, best.encoding), isAscii: false };
}

const isKoi8 = (encoding: Encoding) => encoding === 'koi8-r' || encoding === 'koi8-u';

/** Grows with the lead over the next candidate and with the number of letters it rests on. */
function certainty(lead: number, bytes: Buffer): number {
  const letters = bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  return Math.min(0.99, 1 - 0.5 * Math.exp(-lead * Math.sqrt(letters) * 0.35));
}

/** UTF-8 in which single characters were spoilt on the way. */
function damagedUtf8(bytes: Buffer): EncodingGuess | null {
  const text = decode(bytes, 'utf-8');
  let broken = 0;
  let wide = 0;
  for (const char of text) {
    if (char === '\uFFFD') broken += 1;
    else if (char > '\u007F') wide += 1;
  }
  if (wide < 8 || broken > wide * DAMAGED_SHARE) return null;
  return { encoding: 'utf-8', confidence: 0.8, isAscii: false };
}

/** Text of another script: chardet knows the western and central European code pages. */
function westernGuess(bytes: Buffer, otherwise: Encoding): Omit<EncodingGuess, 'isAscii'> {
  const named: Record<string, Encoding> = {
    'ISO-8859-1': 'windows-1252',
    'ISO-8859-2': 'windows-1250',
    'ISO-8859-9': 'windows-1254',
  };
  for (const match of chardet.analyse(bytes)) {
    const encoding = named[match.name] ?? encodings.find((e) => e === match.name.toLowerCase());
    if (encoding && !isCyrillicName(encoding) && encoding !== 'utf-8') {
      return { encoding, confidence: Math.min(match.confidence / 100, 0.7) };
    }
  }
  return { encoding: otherwise, confidence: 0.2 };
}

const isCyrillicName = (encoding: Encoding) => cyrillicEncodings.some((name) => name === encoding);
