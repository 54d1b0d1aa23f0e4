import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { cyrillicScore } from '../../../kernel/encodings/cyrillic-score.ts';

/** In the order of their frequency in mail; koi8-u stands for koi8-r, whose letters it has. */
const cyrillic = ['windows-1251', 'koi8-u', 'iso-8859-5', 'cp866'];

/** So much like windows-1251 that it is read only where a label names it. */
const macintosh = 'maccyrillic';

/** More than this changes no verdict. */
const SCORED_BYTES = 16_384;

/** Scores of right readings lie above −0.5, of wrong ones below −2; this stands between. */
const CYRILLIC_FROM = -1.6;

/** Sentences of Russian score 0.6 and more, Hebrew and Greek read as Cyrillic 0.1 at most. */
const RUSSIAN_ALOUD = 0.4;

/**
 * What a label weighs against the look of the letters: enough for a word or two, of which a wrong
 * reading may look as good; of a sentence the right one is ahead of any other by 0.8 and more.
 */
const LABEL_BONUS = 0.6;

/** So many broken characters for each whole one still are UTF-8, cut or spoilt on the way. */
const DAMAGED_SHARE = 0.5;

/** Labels that say nothing of the letters: a program writes them when it does not know. */
const emptyLabels = /^(?:|unknown.*|x-unknown|default|binary|hex|base64|us-?ascii|ascii|none)$/;

/** Labels of one-byte western encodings, which programs put on Cyrillic text more than on own. */
const westernLabels = /^(?:iso-?8859-?(?:1|15)|latin-?1|windows-?1252|cp-?1252)$/;

/**
 * The text of some bytes by their label and by how they read: what is valid UTF-8 is UTF-8, and
 * what reads as Russian in another encoding than its label's is read in that. Takes any label,
 * also none and nonsense; never throws.
 */
export function decodeText(bytes: Buffer, label: string | null): string {
  const named = cleanLabel(label);
  const marked = byMark(bytes);
  if (marked !== null) return marked;
  if (named !== null && isWide(named)) return decodeAs(bytes, named);
  if (isUtf8(bytes)) return isEscaped(bytes, named) ? decodeAs(bytes, named) : bytes.toString();
  return decodeAs(bytes, bestReading(bytes, named));
}

function cleanLabel(label: string | null): string | null {
  const name = (label ?? '')
    .toLowerCase()
    .replaceAll(/^[\s"'_]+|[\s"']+$|\$esc$/g, '')
    .slice(0, 60);
  if (emptyLabels.test(name)) return null;
  for (const one of [name, name.replace(/^x-/, '')]) if (iconv.encodingExists(one)) return one;
  return isKnownToPlatform(name) ? name : null;
}

/** The platform reads Japanese mail, which iconv-lite does not. */
function isKnownToPlatform(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}

function byMark(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes.subarray(2), 'utf-16be');
  return null;
}

const isWide = (name: string) => /^(?:utf|ucs|unicode)-?(?:2|4|7|16|32)/.test(name);

/** Encodings that write all their letters in ASCII, after an escape. */
function isEscaped(bytes: Buffer, named: string | null): named is string {
  if (named === null) return false;
  if (named.startsWith('iso-2022')) return bytes.includes(0x1b);
  return named.startsWith('hz') && bytes.includes('~');
}

function decodeAs(bytes: Buffer, name: string): string {
  if (iconv.encodingExists(name)) return iconv.decode(bytes, name);
  return new TextDecoder(name).decode(bytes);
}

function bestReading(bytes: Buffer, named: string | null): string {
  const sample = bytes.subarray(0, SCORED_BYTES);
  if (isDamagedUtf8(sample)) return 'utf-8';
  const readings = (isSame(macintosh, named) ? [macintosh, ...cyrillic] : cyrillic)
    .map((name) => ({
      name,
      score: scoreAs(sample, name) + (isSame(name, named) ? LABEL_BONUS : 0),
    }))
    .toSorted((a, b) => b.score - a.score);
  const best = readings[0];
  const isRussian = best !== undefined && best.score >= CYRILLIC_FROM;
  if (isRussian && !isOtherScript(sample, named, best.score)) return best.name;
  if (named !== null && !isSame('utf-8', named)) return named;
  return 'windows-1252';
}

const scoreAs = (sample: Buffer, name: string) => cyrillicScore(iconv.decode(sample, name));

/** A Chinese, Greek or Turkish label is believed unless the letters speak Russian aloud. */
function isOtherScript(sample: Buffer, named: string | null, score: number): boolean {
  if (named === null || westernLabels.test(named) || isSame('utf-8', named)) return false;
  if ([macintosh, ...cyrillic].some((name) => isSame(name, named))) return false;
  return score < RUSSIAN_ALOUD || sample.length < 20;
}

function isSame(name: string, named: string | null): boolean {
  if (named === null) return false;
  const plain = (one: string) =>
    one.replaceAll(/[^a-z0-9]|^x-?/g, '').replace(/^win(?=\d)/, 'windows');
  const [a, b] = [plain(name), plain(named).replace(/^cp(?=125)/, 'windows')];
  return a === b || (a === 'koi8u' && b === 'koi8r') || (a === 'cp866' && b === 'ibm866');
}

/** UTF-8 in which single characters were spoilt, or that was cut inside one. */
function isDamagedUtf8(sample: Buffer): boolean {
  let broken = 0;
  let wide = 0;
  for (const char of sample.toString()) {
    if (char === '\uFFFD') broken += 1;
    else if (char > '\u007F') wide += 1;
  }
  return wide >= 4 && broken <= wide * DAMAGED_SHARE;
}
