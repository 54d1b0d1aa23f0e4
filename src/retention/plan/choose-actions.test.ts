import { expect, test } from 'vitest';
import { randomOf } from '../model/random.ts';
import { chooseActions, type Limits, type Option } from './choose-actions.ts';

/** People with a few options each, whose costs are whole units so that a table can be exact. */
function somePeople(count: number, seed: number): Option[][] {
  const random = randomOf(seed);
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, (_, at) => ({
      action: String(at),
      gainMinor: Math.round(random() * 2000 - 300),
      costMinor: Math.floor(random() * 20),
      slots: random() < 0.6 ? 1 : 0,
    })),
  );
}

/** The exact optimum: a table over all that may be spent and all calls. */
function optimum(people: readonly Option[][], { budgetMinor, slots }: Limits): number {
  const wide = budgetMinor + 1;
  let best = new Float64Array(wide * (slots + 1));
  for (const options of people) {
    const next = best.slice();
    for (const { gainMinor, costMinor, slots: calls } of options) {
      if (gainMinor <= 0) continue;
      for (let call = calls; call <= slots; call += 1) {
        for (let cost = costMinor; cost <= budgetMinor; cost += 1) {
          const at = call * wide + cost;
          const before = best[(call - calls) * wide + cost - costMinor] ?? 0;
          next[at] = Math.max(next[at] ?? 0, before + gainMinor);
        }
      }
    }
    best = next;
  }
  return best.at(-1) ?? 0;
}

test.each([
  [60, { budgetMinor: 120, slots: 15 }],
  [60, { budgetMinor: 60, slots: 60 }],
  [80, { budgetMinor: 900, slots: 10 }],
  [40, { budgetMinor: 80, slots: 8 }],
  [30, { budgetMinor: 10_0, slots: 0 }],
])('of %i people within a hundredth of the best there is, under %j', (count, limits) => {
  for (let seed = 1; seed <= 8; seed += 1) {
    const people = somePeople(count, seed);
    const plan = chooseActions(people, limits);
    const exact = optimum(people, limits);
    expect(plan.costMinor).toBeLessThanOrEqual(limits.budgetMinor);
    expect(plan.slots).toBeLessThanOrEqual(limits.slots);
    expect(plan.gainMinor).toBeGreaterThanOrEqual(0.99 * exact);
    expect(plan.gainMinor).toBeLessThanOrEqual(exact + 1e-6);
  }
});

test('what is told of a plan is what was chosen, at most one action each', () => {
  const people = somePeople(500, 3);
  const plan = chooseActions(people, { budgetMinor: 700, slots: 50 });
  const taken = people.flatMap((options, at) => options[plan.chosen[at] ?? -1] ?? []);
  const sum = (of: (one: Option) => number): number => taken.reduce((all, one) => all + of(one), 0);
  expect(sum((one) => one.gainMinor)).toBeCloseTo(plan.gainMinor);
  expect(sum((one) => one.costMinor)).toBe(plan.costMinor);
  expect(sum((one) => one.slots)).toBe(plan.slots);
  expect(taken.every(({ gainMinor }) => gainMinor > 0)).toBe(true);
});

test('without money and calls nothing is done, and whoever gains nothing is left alone', () => {
  expect(chooseActions(somePeople(50, 1), { budgetMinor: 0, slots: 0 }).costMinor).toBe(0);
  const harmful = [[{ action: 'call', gainMinor: -5, costMinor: 0, slots: 0 }]];
  expect(chooseActions(harmful, { budgetMinor: 100, slots: 9 }).chosen[0]).toBe(-1);
});
