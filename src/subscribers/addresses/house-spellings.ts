/** Letters that look alike on both layouts, and what the Latin ones sound like. */
const looks: Record<string, string> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};
const sounds: Record<string, string> = { b: 'б', v: 'в', g: 'г', d: 'д', f: 'ф', i: 'и' };

const respell = (text: string, letters: Record<string, string>): string =>
  text.replaceAll(/[a-z]/gu, (letter) => letters[letter] ?? letter);

/**
 * A word in which Latin letters slipped in among Cyrillic ones that look alike: `Cадовая`. A word
 * all in Latin letters was meant so and stays.
 */
export function mendSlips(text: string): string {
  return text.replaceAll(/[\p{L}]+/gu, (word) =>
    /\p{Script=Cyrillic}/u.test(word) && /[a-z]/iu.test(word)
      ? respell(word.toLowerCase(), looks)
      : word,
  );
}

/**
 * A building's number in every spelling in which it may be kept: its letter in either alphabet, its
 * block after a stroke or a `к`. Takes and gives lower case.
 */
export function houseSpellings(number: string): string[] {
  const letters = [
    number,
    respell(number, looks),
    respell(number, { ...looks, ...sounds }),
    number.replaceAll('а', 'a'),
  ];
  return [...new Set(letters.flatMap((one) => [one, one.replace(/\/(?=\d)/u, 'к')]))];
}
