import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitPersonName } from '../contacts/person-name.ts';
import { matchNames, matchWords } from './name-match.ts';

test.each([
  ['Иванов', 'Иванов', 'same'],
  ['Семёнов', 'СЕМЕНОВ', 'same'],
  ['Иванов', 'Ivanov', 'same'],
  ['Наталья', 'Наталия', 'same'],
  ['Иванов', 'Ивонов', 'slip'],
  ['Иванов', 'Ивнаов', 'slip'],
  ['Иванов', 'Ивановв', 'same'],
  ['Константинопольский', 'Констонтинапольский', 'slip'],
  ['Ким', 'Цой', 'different'],
  ['Ким', 'Кин', 'different'],
  ['Иванов', 'Петров', 'different'],
  ['И.', 'Иван', 'initial'],
  ['И', 'Иван', 'initial'],
  ['П.', 'Иван', 'different'],
  ['И.', 'И', 'same'],
  ['Иванов', null, 'unknown'],
  ['', 'Иванов', 'unknown'],
])('%s and %s: %s', (a, b, match) => {
  expect(matchWords(a, b)).toBe(match);
});

test('does not depend on the order', () => {
  const words = fc.string({ unit: fc.constantFrom(...'абвге.'.split('')), maxLength: 9 });
  fc.assert(
    fc.property(words, words, (a, b) => {
      expect(matchWords(a, b)).toBe(matchWords(b, a));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['Иванов Иван', 'Иванова Ивана', true],
  ['Чайковский Пётр', 'Чайковская Анна', true],
  ['Ильин Илья', 'Ильина Анна', true],
  ['Иванов Иван', 'Ивонов Иван', false],
  ['Ковальчук Иван', 'Ковальчук Анна', false],
])('%s and %s differ in gender: %s', (a, b, isOtherGender) => {
  expect(matchNames(splitPersonName(a)!, splitPersonName(b)!)).toMatchObject({ isOtherGender });
});

test('two frequent names a letter apart are two people', () => {
  const [anna, alla] = [splitPersonName('Иванова Анна')!, splitPersonName('Иванова Алла')!];
  expect(matchNames(anna, alla).firstName).toBe('different');
});

test('a surname in the column of given names is found', () => {
  const straight = { lastName: 'Иванов', firstName: 'Пётр', middleName: null };
  const swapped = { lastName: 'Пётр', firstName: 'Иванов', middleName: null };
  expect(matchNames(straight, swapped)).toMatchObject({ isSwapped: true, lastName: 'same' });
});
