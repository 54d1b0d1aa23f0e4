import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedWords, foldText } from './fold-text.ts';

test.each([
  ['Семёнов-Тян-Шанский', 'семенов тян шанский'],
  ['  ООО «Ромашка+»  ', 'ооо ромашка'],
  ["Shaun O'Neil", 'shaun oneil'],
  ['Дем’янчук', 'демянчук'],
  ['Müller, José', 'muller jose'],
  ['Толстой', 'толстой'],
  ['Толсто\u0438\u0306', 'толстой'],
  ['Їжак', 'їжак'],
  ['１２３', '123'],
  ['кв.\u00a052', 'кв 52'],
  ['...', ''],
])('%j folds to %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test('words come one by one', () => {
  expect(foldedWords('ул. Щорса, 14')).toEqual(['ул', 'щорса', '14']);
  expect(foldedWords(' - ')).toEqual([]);
});

test('folding twice changes nothing and case does not matter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = foldText(text);
      expect(foldText(once)).toBe(once);
      expect(once).toBe(once.trim());
      expect(once).not.toMatch(/ {2}|[«»"!?]/u);
    }),
  );
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'абвгдеёйщьъяabcxyz -'.split('')) }),
      (text) => {
        expect(foldText(text.toUpperCase())).toBe(foldText(text));
      },
    ),
  );
});
