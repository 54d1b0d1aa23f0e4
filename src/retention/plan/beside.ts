import { randomOf, shuffled } from '../model/random.ts';
import { everyRow } from '../model/table.ts';
import type { Candidate } from './at-stake.ts';
import type { Limits, Option, Plan } from './choose-actions.ts';
import { inOrder } from './in-order.ts';

const orders = ['risk', 'value', 'rule', 'random'] as const;
/** What orders go by. */
export type Ranked = Pick<Candidate, 'leaveChance' | 'valueMinor' | 'isByRule'>;
export type OtherPlan = { order: (typeof orders)[number]; plan: Plan };

/**
 * What the same money and calls would bring, spent as lists are worked through that know less: the
 * likeliest to leave first, the dearest first, all whose term ends within 45 days or whose house
 * had a fault within 30, or in no order at all.
 */
export function besidePlan(
  { people, options }: { people: readonly Ranked[]; options: readonly (readonly Option[])[] },
  limits: Limits,
): OtherPlan[] {
  const all = Array.from(shuffled(everyRow(people.length), randomOf(1)));
  const by = (of: (at: number) => number): number[] => all.toSorted((a, b) => of(b) - of(a));
  const lists: Record<(typeof orders)[number], number[]> = {
    risk: by((at) => people[at]?.leaveChance ?? 0),
    value: by((at) => people[at]?.valueMinor ?? 0),
    rule: all.filter((at) => people[at]?.isByRule),
    random: all,
  };
  return orders.map((order) => ({ order, plan: inOrder(options, lists[order], limits) }));
}
