/** A word of a text, and which of its sentences and clauses it stands in. */
export type Word = { text: string; sentence: number; clause: number };

const LONGEST_READ = 20_000;

/** Lower case, ё as е, “don’t” as one word. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/(?<=\p{L})['’ʼ](?=\p{L})/gu, '')
    .replaceAll(/(?<!\p{L})can not(?!\p{L})/gu, 'cannot');

/** The words of what somebody said; what is beyond a long letter is not read. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let sentence = 0;
  let clause = 0;
  const parts = plain(text.slice(0, LONGEST_READ)).matchAll(
    /(?<word>[\p{L}\p{N}]+)|(?<end>[.!?;\n]+)|(?<pause>[,:()—–]|\s-\s)/gu,
  );
  for (const { groups } of parts) {
    if (groups?.['word']) words.push({ text: groups['word'], sentence, clause });
    if (groups?.['end']) sentence += 1;
    if (groups?.['end'] || groups?.['pause']) clause += 1;
  }
  return words;
}

/** A word that is listened for: itself, or with any ending where `*` stands at its end. */
export type Pattern = { text: string; isBeginning: boolean };

/** A phrase as patterns of its words; null where it has none, or a `*` elsewhere than at an end. */
export function patternsOf(phrase: string): Pattern[] | null {
  const words = plain(phrase).match(/[\p{L}\p{N}*]+/gu) ?? [];
  if (words.length === 0 || !words.every((word) => /^[\p{L}\p{N}]+\*?$/u.test(word))) return null;
  return words.map((word) => ({ text: word.replace('*', ''), isBeginning: word.endsWith('*') }));
}

export const fits = ({ text }: Word, pattern: Pattern): boolean =>
  pattern.isBeginning ? text.startsWith(pattern.text) : text === pattern.text;
