import { expect, test } from 'vitest';
import { wholeWords } from './whole-words.ts';

test.each([
  ['дом', 'Дом 5', true],
  ['дом', 'дом5', true],
  ['дом', 'домашний', false],
  ['дом', 'роддом', false],
  ['обл респ(?:ублика)?', 'Республика Алтай', true],
])('%j in %j: %s', (words, text, isFound) => {
  expect(wholeWords(words).test(text)).toBe(isFound);
});

test('every occurrence is replaced when asked', () => {
  expect('тел. моб. тел'.replaceAll(wholeWords('тел моб', 'giu'), '-')).toBe('-. -. -');
});
