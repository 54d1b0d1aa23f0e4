import { distance } from 'fastest-levenshtein';
import { foldText } from '../../kernel/search/fold-text.ts';
import { transliterationKey } from '../../kernel/search/transliterate.ts';
import { isGivenName } from '../contacts/given-names.ts';
import type { PersonName } from '../contacts/person-name.ts';

/**
 * How two words agree: the same in any spelling or alphabet; a slip of the hand apart; an initial
 * of the other; different; or one of them not known.
 */
export type WordMatch = 'same' | 'slip' | 'initial' | 'different' | 'unknown';

export type NameMatch = {
  lastName: WordMatch;
  firstName: WordMatch;
  middleName: WordMatch;
  /** The names agree only when one's surname is taken for its given name. */
  isSwapped: boolean;
  /** `Иванов` and `Иванова`: relatives more often than one person. */
  isOtherGender: boolean;
};

/** A slip of one letter needs a word of four, one of two a word of eight. */
const slipLengths = [4, 8];

export function matchWords(a: string | null, b: string | null): WordMatch {
  const [first, second] = [keyOf(a), keyOf(b)];
  if (first === '' || second === '') return 'unknown';
  if (first === second) return 'same';
  if (isInitial(a) || isInitial(b)) return first[0] === second[0] ? 'initial' : 'different';
  return isSlip(first, second) ? 'slip' : 'different';
}

/** Compares two persons' names part by part. */
export function matchNames(a: PersonName, b: PersonName): NameMatch {
  const straight = matchParts(a, b);
  if (straight.lastName !== 'different' || straight.firstName !== 'different') return straight;
  const swapped = matchParts({ ...a, lastName: a.firstName, firstName: a.lastName }, b);
  const isSwapped = swapped.lastName === 'same' && swapped.firstName === 'same';
  return isSwapped ? { ...swapped, isSwapped } : straight;
}

function matchParts(a: PersonName, b: PersonName): NameMatch {
  const isOtherGender = isGenderPair(keyOf(a.lastName), keyOf(b.lastName));
  return {
    lastName: isOtherGender ? 'different' : matchWords(a.lastName, b.lastName),
    firstName: matchGiven(a.firstName, b.firstName),
    middleName: matchWords(a.middleName, b.middleName),
    isSwapped: false,
    isOtherGender,
  };
}

/** Two frequent names a letter apart (`Анна`, `Алла`) are two people, not a slip. */
function matchGiven(a: string | null, b: string | null): WordMatch {
  const match = matchWords(a, b);
  return match === 'slip' && isGivenName(a ?? '') && isGivenName(b ?? '') ? 'different' : match;
}

function keyOf(word: string | null): string {
  return foldText(word ?? '')
    .split(' ')
    .map(transliterationKey)
    .join(' ');
}

function isInitial(word: string | null): boolean {
  return /^\p{L}\.?$/u.test((word ?? '').trim());
}

/** Letters apart as Levenshtein counts, two neighbours changing places being one. */
function isSlip(a: string, b: string): boolean {
  const shortest = Math.min(a.length, b.length);
  const allowed = slipLengths.filter((length) => shortest >= length).length;
  if (allowed === 0 || Math.abs(a.length - b.length) > allowed) return false;
  return distance(a, b) <= allowed || isTransposed(a, b);
}

function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = a.split('').findIndex((letter, index) => letter !== b[index]);
  const swapped = a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2);
  return swapped === b;
}

/** Keys of surnames, as `transliterationKey` writes them, that differ in gender alone. */
function isGenderPair(a: string, b: string): boolean {
  const [short = '', long = ''] = [a, b].toSorted((x, y) => x.length - y.length);
  if (/(?:ov|ev|in)$/u.test(short) && long === `${short}a`) return true;
  const stem = (key: string) => key.replace(/(?:i|oi|aia)$/u, '');
  return (
    a !== b && /[st]?sk(?:i|oi|aia)$/u.test(a) && /sk(?:i|oi|aia)$/u.test(b) && stem(a) === stem(b)
  );
}
