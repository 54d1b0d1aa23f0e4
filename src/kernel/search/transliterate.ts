import { remembered } from './remembered.ts';

/** Letters of a passport transliteration (ICAO Doc 9303, in Russian passports since 2013). */
const passportLetters: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: 'ie',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
  і: 'i',
  ї: 'i',
  є: 'ie',
  ґ: 'g',
  ў: 'u',
};

/** Writes Cyrillic in Latin letters as a Russian passport does; all other signs stay. */
export function transliterate(text: string): string {
  let latin = '';
  for (const sign of text) {
    const lower = sign.toLowerCase();
    const written = passportLetters[lower];
    if (written == null) latin += sign;
    else if (lower === sign) latin += written;
    else latin += written.charAt(0).toUpperCase() + written.slice(1);
  }
  return latin;
}

/**
 * Rules that bring the usual romanisations (passports of 1997, 2010 and 2013, GOST 7.79-B,
 * everyday English) to one spelling; applied in this order to lower-case Latin text.
 */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/['’ʼ`"]/gu, ''],
  [/s(?:hc|c)h|shh/gu, 'sh'],
  [/kh/gu, 'h'],
  [/ph/gu, 'f'],
  [/t(?:c(?!h)|z)|cz/gu, 'ts'],
  [/tch/gu, 'ch'],
  [/ck/gu, 'k'],
  [/c(?=[eijy])/gu, 'ts'],
  [/c(?!h)/gu, 'k'],
  [/x/gu, 'ks'],
  [/w/gu, 'v'],
  [/q/gu, 'k'],
  [/[jy]/gu, 'i'],
  [/i+(?:e|o)/gu, 'e'],
  [/i+u/gu, 'u'],
  [/([a-z])\1+/gu, '$1'],
];

/**
 * A key under which a word meets its transliterations: `Юрий`, `Yuriy`, `Yury` and `Iurii` share
 * one. Takes a folded word; the key is for matching only, since different words may share it too.
 */
export const transliterationKey = remembered((foldedWord: string): string => {
  let key = '';
  for (const sign of foldedWord) {
    if (sign !== 'ъ') key += passportLetters[sign] ?? sign;
  }
  for (const [spelling, canonical] of spellings) key = key.replaceAll(spelling, canonical);
  return key;
});
