import { describe, expect, test } from 'vitest';
import { decimalText, isCurrency, money } from './money.ts';

describe('money', () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %s', (amount) => {
    expect(() => money(amount, 'RUB')).toThrow(RangeError);
  });

  test('knows its currencies', () => {
    expect(isCurrency('KZT')).toBe(true);
    expect(isCurrency('RUB')).toBe(true);
    expect(isCurrency('toString')).toBe(false);
  });

  test('has one zero', () => {
    expect(money(-0, 'RUB')).toEqual(money(0, 'RUB'));
  });

  test.each([
    [123_450, '1234.50'],
    [-5, '-0.05'],
    [0, '0.00'],
    [Number.MAX_SAFE_INTEGER, '90071992547409.91'],
  ])('%i minor units are written %s', (amountMinor, text) => {
    expect(decimalText(money(amountMinor, 'RUB'))).toBe(text);
  });
});
