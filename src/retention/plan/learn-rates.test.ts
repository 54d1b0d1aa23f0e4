import { expect, test } from 'vitest';
import { randomOf } from '../model/random.ts';
import { actions } from './actions.ts';
import { bandOf } from '../worth/bands.ts';
import { keptOf, learnRates, type Outcomes } from './learn-rates.ts';

const [repair] = actions.filter(({ key }) => key === 'repair');
if (!repair) throw new Error('a repair is an action');
const cell = (more: Partial<Outcomes>): Outcomes => ({
  listId: 1,
  action: 'repair',
  group: 'quality',
  band: 'much',
  treated: 0,
  treatedLeft: 0,
  held: 0,
  heldLeft: 0,
  spoken: 0,
  taken: 0,
  ...more,
});

test('while nothing is seen a rate is the agreed one', () => {
  const { saveRate, takeUp } = repair;
  expect(learnRates([])(repair, 'quality', 'low')).toEqual({ saveRate, takeUp, tried: 0 });
  const unheld = cell({ treated: 50, treatedLeft: 1 });
  expect(learnRates([unheld])(repair, 'quality', 'much').saveRate).toBe(saveRate);
});

test('of a hundred treated and as many held out, of whom 40 and 10 left, half of 30 of 40 counts', () => {
  expect(keptOf({ treated: 100, treatedLeft: 10, held: 100, heldLeft: 40 })).toEqual({
    kept: 15,
    tried: 20,
  });
  // (15 + 20 · 0.3) / 40: of the action nothing else is seen, and the cell counts once.
  const seen = cell({ treated: 100, treatedLeft: 10, held: 100, heldLeft: 40 });
  const ratesOf = learnRates([seen]);
  expect(ratesOf(repair, 'quality', 'much').saveRate).toBeCloseTo(0.525);
  // A cell of which nothing is known goes by the action.
  expect(ratesOf(repair, 'quality', 'low').saveRate).toBeCloseTo(0.525);
});

test('lists of unlike hold-outs are compared each by itself', () => {
  // In neither anything came of it; thrown together the one looks like the effect of the other.
  const many = cell({ treated: 800, treatedLeft: 320, held: 200, heldLeft: 80 });
  const few = cell({ listId: 2, treated: 1800, treatedLeft: 90, held: 200, heldLeft: 10 });
  const { saveRate, tried } = learnRates([many, few])(repair, 'quality', 'much');
  expect(tried).toBeCloseTo(320 * 0.2 + 90 * 0.1);
  expect(saveRate).toBeCloseTo((0.3 * 20) / (tried + 20));
});

test('what does harm keeps nobody, and a rate is never below none', () => {
  const harmful = cell({ treated: 900, treatedLeft: 300, held: 900, heldLeft: 100 });
  expect(learnRates([harmful])(repair, 'quality', 'much').saveRate).toBe(0);
});

test('with many the rate is the true one, in each band its own', () => {
  const random = randomOf(5);
  const leave = (count: number, chance: number): number =>
    Array.from({ length: count }, random).filter((draw) => draw < chance).length;
  const truth = { low: 0.1, some: 0.3, much: 0.6 } as const;
  const chances = { low: 0.05, some: 0.1, much: 0.3 } as const;
  const seen = (['low', 'some', 'much'] as const).map((band) =>
    cell({
      band,
      treated: 40_000,
      held: 10_000,
      treatedLeft: leave(40_000, chances[band] * (1 - truth[band])),
      heldLeft: leave(10_000, chances[band]),
    }),
  );
  const ratesOf = learnRates(seen);
  for (const band of ['low', 'some', 'much'] as const) {
    expect(Math.abs(ratesOf(repair, 'quality', band).saveRate - truth[band])).toBeLessThan(0.12);
    expect(bandOf(chances[band])).toBe(band);
  }
});
