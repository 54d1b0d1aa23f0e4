const latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const cyrillic = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

const pairs = latin.split('').map((letter, at) => [letter, cyrillic[at] ?? letter] as const);
const swap = new Map([...pairs, ...pairs.map(([a, b]) => [b, a] as const)]);

/** What was typed, as it would read on the other keyboard layout: «jncxtns» ↔ «отчеты». */
export const otherLayout = (typed: string): string =>
  typed
    .toLowerCase()
    .split('')
    .map((letter) => swap.get(letter) ?? letter)
    .join('');

const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

/** Whether every word typed begins or stands in the text, on either layout. */
export const isMeant = (text: string, typed: string): boolean => {
  const target = plain(text);
  const holds = (query: string): boolean =>
    plain(query)
      .split(/\s+/)
      .every((word) => target.includes(word));
  return holds(typed) || holds(otherLayout(typed));
};
