import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastPriceMinor } from '../../catalog/index.ts';
import { technologies, uses } from '../../catalog/api.ts';
import { runs } from '../../testing/proof.ts';
import { HUNDRED_KBPS, type Needs, neededKbps, WANTS_MORE_KBPS } from './needs.ts';
import type { Line, Offer } from './offers.ts';
import { recommend } from './recommend.ts';
import { recommendFurther } from './recommend-further.ts';

const speeds = [10, 30, 50, 80, 100, 200, 300, 500, 1000].map((mbps) => mbps * 1000);
const speed = fc.constantFrom(...speeds);
const needsOf: fc.Arbitrary<Needs> = fc.record({
  people: fc.integer({ min: 1, max: 8 }),
  devices: fc.integer({ min: 1, max: 20 }),
  uses: fc.subarray([...uses]),
  speedNowKbps: fc.option(speed),
  budgetMinor: fc.option(fc.integer({ min: 20_000, max: 200_000 })),
});
const lineOf: fc.Arbitrary<Line> = fc.record({
  technology: fc.constantFrom(...technologies),
  topSpeedKbps: speed,
  isStopped: fc.boolean(),
});
const offerOf = fc.record({
  kind: fc.constantFrom(
    'tariff' as const,
    'tariff' as const,
    'addon' as const,
    'equipment' as const,
  ),
  monthlyFeeMinor: fc.integer({ min: 0, max: 10 }).map((tens) => tens * 10_000),
  speedKbps: fc.option(speed),
  technologies: fc.subarray([...technologies]),
  tvChannels: fc.option(fc.constant(180)),
  costMinor: fc.option(fc.integer({ min: 0, max: 8 }).map((tens) => tens * 10_000)),
  serves: fc.subarray([...uses]),
  isEligible: fc.boolean(),
});
const offersOf: fc.Arbitrary<Offer[]> = fc.array(offerOf, { maxLength: 14 }).map((list) =>
  list.map((one, at) => ({
    ...one,
    versionId: at + 1,
    productId: at + 101,
    service: 'internet',
    name: `№ ${at}`,
    connectionFeeMinor: 0,
  })),
);
const asked = [
  needsOf,
  fc.array(lineOf, { maxLength: 4 }),
  offersOf,
  fc.integer({ min: 0, max: 60 }),
] as const;
const settings = { numRuns: runs(300, 20_000), seed: 51 };

/** Whether it may be sold there at all, judged by the words of the rules and nothing else. */
function maySell(offer: Offer, lines: readonly Line[], leastMarginPercent: number): boolean {
  const fits = (line: Line): boolean =>
    !line.isStopped &&
    line.topSpeedKbps >= (offer.speedKbps ?? 0) &&
    (offer.technologies.length === 0 || offer.technologies.some((one) => one === line.technology));
  const { costMinor: cost, monthlyFeeMinor: fee } = offer;
  const isDearEnough = cost === null || (fee - cost) * 100 >= fee * leastMarginPercent;
  return offer.isEligible && isDearEnough && lines.some(fits);
}

describe('what is recommended', () => {
  test('is available, not stopped, not below the need nor the margin, and eligible', () => {
    fc.assert(
      fc.property(...asked, (needs, lines, offers, margin) => {
        const { first, alternatives } = recommend(needs, lines, offers, margin);
        for (const { tariff, tvPackage, line } of first ? [first, ...alternatives] : []) {
          expect(tariff.kind).toBe('tariff');
          expect(tariff.speedKbps).toBeGreaterThanOrEqual(neededKbps(needs));
          expect(maySell(tariff, lines, margin)).toBe(true);
          expect(line.isStopped).toBe(false);
          const isTvWanted = needs.uses.includes('tv');
          const hasTv = tariff.tvChannels !== null || (tvPackage?.tvChannels ?? null) !== null;
          expect(hasTv || !isTvWanted).toBe(true);
          expect(tvPackage === null || maySell(tvPackage, lines, margin)).toBe(true);
        }
      }),
      settings,
    );
  });

  test('is one where anything covers the need, and the same in whatever order offers come', () => {
    fc.assert(
      fc.property(...asked, (needs, lines, offers, margin) => {
        const found = recommend(needs, lines, offers, margin);
        const turned = recommend(needs, lines.toReversed(), offers.toReversed(), margin);
        expect(turned).toEqual(found);
        expect(found.alternatives.length).toBeLessThanOrEqual(2);
        const covers = offers.some(
          (one) =>
            one.kind === 'tariff' &&
            one.speedKbps !== null &&
            one.speedKbps >= neededKbps(needs) &&
            (one.tvChannels !== null || !needs.uses.includes('tv')) &&
            maySell(one, lines, margin),
        );
        expect(!covers || found.first !== null).toBe(true);
      }),
      settings,
    );
  });

  test('is above a hundred megabits where the need and the line allow and the budget bears it', () => {
    fc.assert(
      fc.property(...asked, (needs, lines, offers, margin) => {
        const { first } = recommend(needs, lines, offers, margin);
        const isFast = (one: Offer): boolean =>
          one.kind === 'tariff' &&
          (one.speedKbps ?? 0) > Math.max(HUNDRED_KBPS, neededKbps(needs)) &&
          one.tvChannels !== null &&
          one.monthlyFeeMinor <= (needs.budgetMinor ?? one.monthlyFeeMinor) &&
          maySell(one, lines, margin);
        const isWanted = neededKbps(needs) >= WANTS_MORE_KBPS && offers.some(isFast);
        expect(!isWanted || (first?.tariff.speedKbps ?? 0) > HUNDRED_KBPS).toBe(true);
      }),
      settings,
    );
  });

  test('leaves the operator most of what fits alike', () => {
    const plan = { kind: 'tariff', service: 'internet', connectionFeeMinor: 0, technologies: [] };
    const rest = { tvChannels: null, serves: [], isEligible: true, speedKbps: 300_000 };
    const offer = (versionId: number, monthlyFeeMinor: number, costMinor: number): Offer =>
      ({
        ...plan,
        ...rest,
        versionId,
        productId: versionId,
        name: '',
        monthlyFeeMinor,
        costMinor,
      }) as Offer;
    const needs = { people: 3, devices: 5, uses: ['work' as const], speedNowKbps: null };
    const line = { technology: 'ftth' as const, topSpeedKbps: 1_000_000, isStopped: false };
    const offers = [offer(1, 70_000, 40_000), offer(2, 75_000, 30_000), offer(3, 90_000, 80_000)];
    const { first } = recommend({ ...needs, budgetMinor: null }, [line], offers, 20);
    expect(first?.tariff.versionId).toBe(2);
    const tight = recommend({ ...needs, budgetMinor: 70_000 }, [line], offers, 20);
    expect(tight.first?.tariff.versionId).toBe(1);
  });
});

test('further services are two at most, may be sold there, and are not had already', () => {
  const kept = fc.array(
    fc.record({
      productId: fc.integer({ min: 101, max: 114 }),
      keptPercent: fc.integer({ min: 0, max: 100 }),
    }),
  );
  fc.assert(
    fc.property(...asked, kept, (needs, lines, offers, leastMarginPercent, keptBeside) => {
      const leftOut = [101, 104];
      const by = { kept: keptBeside, leftOut, leastMarginPercent };
      const found = recommendFurther(needs, lines, offers, by);
      expect(found.length).toBeLessThanOrEqual(2);
      expect(recommendFurther(needs, lines, offers.toReversed(), by)).toEqual(found);
      for (const { offer, isNeeded, keptPercent } of found) {
        expect(leftOut).not.toContain(offer.productId);
        expect(maySell(offer, lines, leastMarginPercent)).toBe(true);
        expect(isNeeded || keptPercent >= 10).toBe(true);
      }
    }),
    settings,
  );
});

test('the least price leaves the margin, and a unit less does not', () => {
  const amounts = [fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 90 })] as const;
  fc.assert(
    fc.property(...amounts, (cost, percent) => {
      const price = leastPriceMinor(cost, percent);
      expect((price - cost) * 100).toBeGreaterThanOrEqual(price * percent);
      const isLess = (price - 1 - cost) * 100 < (price - 1) * percent;
      expect(price === 0 || isLess).toBe(true);
    }),
    settings,
  );
});
