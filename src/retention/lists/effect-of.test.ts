import { expect, test } from 'vitest';
import { randomOf } from '../model/random.ts';
import { type Arm, effectOf, horizons, profitOf } from './effect-of.ts';
import { sampleOf } from './sample-of.ts';

const arm = (people: number, left: number): Arm => ({
  people,
  left: { 30: left, 90: left, 180: left },
});
const needed = { treated: 300, held: 50 };

test('nothing is told before the days are over, nor of fewer than were needed', () => {
  const given = { treated: arm(300, 30), held: arm(50, 20), daysGone: 89, needed };
  expect(horizons.map((days) => effectOf(given, days).silence)).toEqual([null, 'early', 'early']);
  const few = effectOf({ ...given, held: arm(49, 20), daysGone: 200 }, 90);
  expect(few).toEqual({
    days: 90,
    silence: 'few',
    leftTreated: null,
    leftHeld: null,
    effect: null,
  });
});

test('the effect is by how much fewer left, and the profit what they are worth less the cost', () => {
  const given = { treated: arm(850, 85), held: arm(150, 45), daysGone: 90, needed };
  const { effect } = effectOf(given, 90);
  expect(effect?.difference).toBeCloseTo(0.2);
  if (!effect) throw new Error('there is enough');
  const profit = profitOf(effect, { treated: 850, valueMinor: 1000, spentMinor: 50_000 });
  expect(profit.minor).toBe(120_000);
  expect(profit.low).toBeLessThan(profit.minor);
  expect(profit.high).toBeGreaterThan(profit.minor);
});

const chances = [0.03, 0.08, 0.2];
const people = Array.from({ length: 4000 }, (_, at) => ({
  leaveChance: chances[at % 3] ?? 0,
  option: { savedChance: 0.02 },
}));

test('before the start it is said how many are needed, and what so many can show', () => {
  const sample = sampleOf(people, { holdPercent: 15, leastPoints: 3 });
  expect(sample).toMatchObject({ treated: 3400, held: 600 });
  expect(sample.expectedPoints).toBeCloseTo(2);
  expect(sample.neededTreated / (sample.neededTreated + sample.neededHeld)).toBeCloseTo(0.85, 2);
  const again = sampleOf(people, { holdPercent: 15, leastPoints: sample.visiblePoints });
  expect(again.neededHeld).toBe(600);
  expect(sampleOf([], { holdPercent: 15, leastPoints: 3 })).toMatchObject({ treated: 0, held: 0 });
});

/** What a list shows in which each stays or leaves alike, whether treated or held out. */
function nothingDone(seed: number, kept: number) {
  const random = randomOf(seed);
  const [treated, held] = [arm(0, 0), arm(0, 0)];
  for (const { leaveChance } of people) {
    const isHeld = random() < 0.15;
    const own = isHeld ? held : treated;
    own.people += 1;
    if (random() < leaveChance * (isHeld ? 1 : 1 - kept)) own.left[90] += 1;
  }
  return effectOf({ treated, held, daysGone: 90, needed: { treated: 1, held: 1 } }, 90).effect;
}

/** Fixed beforehand. */
const seeds = Array.from({ length: 100 }, (_, at) => at + 1);

test('a list of which nothing comes shows no effect in 90 of 100 at least', () => {
  const told = seeds.map((seed) => nothingDone(seed, 0));
  expect(told.filter((one) => one && one.low <= 0 && one.high >= 0).length).toBeGreaterThanOrEqual(
    90,
  );
});

test('one that keeps half of the leavers shows it in four of five', () => {
  const told = seeds.map((seed) => nothingDone(seed, 0.5));
  expect(told.filter((one) => one && one.low > 0).length).toBeGreaterThanOrEqual(80);
});
