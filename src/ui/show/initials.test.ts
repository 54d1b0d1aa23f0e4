import { expect, test } from 'vitest';
import fc from 'fast-check';
import { initialsOf, placeOf } from './initials.ts';

test.each([
  ['Зайцева Ольга Петровна', 'ЗО'],
  ['ООО "Маяк"', 'М'],
  ['ИП Ёлкин', 'Ё'],
  ['ООО', 'О'],
  ['anna', 'A'],
  ['', ''],
  ['+7 912', '79'],
])('%s is %s', (name, expected) => {
  expect(initialsOf(name)).toBe(expected);
});

test('a place is always within the count, and the same for the same name', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 20 }), (name, count) => {
      const place = placeOf(name, count);
      return place >= 0 && place < count && place === placeOf(name, count);
    }),
  );
});
