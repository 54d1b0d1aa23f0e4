import { expect, test } from 'vitest';
import { typedWord, withWord } from './typed-word.ts';

test.each([
  ['/', 1, ''],
  ['/пер', 4, 'пер'],
  ['Добрый день. /пере', 18, 'пере'],
  ['Добрый\n/п', 9, 'п'],
  ['и/или', 5, null],
  ['/пер расчёт', 11, null],
  ['без знака', 4, null],
  ['https://a.example/x', 19, null],
])('behind the slash in %j at %i stands %j', (text, caret, query) => {
  expect(typedWord(text, caret, '/')?.query ?? null).toBe(query);
});

test('a name may have two words, and is put in the place of what was typed', () => {
  const word = typedWord('Спроси @мария ор', 16, '@', true)!;
  expect(word.query).toBe('мария ор');
  expect(withWord('Спроси @мария ор!', word, '@Мария Орлова')).toEqual({
    text: 'Спроси @Мария Орлова!',
    caret: 20,
  });
  expect(typedWord('olga@home', 9, '@', true)).toBeNull();
});
