import type { Limits, Option, Plan } from './choose-actions.ts';

/**
 * What comes of going through people in an order and doing the best for each, whatever it brings,
 * while money and calls last: how lists of the riskiest, or of the dearest, are worked through.
 */
export function inOrder(
  people: readonly (readonly Option[])[],
  order: readonly number[],
  limits: Limits,
): Plan {
  const chosen = new Int16Array(people.length).fill(-1);
  const plan: Plan = { chosen, gainMinor: 0, costMinor: 0, slots: 0, perMoney: 0, perCall: 0 };
  for (const person of order) {
    const options = people[person] ?? [];
    let at = 0;
    for (let other = 1; other < options.length; other += 1) {
      if ((options[other]?.gainMinor ?? 0) > (options[at]?.gainMinor ?? 0)) at = other;
    }
    const best = options[at];
    if (!best) continue;
    const { gainMinor, costMinor, slots } = best;
    if (plan.costMinor + costMinor > limits.budgetMinor) continue;
    if (plan.slots + slots > limits.slots) continue;
    chosen[person] = at;
    plan.gainMinor += gainMinor;
    plan.costMinor += costMinor;
    plan.slots += slots;
  }
  return plan;
}
