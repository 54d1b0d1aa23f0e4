import { expect, test } from 'vitest';
import { sigmoid } from '../model/logistic.ts';
import { randomOf } from '../model/random.ts';
import { fitHazard, LIFE_MONTHS, lookAhead, type MonthSeen } from './hazard.ts';

const plain = { months: 36, discount: 0 };

/** Months of which the truth is known: σ(a + b·m), with b falling month by month. */
function seenMonths(count: number): MonthSeen[] {
  const random = randomOf(7);
  return [1, 0.8, 0.64].map((slope) => {
    const margins = Float64Array.from({ length: count }, () => -4 + 3 * random());
    const labels = Uint8Array.from(margins, (m) => (random() < sigmoid(-0.5 + slope * m) ? 1 : 0));
    return { margins, labels };
  });
}

test('months that were seen are told as they were, and later ones lose what is known', () => {
  const { slopes, intercepts } = fitHazard(seenMonths(60_000));
  expect(slopes[0]).toBeCloseTo(1, 0);
  expect(intercepts[0]).toBeCloseTo(-0.5, 0);
  expect(slopes[2]).toBeLessThan(slopes[0] ?? 0);
  for (let month = 3; month < LIFE_MONTHS; month += 1) {
    expect(slopes[month]).toBeLessThanOrEqual(slopes[month - 1] ?? 0);
  }
});

test('whoever is likelier to leave stays for less, and is worth less', () => {
  const hazard = fitHazard(seenMonths(20_000));
  const [calm, risky] = [-4, -1].map((margin) => lookAhead(hazard, margin, plain));
  expect(risky!.chance30).toBeGreaterThan(calm!.chance30);
  expect(risky!.chance90).toBeGreaterThan(risky!.chance60);
  expect(risky!.chance60).toBeGreaterThan(risky!.chance30);
  expect(risky!.lifetimeMonths).toBeLessThan(calm!.lifetimeMonths);
  expect(risky!.worth).toBeLessThan(calm!.worth);
});

test('with an even chance of a tenth a month life is what the sum of it says', () => {
  const flat = {
    intercepts: new Float64Array(LIFE_MONTHS).fill(Math.log(1 / 9)),
    slopes: new Float64Array(LIFE_MONTHS),
  };
  const ahead = lookAhead(flat, 5, plain);
  expect(ahead.chance30).toBeCloseTo(0.1);
  expect(ahead.chance90).toBeCloseTo(1 - 0.9 ** 3);
  // Σ 0.9^k over 36 months.
  expect(ahead.lifetimeMonths).toBeCloseTo((0.9 * (1 - 0.9 ** 36)) / 0.1);
  const discounted = lookAhead(flat, 5, { months: 12, discount: 0.01 });
  const kept = 0.9 / 1.01;
  expect(discounted.worth).toBeCloseTo((kept * (1 - kept ** 12)) / (1 - kept));
});
