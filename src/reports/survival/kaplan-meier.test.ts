import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Ending, kaplanMeier, medianOf } from './kaplan-meier.ts';

/**
 * Weeks of remission under 6-mercaptopurine: Freireich and others, Blood 21 (1963), as in Cox and
 * Oakes, Analysis of Survival Data (1984); those of `stayed` were in remission when last seen.
 */
const left = [6, 6, 6, 7, 10, 13, 16, 22, 23];
const stayed = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
const leukaemia: Ending[] = [
  ...left.map((after) => ({ after, left: 1, stayed: 0 })),
  ...stayed.map((after) => ({ after, left: 0, stayed: 1 })),
];

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

test('the published example comes out: shares, those at risk, bounds and the median', () => {
  const points = kaplanMeier(leukaemia);
  expect(points.map(({ after, atRisk, share }) => [after, atRisk, rounded(share)])).toEqual([
    [6, 21, 0.857],
    [7, 17, 0.807],
    [10, 15, 0.753],
    [13, 12, 0.69],
    [16, 11, 0.627],
    [22, 7, 0.538],
    [23, 6, 0.448],
  ]);
  // As R's survfit(conf.type = "log-log") and Stata's sts list tell them.
  expect([points[0], points[6]].map((p) => [rounded(p?.low ?? 0), rounded(p?.high ?? 0)])).toEqual([
    [0.62, 0.952],
    [0.188, 0.68],
  ]);
  expect(medianOf(points)).toBe(23);
  expect(medianOf(points.slice(0, 5))).toBeNull();
});

const ending = fc.record({
  after: fc.integer({ min: 0, max: 40 }),
  left: fc.integer({ min: 0, max: 9 }),
  stayed: fc.integer({ min: 0, max: 9 }),
});

test('shares only fall, within their bounds; without anybody cut short they are plain shares', () => {
  fc.assert(
    fc.property(fc.array(ending, { maxLength: 30 }), (endings) => {
      const points = kaplanMeier(endings);
      for (const [at, { share, low, high }] of points.entries()) {
        expect(share).toBeLessThanOrEqual(points[at - 1]?.share ?? 1);
        expect(low).toBeLessThanOrEqual(share + 1e-12);
        expect(high).toBeGreaterThanOrEqual(share - 1e-12);
      }
      const whole = endings.map((one) => ({ ...one, stayed: 0 }));
      const all = whole.reduce((sum, one) => sum + one.left, 0);
      for (const { after, share } of kaplanMeier(whole)) {
        const later = whole.filter((one) => one.after > after);
        const still = later.reduce((sum, one) => sum + one.left, 0);
        expect(share).toBeCloseTo(still / all, 9);
      }
    }),
  );
});
