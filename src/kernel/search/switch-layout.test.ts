import fc from 'fast-check';
import { expect, test } from 'vitest';
import { switchLayout } from './switch-layout.ts';

test.each([
  ['bdfyjd', 'иванов'],
  ['Шмфтщм', 'Ivanov'],
  ['k.,jdm', 'любовь'],
  ['Ghj[jhjd', 'Прохоров'],
  ['шмфт"ьфшдюкг', 'ivan@mail.ru'],
  ['Е-123', 'T-123'],
  ['12345', '12345'],
])('%s were the keys of %s', (typed, meant) => {
  expect(switchLayout(typed)).toBe(meant);
});

test('switching back gives what was typed, for words of either layout', () => {
  const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.QAZ".split('');
  const cyrillic = 'йцукенгшщзхъфывапролджэячсмитьбюёЙФЯ'.split('');
  const words = fc.oneof(
    fc.string({ unit: fc.constantFrom(...latin), minLength: 1 }),
    fc.string({ unit: fc.constantFrom(...cyrillic), minLength: 1 }),
  );
  fc.assert(
    fc.property(words, (word) => {
      expect(switchLayout(switchLayout(word))).toBe(word);
    }),
  );
});
