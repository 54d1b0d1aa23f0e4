import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Currency, decimalText, money } from './money.ts';
import { type MoneyNotation, parseMoney } from './parse-money.ts';

function minorOf(text: string, currency: Currency = 'RUB', notation: MoneyNotation = {}) {
  const read = parseMoney(text, currency, notation);
  return read.ok ? read.money.amountMinor : read.code;
}

describe('parseMoney', () => {
  test.each([
    ['1 234,50 ₽', 123_450],
    ['1\u00a0234,50\u00a0руб.', 123_450],
    ['1,234.50', 123_450],
    ['1.234,50', 123_450],
    ['1.234.567', 123_456_700],
    ['1,234,567.8', 123_456_780],
    ["1'234'567.80", 123_456_780],
    ['-12,3', -1230],
    ['−12,3', -1230],
    ['- 12,3 р.', -1230],
    ['(12.30)', -1230],
    ['+7', 700],
    ['0', 0],
    ['-0,00', 0],
    ['0,05', 5],
    [',5', 50],
    ['500 рублей', 50_000],
    ['RUB 500', 50_000],
    ['12.3400', 1234],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
    ['', 'empty'],
    ['  ', 'empty'],
    ['1,234', 'ambiguous'],
    ['12.345', 'ambiguous'],
    ['0,125', 'too_many_decimals'],
    ['1234,567', 'too_many_decimals'],
    ['90071992547409.92', 'too_large'],
    ['10 $', 'other_currency'],
    ['10 грн', 'other_currency'],
    ['abc', 'not_a_number'],
    ['1 23', 'not_a_number'],
    ['12 34,5', 'not_a_number'],
    ['1.2.3', 'not_a_number'],
    ['1,234.567.89', 'not_a_number'],
    ['--5', 'not_a_number'],
    ['(-5)', 'not_a_number'],
    ['(5', 'not_a_number'],
    ['5-', 'not_a_number'],
    ['1e3', 'not_a_number'],
    ['.', 'not_a_number'],
    ['9'.repeat(100), 'not_a_number'],
  ])('%j reads as %s', (text, expected) => {
    expect(minorOf(text)).toBe(expected);
  });

  test.each<[string, MoneyNotation, number | string]>([
    ['1,234', { decimal: '.' }, 123_400],
    ['1,234', { decimal: ',' }, 'too_many_decimals'],
    ['1.234', { decimal: ',' }, 123_400],
    ['12.345600', { decimal: '.', rounding: 'half_up' }, 1235],
    ['-0.005', { decimal: '.', rounding: 'half_up' }, -1],
    ['-0.005', { decimal: '.', rounding: 'half_even' }, 0],
    ['1,50', { decimal: '.' }, 'not_a_number'],
  ])('%j in the notation %j reads as %s', (text, notation, expected) => {
    expect(minorOf(text, 'RUB', notation)).toBe(expected);
  });

  test('roubles without a country are those of the currency asked for', () => {
    expect(minorOf('12 руб.', 'BYN')).toBe(1200);
    expect(minorOf('12 ₽', 'BYN')).toBe('other_currency');
    expect(minorOf('1 500 ₸', 'KZT')).toBe(150_000);
  });

  test('reads back what was written', () => {
    const cases = fc.record({
      amountMinor: fc.maxSafeInteger(),
      currency: fc.constantFrom<Currency>('RUB', 'BYN', 'KZT', 'UAH', 'EUR', 'USD'),
    });
    fc.assert(
      fc.property(cases, ({ amountMinor, currency }) => {
        const amount = money(amountMinor, currency);
        expect(parseMoney(decimalText(amount), currency)).toEqual({ ok: true, money: amount });
      }),
    );
  });

  test('any text gives an answer, never an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(typeof parseMoney(text, 'RUB').ok).toBe('boolean');
      }),
    );
  });
});
