import { neededTries } from '../../kernel/statistics/differences.ts';

export type Sample = {
  treated: number;
  held: number;
  /** The share of the list thought to leave within a quarter when nothing is done. */
  baseShare: number;
  /** By how many points fewer are thought to leave by what is done. */
  expectedPoints: number;
  /** How many it takes to see the difference asked for, in four cases of five. */
  neededTreated: number;
  neededHeld: number;
  /** The least difference that a list of this size shows in four cases of five. */
  visiblePoints: number;
};

type Whom = { leaveChance: number; option: { savedChance: number } };

const HALVINGS = 40;

/** What a list of these people could show before anything is begun. */
export function sampleOf(
  people: readonly Whom[],
  { holdPercent, leastPoints }: { holdPercent: number; leastPoints: number },
): Sample {
  const count = people.length;
  const held = Math.round((count * holdPercent) / 100);
  const mean = (of: (one: Whom) => number): number =>
    count === 0 ? 0 : people.reduce((sum, one) => sum + of(one), 0) / count;
  const baseShare = mean(({ leaveChance }) => leaveChance);
  const needed = (points: number) => neededTries(baseShare, points / 100, 1 - holdPercent / 100);
  let [low, high] = [0, 100];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    if (needed(middle).first > held) low = middle;
    else high = middle;
  }
  const { first, second } = needed(leastPoints);
  return {
    treated: count - held,
    held,
    baseShare,
    expectedPoints: 100 * mean(({ option }) => option.savedChance),
    neededTreated: second,
    neededHeld: first,
    visiblePoints: high,
  };
}
