import { expect, test } from 'vitest';
import fc from 'fast-check';
import { isMeant, otherLayout } from './layout-slip.ts';

test.each([
  ['Открыть абонентов', 'абон', true],
  ['Открыть абонентов', 'f,jy', true],
  ['Открыть абонентов', 'абон откр', true],
  ['Import a file', 'шьзщке', true],
  ['Ёлкин', 'елк', true],
  ['Открыть абонентов', 'тикет', false],
  ['Anything', '', true],
])('%s is meant by "%s": %s', (text, typed, expected) => {
  expect(isMeant(text, typed)).toBe(expected);
});

test('swapping twice gives back what was typed', () => {
  const typed = fc
    .array(fc.constantFrom(...'qwertyйцукенёбю 123-'.split('')))
    .map((all) => all.join(''));
  fc.assert(fc.property(typed, (text) => otherLayout(otherLayout(text)) === text));
});
