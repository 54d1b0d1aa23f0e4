import type { Dictionary } from './dictionary.ts';
import { isDictionaryWord } from './document-tokens.ts';
import { type QueryLexeme, type QueryToken, type Reading, whole } from './query-token.ts';
import { type Expansions, tsqueryText } from './tsquery-text.ts';

/** A query, and the share of all entries that it is likely to meet: 0 to 1. */
export type Stage = { query: string; share: number };

/** How a token is taken: as it stands, as a beginning too, or as anything that may be meant. */
type Way = 'exact' | 'begun' | 'meant';

/**
 * The words as they were typed, to be met whole. Of a word that entries carry just so, its other
 * readings are left out: they would read the same entries again.
 */
export function exactStage(tokens: readonly QueryToken[], dictionary: Dictionary): Stage {
  return stageOf(tokens, dictionary, () => 'exact');
}

/** The same, but the last word, at which the cursor stands, may be only begun. */
export function begunStage(tokens: readonly QueryToken[], dictionary: Dictionary): Stage {
  return stageOf(tokens, dictionary, (_, isLast) => (isLast ? 'begun' : 'exact'));
}

/** Words that nobody has are taken for begun or for slips; the others stand. */
export function slipStage(
  tokens: readonly QueryToken[],
  dictionary: Dictionary,
  meant: Expansions,
): Stage {
  const wayOf = (token: QueryToken, isLast: boolean): Way =>
    isKnown(token, dictionary) ? (isLast ? 'begun' : 'exact') : 'meant';
  return stageOf(tokens, dictionary, wayOf, meant);
}

/** The words typed that nobody has, as the dictionary of slips takes them. */
export function unknownWords(tokens: readonly QueryToken[], dictionary: Dictionary): string[] {
  const unknown = tokens.filter((token) => !isKnown(token, dictionary));
  return [...new Set(unknown.flatMap(({ fuzzyWords }) => fuzzyWords))];
}

/** Every word may be begun, or a slip, also one that somebody has. */
export function broadStage(
  tokens: readonly QueryToken[],
  dictionary: Dictionary,
  meant: Expansions,
): Stage {
  return stageOf(tokens, dictionary, () => 'meant', meant);
}

function stageOf(
  tokens: readonly QueryToken[],
  dictionary: Dictionary,
  wayOf: (token: QueryToken, isLast: boolean) => Way,
  meant: Expansions = new Map(),
): Stage {
  const taken = tokens.map((token, at) => {
    const way = wayOf(token, at === tokens.length - 1);
    const readings = readingsOf(token, way, dictionary);
    return { ...token, readings, fuzzyWords: way === 'meant' ? token.fuzzyWords : [] };
  });
  const share = taken
    .map(({ readings }) => Math.min(1, sum(readings.map((one) => shareOf(one, dictionary)))))
    .reduce((product, one) => product * one, 1);
  return { query: tsqueryText(taken, meant) ?? '', share };
}

function readingsOf(token: QueryToken, way: Way, dictionary: Dictionary): Reading[] {
  if (way === 'exact') {
    return asTyped(token, dictionary).map(({ kind, lexemes }) => ({
      kind,
      lexemes: lexemes.map(({ text }) => whole(text)),
    }));
  }
  const readings = way === 'begun' ? asBegun(token, dictionary) : token.readings;
  return readings.flatMap((reading) => begun(reading, dictionary));
}

/** Of a word that begins others just as it was typed, its other readings are left out too. */
function asBegun(token: QueryToken, { entriesOf, beginningWith }: Dictionary): readonly Reading[] {
  const typed = typedWord(token);
  const isBegun =
    typed?.lexemes.every(({ text }) => entriesOf.has(text) || beginningWith.has(text)) ?? false;
  return isBegun
    ? token.readings.filter((reading) => reading === typed || reading.kind !== 'word')
    : token.readings;
}

/** The first reading of a word is as it was typed. */
const typedWord = ({ readings }: QueryToken): Reading | undefined =>
  readings.find(({ kind }) => kind === 'word');

/** Whether a token's words stand in the dictionary; a number or a login has none to look up. */
function isKnown(token: QueryToken, { entriesOf }: Dictionary): boolean {
  const typed = typedWord(token);
  return typed === undefined || typed.lexemes.every(({ text }) => entriesOf.has(text));
}

function asTyped(token: QueryToken, dictionary: Dictionary): readonly Reading[] {
  if (!isKnown(token, dictionary)) return token.readings;
  const typed = typedWord(token);
  return token.readings.filter((reading) => reading === typed || reading.kind !== 'word');
}

/** Fewer signs begin so many words that looking through them all takes longer than typing on. */
const shortestBeginning = 4;
const shortestNumber = 6;

/**
 * A reading as a beginning: of a word, by the commonest ones that begin so, since the index meets
 * ten whole words far faster than all that share three letters; of anything else, once there are
 * enough signs to tell it apart.
 */
function begun(reading: Reading, { beginningWith, entriesOf }: Dictionary): Reading[] {
  const { kind, lexemes } = reading;
  const [only, ...more] = lexemes;
  if (only && more.length === 0 && only.isPrefix && isDictionaryWord(only.text)) {
    const words = (beginningWith.get(only.text) ?? []).map(({ word }) => word);
    const known = [only.text, ...words].map((text) => ({ kind, lexemes: [whole(text)] }));
    // Names of mailboxes and logins stand in no dictionary.
    const isUnknown = words.length === 0 && !entriesOf.has(only.text);
    return isUnknown && only.text.length >= shortestBeginning ? [reading] : known;
  }
  return [{ kind, lexemes: lexemes.map(bounded) }];
}

function bounded(lexeme: QueryLexeme): QueryLexeme {
  const shortest = /^\d+$/.test(lexeme.text) ? shortestNumber : shortestBeginning;
  return lexeme.isPrefix && lexeme.text.length < shortest ? whole(lexeme.text) : lexeme;
}

/** What is not in the dictionary (numbers, logins) is taken to tell things apart. */
const unknownShare = 0.001;

/** A word of one letter stands in no dictionary: а, в, и, к, о, с, у, я are of the commonest. */
const oneLetterShare = 0.05;
const isOneLetter = (text: string): boolean => /^\p{L}$/u.test(text);

function shareOf({ lexemes }: Reading, { entriesOf, beginningWith, size }: Dictionary): number {
  if (size === 0) return 0;
  const begunWords = [...beginningWith.values()].flat();
  const shares = lexemes.map(({ text }) => {
    const entries = entriesOf.get(text) ?? begunWords.find(({ word }) => word === text)?.entries;
    if (entries !== undefined) return entries / size;
    return isOneLetter(text) ? oneLetterShare : unknownShare;
  });
  return Math.min(...shares, 1);
}

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
