import { isFuzzyWord } from './document-tokens.ts';
import { foldedWords, foldText } from './fold-text.ts';
import { wordLexemes } from './lexemes.ts';
import { prefix, type QueryLexeme, type Reading, whole } from './query-token.ts';
import { streetKindWords } from './address-words.ts';
import { switchLayout } from './switch-layout.ts';

/** Of a word in either language more than a sixth are vowels; the other layout's keys have less. */
const leastVowels = 1 / 6;

/** Four consonants running, where `sh` or `kh` counts as one, are another layout's keys. */
const consonantRun = /[bcdfghjklmnpqrstvwxzбвгджзклмнпрстфхцчшщґ]{4}/u;

/** Whether a folded word could be one of Russian or English, judged by its vowels alone. */
function looksLikeWord(word: string): boolean {
  const vowels = word.match(/[аеиоуыэюяіїєaeiouy]/gu)?.length ?? 0;
  const single = word.replaceAll(/(?<=[sckztpg])h/gu, '');
  return word.length > 0 && vowels / word.length > leastVowels && !consonantRun.test(single);
}

/**
 * What a typed token of letters may mean: as typed, in the other layout, transliterated. `typed`
 * has no spaces; `isLast` is true for the token at which the cursor stands, so its two first
 * letters already find by prefix.
 */
export function readWords(typed: string, isLast: boolean): Reading[] {
  const shortest = isLast ? 2 : 3;
  const asTyped = foldedWords(typed);
  const readings = readForms(asTyped, shortest);
  for (const word of streetKindWords(foldText(typed)))
    readings.push(...readForms([word], shortest));
  if (typed.length >= 3) {
    const switched = foldedWords(switchLayout(typed));
    const isPlausible = switched.every(looksLikeWord) || !asTyped.every(looksLikeWord);
    if (isPlausible) readings.push(...readForms(switched, shortest));
  }
  return readings;
}

/** The words of a token that may carry a slip of the hand: of the likelier layout, else of both. */
export function readFuzzyWords(typed: string): string[] {
  const asTyped = foldedWords(typed);
  const switched = foldedWords(switchLayout(typed));
  const forms = [asTyped, switched].filter((words) => words.length === 1).flat();
  const likely = forms.find((word) => isFuzzyWord(word) && looksLikeWord(word));
  return likely ? [likely] : forms.filter(isFuzzyWord);
}

function readForms(words: readonly string[], shortest: number): Reading[] {
  if (words.length === 0) return [];
  const pairs = words.map(wordLexemes);
  const asIs = pairs.map(([word = '']) => wordLexeme(word, shortest));
  const keys = pairs.map(([, key = '']) => wordLexeme(key, shortest));
  const hasKeys = words.every((word) => word.length < 4 || looksLikeWord(word));
  return [
    { kind: 'word', lexemes: asIs },
    ...(hasKeys ? [{ kind: 'word' as const, lexemes: keys.filter((key) => key.text !== '') }] : []),
  ];
}

function wordLexeme(word: string, shortest: number): QueryLexeme {
  return word.length >= shortest ? prefix(word) : whole(word);
}
