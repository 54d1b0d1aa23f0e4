/**
 * A pattern for any of the words given with spaces between them, standing alone: JavaScript's `\b`
 * knows no Cyrillic letters. A word may be a piece of a pattern (`респ(?:ублика)?`) without spaces.
 */
export function wholeWords(words: string, flags: 'iu' | 'giu' = 'iu'): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words.trim().split(/\s+/u).join('|')})(?!\\p{L})`, flags);
}
