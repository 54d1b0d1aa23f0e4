import { describe, expect, it } from 'vitest';
import { decimalSignOf, readNumber } from './read-number.ts';
import { readYesNo } from './read-yes-no.ts';

describe('readNumber', () => {
  it.each([
    ['1234.5', '.', '1234.5'],
    ['1 234,50', ',', '1234.5'],
    ['1,234.56', '.', '1234.56'],
    ['1.234,56', ',', '1234.56'],
    ['1,234', '.', '1234'],
    ['1,234', ',', '1.234'],
    ['12,5', '.', '12.5'],
    ['12.5', ',', '12.5'],
    ['−5', '.', '-5'],
    ['+7', '.', '7'],
    ['007', '.', null],
    ['0.5', '.', '0.5'],
    ['12345678901234567', '.', null],
    ['10.1.2.3', '.', null],
    ['10.1.2.3', ',', null],
    ['12 34', '.', null],
    ['5 шт', '.', null],
    ['-', '.', null],
  ] as const)('reads %s with "%s" as %s', (text, sign, number) =>
    expect(readNumber(text, sign)).toBe(number),
  );

  it('finds the decimal sign of a column', () => {
    expect(decimalSignOf(['10', '1 200,50', '0,5'])).toBe(',');
    expect(decimalSignOf(['10', '1,200.50'])).toBe('.');
    expect(decimalSignOf(['150,000', '-0,500'])).toBe(',');
    expect(decimalSignOf(['0.125'])).toBe('.');
    expect(decimalSignOf(['10', '12,345'])).toBeUndefined();
  });
});

it.each([
  ['Да', true],
  ['yes', true],
  ['0', false],
  ['НЕТ', false],
  ['возможно', null],
])('readYesNo reads %s as %s', (word, answer) => expect(readYesNo(word)).toBe(answer));
