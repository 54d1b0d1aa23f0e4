import { foldText } from '../../kernel/search/fold-text.ts';
import { streetKindOf } from './street-kinds.ts';

/** Words that a street's name has or has not without being another street. */
const optionalWords = new Set(['им', 'имени']);

/**
 * What a typed street is matched by: city and name folded, without kind and `им.`; a numeral stays,
 * in one form and before the name (`Новый 1-й` and `1-ый Новый` are one, `Новый` is another).
 */
export function streetKey(city: string, street: string): string {
  const numerals: string[] = [];
  const words: string[] = [];
  for (const word of foldText(joinOrdinals(street)).split(' ')) {
    const numeral = /^(\d+)(?:й|я|е|ый|ая|ое|ой|го)?$/u.exec(word);
    if (numeral?.[1]) numerals.push(numeral[1]);
    else if (!optionalWords.has(word)) words.push(word);
  }
  const own = words.filter((word) => streetKindOf(word) == null);
  // `Набережная` alone is a name; beside another word it is a kind.
  const telling = own.length + numerals.length > 0 ? own : words;
  return `${foldText(city)}|${[...numerals, ...telling].join(' ')}`;
}

/** Writes an ordinal in one word: `1 - й` and `1й` become `1-й`. */
export function writeOrdinals(text: string): string {
  return text.replaceAll(/(?<![\p{L}\d])(\d+)\s*-?\s*(й|я|е|ый|ая|ое|ой)(?!\p{L})/giu, '$1-$2');
}

function joinOrdinals(text: string): string {
  return writeOrdinals(text).replaceAll(/(?<=\d)-(?=\p{L})/gu, '');
}
