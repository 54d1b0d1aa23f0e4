import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencies, decimalText, isCurrency, money, negate, sumMoney } from './money.ts';

describe('money', () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %s', (amount) => {
    expect(() => money(amount, 'RUB')).toThrow(RangeError);
  });

  test('knows its currencies', () => {
    expect(currencies).toContain('KZT');
    expect(isCurrency('RUB')).toBe(true);
    expect(isCurrency('toString')).toBe(false);
  });

  test('has one zero', () => {
    expect(negate(money(0, 'RUB'))).toEqual(money(0, 'RUB'));
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

describe('sumMoney', () => {
  test('is zero for nothing and the sum for something', () => {
    expect(sumMoney([], 'EUR')).toEqual(money(0, 'EUR'));
    expect(sumMoney([money(10, 'EUR'), money(-3, 'EUR')], 'EUR')).toEqual(money(7, 'EUR'));
  });

  test('mixed currencies and an overflow are bugs', () => {
    expect(() => sumMoney([money(1, 'EUR')], 'RUB')).toThrow(TypeError);
    const largest = money(Number.MAX_SAFE_INTEGER, 'RUB');
    expect(() => sumMoney([largest, money(1, 'RUB')], 'RUB')).toThrow(RangeError);
  });

  test('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (amounts) => {
        const list = amounts.map((amount) => money(amount, 'RUB'));
        expect(sumMoney(list, 'RUB')).toEqual(sumMoney(list.toReversed(), 'RUB'));
      }),
    );
  });
});
