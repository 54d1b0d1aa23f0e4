import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neutraliseFormula } from './neutralise-formula.ts';

test.each([
  ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ['=HYPERLINK("http://example.com")', '\'=HYPERLINK("http://example.com")'],
  ['+1+cmd', "'+1+cmd"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['＝1+1', "'＝1+1"],
  ['-', "'-"],
  ['- none', "'- none"],
  ['+7-912-345-67-89', "'+7-912-345-67-89"],
])('%j becomes %j', (cell, safe) => {
  expect(neutraliseFormula(cell)).toBe(safe);
});

test.each([
  '-12.5',
  '-12,5',
  '+3',
  '-0',
  '+79123456789',
  '12-5',
  'Иванов',
  '',
  "O'Neil",
  "'=1",
  "'тихий'",
  ' =1',
  '50 %',
  '-5 %',
])('%j stays', (cell) => {
  expect(neutraliseFormula(cell)).toBe(cell);
});

const cells = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(..."=+-@\t\r\n' 1.,%A＝".split('')) }),
);

test('no text can begin a formula, and no other is touched', () => {
  fc.assert(
    fc.property(cells, (cell) => {
      const safe = neutraliseFormula(cell);
      expect(/^[=@\t\r\n＝＋－＠]/u.test(safe)).toBe(false);
      // What still begins with a sign is one number to any program.
      expect(
        /^[+-]/u.test(safe) && Number.isNaN(Number(safe.replace(',', '.').replace(/\s?%$/u, ''))),
      ).toBe(false);
      expect([cell, `'${cell}`]).toContain(safe);
    }),
    { numRuns: 2000 },
  );
});
