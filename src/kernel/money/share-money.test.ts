import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money, sumMoney } from './money.ts';
import type { Rounding } from './rounding.ts';
import { fractionOf, percentOf, splitMoney } from './share-money.ts';

const roundings: Rounding[] = ['half_up', 'half_even', 'down', 'up'];
const amounts = fc.integer({ min: -1e12, max: 1e12 });

describe('rounding', () => {
  test.each<[Rounding, number, number]>([
    ['half_up', 5, 1],
    ['half_up', -5, -1],
    ['half_up', 4, 0],
    ['half_even', 5, 0],
    ['half_even', 15, 2],
    ['half_even', 25, 2],
    ['half_even', -15, -2],
    ['half_even', 16, 2],
    ['down', 19, 1],
    ['down', -19, -1],
    ['up', 11, 2],
    ['up', -11, -2],
    ['up', 10, 1],
  ])('%s takes a tenth of %i to %i', (rounding, amountMinor, expected) => {
    const tenth = percentOf(money(amountMinor, 'RUB'), 1000, rounding);
    expect(tenth.amountMinor).toBe(expected);
  });

  test('is less than one minor unit off, and half a unit off for the half ways', () => {
    const cases = fc.record({
      amountMinor: amounts,
      numerator: fc.integer({ min: -1000, max: 1000 }),
      denominator: fc.integer({ min: 1, max: 1000 }),
      rounding: fc.constantFrom(...roundings),
    });
    fc.assert(
      fc.property(cases, ({ amountMinor, numerator, denominator, rounding }) => {
        const got = fractionOf(money(amountMinor, 'RUB'), numerator, denominator, rounding);
        const exact = BigInt(amountMinor) * BigInt(numerator);
        const off = BigInt(got.amountMinor) * BigInt(denominator) - exact;
        const size = off < 0n ? -off : off;
        const isNearest = size * 2n <= BigInt(denominator);
        expect(size < BigInt(denominator)).toBe(true);
        expect(isNearest || !rounding.startsWith('half')).toBe(true);
      }),
    );
  });

  test('takes 20/120 out of a price with tax inside, and days out of a month', () => {
    expect(fractionOf(money(100_00, 'RUB'), 20, 120, 'half_up').amountMinor).toBe(16_67);
    expect(fractionOf(money(590_00, 'RUB'), 11, 31, 'half_up').amountMinor).toBe(209_35);
  });

  test('a denominator of zero is a bug', () => {
    expect(() => fractionOf(money(1, 'RUB'), 1, 0, 'down')).toThrow(RangeError);
  });
});

describe('splitMoney', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [1, [0, 5, 0], [0, 1, 0]],
    [10, [1, 2, 4], [1, 3, 6]],
    [0, [3, 1], [0, 0]],
  ])('%i by %j is %j', (amountMinor, weights, expected) => {
    const parts = splitMoney(money(amountMinor, 'RUB'), weights);
    expect(parts.map((part) => part.amountMinor)).toEqual(expected);
  });

  test('loses nothing and keeps every part within a unit of its fair share', () => {
    const cases = fc.record({
      amountMinor: amounts,
      weights: fc
        .array(fc.nat(1_000_000), { minLength: 1, maxLength: 20 })
        .filter((list) => list.some((weight) => weight > 0)),
    });
    fc.assert(
      fc.property(cases, ({ amountMinor, weights }) => {
        const parts = splitMoney(money(amountMinor, 'RUB'), weights);
        expect(sumMoney(parts, 'RUB').amountMinor).toBe(amountMinor);
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        for (const [index, part] of parts.entries()) {
          const fair = (amountMinor * weights[index]!) / total;
          expect(Math.abs(part.amountMinor - fair)).toBeLessThan(1.001);
        }
      }),
    );
  });

  test.each([[[]], [[0, 0]], [[-1, 2]], [[0.5]]])('weights %j are a bug', (weights) => {
    expect(() => splitMoney(money(1, 'RUB'), weights)).toThrow(RangeError);
  });
});
