import { transliterate } from '../kernel/search/transliterate.ts';

const MAX_KEY_CHARS = 50;

/**
 * A key for an attribute of this label that no other has: small Latin letters, digits and `_`.
 * `Дата рождения` becomes `data_rozhdeniya`; a second one `data_rozhdeniya_2`.
 */
export function attributeKey(label: string, taken: ReadonlySet<string>): string {
  const latin = transliterate(label.toLowerCase())
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, MAX_KEY_CHARS);
  const base = latin === '' ? 'attribute' : latin;
  let key = base;
  for (let copy = 2; taken.has(key); copy += 1) key = `${base}_${copy}`;
  return key;
}
