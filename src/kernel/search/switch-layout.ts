/** The same keys, left with the Latin layout and right with the Russian one, lower and shifted. */
const keys: readonly (readonly [string, string])[] = [
  ['`qwertyuiop[]', 'ёйцукенгшщзхъ'],
  ["asdfghjkl;'", 'фывапролджэ'],
  ['zxcvbnm,./', 'ячсмитьбю.'],
  ['~QWERTYUIOP{}', 'ЁЙЦУКЕНГШЩЗХЪ'],
  ['ASDFGHJKL:"', 'ФЫВАПРОЛДЖЭ'],
  ['ZXCVBNM<>?', 'ЯЧСМИТЬБЮ,'],
  ['@#$^&', '"№;:?'],
];

const toCyrillic = new Map<string, string>();
const toLatin = new Map<string, string>();
for (const [latin, cyrillic] of keys) {
  for (let at = 0; at < latin.length; at += 1) {
    toCyrillic.set(latin[at] ?? '', cyrillic[at] ?? '');
    toLatin.set(cyrillic[at] ?? '', latin[at] ?? '');
  }
}

/**
 * What the same keystrokes would have typed in the other layout: `bdfyjd` → `иванов`,
 * `Шмфтщм` → `Ivanov`. A text with a Cyrillic letter is taken as typed in the Russian layout, any
 * other as typed in the Latin one; signs that both layouts share stay.
 */
export function switchLayout(text: string): string {
  const map = /[а-яё]/iu.test(text) ? toLatin : toCyrillic;
  let switched = '';
  for (const sign of text) switched += map.get(sign) ?? sign;
  return switched;
}
