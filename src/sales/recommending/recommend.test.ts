import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bundle, leastPriceMinor } from '../../catalog/index.ts';
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
  connectionFeeMinor: fc.constantFrom(0, 0, 0, 30_000),
});
const offersOf: fc.Arbitrary<Offer[]> = fc.array(offerOf, { maxLength: 14 }).map((list) =>
  list.map((one, at) => ({
    ...one,
    versionId: at + 1,
    productId: at + 101,
    service: 'internet',
    name: `№ ${at}`,
  })),
);
const priceOf = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), value: fc.integer({ min: 1, max: 9999 }) }),
  fc.record({
    kind: fc.constant('price' as const),
    value: fc.integer({ min: 1, max: 20 }).map((tens) => tens * 10_000),
  }),
);
// The largest come first, as the catalogue gives them.
const bundlesOf = (ids: readonly number[]): fc.Arbitrary<Bundle[]> =>
  fc
    .array(
      fc.record({
        productIds: fc.subarray([...ids], {
          minLength: Math.min(2, ids.length),
          maxLength: Math.min(4, ids.length),
        }),
        price: priceOf,
      }),
      { maxLength: ids.length < 2 ? 0 : 20 },
    )
    .map((list) =>
      list
        .map(({ productIds, price }, at) => ({ id: at + 1, name: '', productIds, ...price }))
        .toSorted((a, b) => b.productIds.length - a.productIds.length || a.id - b.id),
    );
const onSale = offersOf.chain((offers) =>
  fc.record({
    offers: fc.constant(offers),
    bundles: bundlesOf(offers.map(({ productId }) => productId)),
    leastMarginPercent: fc.integer({ min: 0, max: 60 }),
  }),
);
const asked = [needsOf, fc.array(lineOf, { maxLength: 4 }), onSale] as const;
/** A small home with fibre, so that much fits. */
const small = needsOf.map((needs) => ({ ...needs, people: 1, devices: 1, speedNowKbps: null }));
const fibre: Line = { technology: 'ftth', topSpeedKbps: 1_000_000, isStopped: false };
const allowed = onSale.map((sale) => ({
  ...sale,
  offers: sale.offers.map((one) => ({ ...one, isEligible: true, technologies: [] })),
}));
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
      fc.property(...asked, (needs, lines, sale) => {
        const { first, alternatives } = recommend(needs, lines, sale);
        for (const choice of first ? [first, ...alternatives] : []) {
          const { tariff, tvPackage, also, line } = choice;
          expect(tariff.kind).toBe('tariff');
          expect(tariff.speedKbps).toBeGreaterThanOrEqual(neededKbps(needs));
          expect(line.isStopped).toBe(false);
          const isTvWanted = needs.uses.includes('tv');
          const hasTv = tariff.tvChannels !== null || (tvPackage?.tvChannels ?? null) !== null;
          expect(hasTv || !isTvWanted).toBe(true);
          for (const offer of [tariff, ...(tvPackage ? [tvPackage] : []), ...also]) {
            const monthlyFeeMinor =
              offer.monthlyFeeMinor - (choice.offMinor.get(offer.productId) ?? 0);
            const told = { ...offer, monthlyFeeMinor };
            expect(maySell(told, [line], sale.leastMarginPercent)).toBe(true);
          }
        }
      }),
      settings,
    );
  });

  test('is in a bundle only where what is needed costs more without it, and costs what it says', () => {
    let bundled = 0;
    let more = 0;
    fc.assert(
      fc.property(small, allowed, (needs, sale) => {
        const lines = [fibre];
        const { first } = recommend(needs, lines, sale);
        if (!first) return;
        const { tariff, tvPackage, also, bundle, offMinor, feeMinor, isOverBudget } = first;
        const all = [tariff, ...(tvPackage ? [tvPackage] : []), ...also];
        const own = all.reduce((sum, { monthlyFeeMinor }) => sum + monthlyFeeMinor, 0);
        expect(feeMinor).toBe(own - [...offMinor.values()].reduce((sum, one) => sum + one, 0));
        expect(also.length === 0 || bundle !== null).toBe(true);
        if (!bundle) return;
        bundled += 1;
        more += also.length;
        expect(feeMinor).toBeLessThan(bundle.apartMinor);
        const parts = sale.bundles.find(({ id }) => id === bundle.id)?.productIds ?? [];
        expect(parts.every((id) => all.some(({ productId }) => productId === id))).toBe(true);
        expect(also.every(({ connectionFeeMinor }) => connectionFeeMinor === 0)).toBe(true);
        // Whoever takes only what nobody named pays no more for it than for the rest alone.
        const lacking = needs.uses.filter((use) => use !== 'tv' && !tariff.serves.includes(use));
        const isServed = also.some(({ serves }) => serves.some((use) => lacking.includes(use)));
        const alone = recommend(needs, lines, { ...sale, offers: [...all], bundles: [] }).first;
        expect(isServed || feeMinor < (alone?.feeMinor ?? Infinity)).toBe(true);
        const apart = recommend(needs, lines, { ...sale, bundles: [] }).first;
        expect(apart?.isOverBudget || !isOverBudget).toBe(true);
      }),
      { ...settings, numRuns: runs(1000, 20_000) },
    );
    expect(bundled).toBeGreaterThan(10);
    expect(more).toBeGreaterThan(5);
  });

  test('goes over a slower line where a bundle that costs less is given over that alone', () => {
    const common = { service: 'internet', connectionFeeMinor: 0, costMinor: 0, serves: [] };
    const may = { ...common, isEligible: true, tvChannels: null, technologies: [] };
    const plan = { ...may, kind: 'tariff', versionId: 1, productId: 1, name: 'Дом 50' };
    const tariff = { ...plan, speedKbps: 50_000, monthlyFeeMinor: 60_000 } as Offer;
    const phone = { ...may, kind: 'addon', versionId: 2, productId: 2, name: 'Телефон' };
    const part = { ...phone, speedKbps: null, monthlyFeeMinor: 20_000, technologies: ['dsl'] };
    const bundle: Bundle = {
      id: 7,
      name: 'Вместе',
      productIds: [1, 2],
      kind: 'price',
      value: 50_000,
    };
    const dsl: Line = { technology: 'dsl', topSpeedKbps: 60_000, isStopped: false };
    const offers = [tariff, part as Offer];
    const needs = { people: 1, devices: 1, uses: [], speedNowKbps: null, budgetMinor: null };
    const over = (lines: Line[], bundles = [bundle]) => {
      const { first } = recommend(needs, lines, { offers, bundles, leastMarginPercent: 0 });
      return [first?.line.technology, first?.bundle?.id, first?.feeMinor];
    };
    expect(over([fibre, dsl])).toEqual(['dsl', 7, 50_000]);
    expect(over([fibre, dsl], [])).toEqual(['ftth', undefined, 60_000]);
    expect(over([fibre, { ...dsl, isStopped: true }])).toEqual(['ftth', undefined, 60_000]);
    expect(over([fibre, { ...dsl, topSpeedKbps: 40_000 }])[0]).toBe('ftth');
  });

  test('is one where anything covers the need, and the same in whatever order offers come', () => {
    fc.assert(
      fc.property(...asked, (needs, lines, sale) => {
        const found = recommend(needs, lines, sale);
        const offers = sale.offers.toReversed();
        const turned = recommend(needs, lines.toReversed(), { ...sale, offers });
        expect(turned).toEqual(found);
        expect(found.alternatives.length).toBeLessThanOrEqual(2);
        const covers = offers.some(
          (one) =>
            one.kind === 'tariff' &&
            one.speedKbps !== null &&
            one.speedKbps >= neededKbps(needs) &&
            (one.tvChannels !== null || !needs.uses.includes('tv')) &&
            maySell(one, lines, sale.leastMarginPercent),
        );
        expect(!covers || found.first !== null).toBe(true);
      }),
      settings,
    );
  });

  test('is above a hundred megabits where the need and the line allow and the budget bears it', () => {
    fc.assert(
      fc.property(...asked, (needs, lines, sale) => {
        const { first } = recommend(needs, lines, sale);
        const isFast = (one: Offer): boolean =>
          one.kind === 'tariff' &&
          (one.speedKbps ?? 0) > Math.max(HUNDRED_KBPS, neededKbps(needs)) &&
          one.tvChannels !== null &&
          one.monthlyFeeMinor <= (needs.budgetMinor ?? one.monthlyFeeMinor) &&
          maySell(one, lines, sale.leastMarginPercent);
        const isWanted = neededKbps(needs) >= WANTS_MORE_KBPS && sale.offers.some(isFast);
        expect(!isWanted || (first?.tariff.speedKbps ?? 0) > HUNDRED_KBPS).toBe(true);
      }),
      settings,
    );
  });

  test('leaves the operator most of what fits alike', () => {
    const plan = { kind: 'tariff', service: 'internet', connectionFeeMinor: 0, technologies: [] };
    const rest = { tvChannels: null, serves: [], speedKbps: 300_000, isEligible: true };
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
    const sale = { offers, bundles: [], leastMarginPercent: 20 };
    const { first } = recommend({ ...needs, budgetMinor: null }, [line], sale);
    expect(first?.tariff.versionId).toBe(2);
    const tight = recommend({ ...needs, budgetMinor: 70_000 }, [line], sale);
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
    fc.property(...asked, kept, (needs, lines, { offers, leastMarginPercent }, keptBeside) => {
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
