import type { makePlan } from '../retention/index.ts';
import { causesAt, chanceOf } from './life.ts';
import { monthsBetween } from './months.ts';
import { type DemoPlan, hasCompetitorOf, subscriberAt } from './subscriber-at.ts';

type Made = Awaited<ReturnType<typeof makePlan>>;
type Choice = Pick<Made['options'][number][number], 'action' | 'incentiveMinor' | 'slots'>;

/** Which cause each action takes away. */
const answers: Record<string, readonly string[]> = {
  repair: ['quality'],
  apology: ['service'],
  deferral: [],
  tariff: ['price'],
  bonus: ['competitor', 'term', 'price'],
};
/** Of would-be leavers whose main cause an action answers so many stay; of others none. */
const KEPT = 0.3;
/** Of those who would stay so many take what is given. */
const TAKEN = 0.4;

/**
 * What doing something for a subscriber of the demo truly brings: by the causes that really move
 * them this month, and not by what is told of them.
 */
export function trueGain(
  demo: DemoPlan,
  index: number,
  of: { valueMinor: number; contactMinor: number },
  { action, incentiveMinor, slots }: Choice,
): number {
  const one = subscriberAt(demo, index);
  const causes = causesAt(
    { plan: one.plan, today: demo.today, hasCompetitor: hasCompetitorOf(one) },
    one.life,
    0,
    monthsBetween(one.life.joinedAt, demo.today),
  );
  const leaves = 1 - (1 - chanceOf(causes)) ** 3;
  const [main] = Object.entries(causes).toSorted(([, a], [, b]) => b - a)[0] ?? [''];
  const kept = (answers[action] ?? []).includes(main) ? KEPT : 0;
  const isTaken = leaves * kept + (1 - leaves) * TAKEN;
  return leaves * kept * of.valueMinor - slots * of.contactMinor - incentiveMinor * isTaken;
}
