import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareBundle } from './share-bundle.ts';

const anyParts = fc.array(fc.record({ feeMinor: fc.nat(1e9), leastMinor: fc.nat(1e9) }), {
  minLength: 2,
  maxLength: 6,
});
const anyBundle = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), value: fc.integer({ min: 1, max: 9999 }) }),
  fc.record({ kind: fc.constant('price' as const), value: fc.integer({ min: 1, max: 4e9 }) }),
);

test('a bundle takes off what it says, and of no part more than its floor leaves', () => {
  let given = 0;
  fc.assert(
    fc.property(anyBundle, anyParts, (bundle, parts) => {
      const shares = shareBundle(bundle, parts);
      const together = parts.reduce((sum, { feeMinor }) => sum + feeMinor, 0);
      const wanted =
        bundle.kind === 'percent'
          ? Math.round((together * bundle.value) / 10_000)
          : together - bundle.value;
      const room = parts.reduce((sum, one) => sum + Math.max(0, one.feeMinor - one.leastMinor), 0);
      if (!shares) return wanted <= 0 || wanted > room;
      given += 1;
      const isFair = parts.every(({ feeMinor, leastMinor }, at) => {
        const share = shares[at] ?? -1;
        return share === 0 || (share > 0 && feeMinor - share >= leastMinor);
      });
      return isFair && shares.reduce((sum, one) => sum + one, 0) === wanted;
    }),
    { seed: 221, numRuns: 2000 },
  );
  expect(given).toBeGreaterThan(200);
});

test('the price of a bundle is met to the last minor unit', () => {
  const parts = [
    { feeMinor: 75_000, leastMinor: 40_000 },
    { feeMinor: 29_900, leastMinor: 29_900 },
    { feeMinor: 10_001, leastMinor: 0 },
  ];
  expect(shareBundle({ kind: 'price', value: 100_000 }, parts)).toEqual([11_500, 0, 3401]);
  expect(shareBundle({ kind: 'price', value: 60_000 }, parts)).toBeNull();
  expect(shareBundle({ kind: 'price', value: 200_000 }, parts)).toBeNull();
});
