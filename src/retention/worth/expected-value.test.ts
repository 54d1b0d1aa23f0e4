import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectedValue, savedChance, shrunkShare } from './expected-value.ts';

const one = {
  leaveChance: 0.4,
  valueMinor: 1_000_000,
  contactMinor: 10_000,
  incentiveMinor: 90_000,
  saveRate: 0.3,
  takeUp: 0.8,
  harm: 0.05,
};

test('an offer is worth what it keeps, less what speaking and taking it cost', () => {
  // τ = 0.4·0.3 − 0.6·0.05 = 0.09; taken by 0.4·0.3 + 0.6·0.8 = 0.6.
  expect(savedChance(one)).toBeCloseTo(0.09);
  expect(expectedValue(one)).toBeCloseTo(0.09 * 1_000_000 - 10_000 - 90_000 * 0.6);
});

test('of somebody who is leaving for sure only keeping counts', () => {
  const leaving = { ...one, leaveChance: 1 };
  expect(expectedValue(leaving)).toBeCloseTo(0.3 * (1_000_000 - 90_000) - 10_000);
});

const share = fc.double({ min: 0, max: 1, noNaN: true });

test('of somebody who would stay anyway nothing is gained', () => {
  fc.assert(
    fc.property(share, share, share, (saveRate, takeUp, harm) => {
      expect(expectedValue({ ...one, leaveChance: 0, saveRate, takeUp, harm })).toBeLessThanOrEqual(
        -one.contactMinor,
      );
    }),
  );
});

test('a dearer offer that keeps no more is never better', () => {
  fc.assert(
    fc.property(share, share, share, fc.nat(1e6), (leaveChance, saveRate, takeUp, more) => {
      const cheap = { ...one, leaveChance, saveRate, takeUp };
      const dear = { ...cheap, incentiveMinor: cheap.incentiveMinor + more };
      expect(expectedValue(dear)).toBeLessThanOrEqual(expectedValue(cheap) + 1e-6);
    }),
  );
});

test('a share of few stays near what was thought before; of many it is what was seen', () => {
  expect(shrunkShare({ kept: 0, tried: 0 }, 0.3)).toBe(0.3);
  expect(shrunkShare({ kept: 2, tried: 2 }, 0.3)).toBeCloseTo(8 / 22);
  expect(shrunkShare({ kept: 8000, tried: 10_000 }, 0.3)).toBeCloseTo(0.8, 2);
});
