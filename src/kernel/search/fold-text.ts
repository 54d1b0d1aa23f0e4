/**
 * The form in which texts are compared: lower case, `ё` as `е`, Latin accents dropped, apostrophes
 * inside words joined (`O'Neil` is `oneil`), every other sign a single space, none at the ends.
 */
export function foldText(text: string): string {
  if (isFolded.test(text)) return text;
  if (isPlain.test(text)) {
    return text.toLowerCase().replaceAll('ё', 'е').replaceAll(notPlainWord, ' ').trim();
  }
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(latinAccent, '$1')
    .normalize('NFC')
    .replaceAll('ё', 'е')
    .replaceAll(innerApostrophe, '')
    .replaceAll(notWord, ' ')
    .trim();
}

/** The folded words of a text, in order; repeated ones stay. */
export function foldedWords(text: string): string[] {
  const folded = foldText(text);
  return folded === '' ? [] : folded.split(' ');
}

const isFolded = /^(?:[a-zа-я0-9]+(?: [a-zа-я0-9]+)*)?$/u;
/** Nothing to normalise and no apostrophe: by far the most texts are so, and it is much faster. */
const isPlain = /^[\x20-\x26\x28-\x5f\x61-\x7eа-яА-ЯёЁ«»–—\u00a0]*$/u;
const notPlainWord = /[^a-zа-я0-9]+/gu;
const latinAccent = /([a-z])\p{M}+/gu;
const innerApostrophe = /(?<=\p{L})['’ʼ`](?=\p{L})/gu;
const notWord = /[^\p{L}\p{M}\p{N}]+/gu;
