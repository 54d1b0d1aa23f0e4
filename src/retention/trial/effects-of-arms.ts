import { neededTries } from '../../kernel/statistics/differences.ts';
import { type Effect, effectOf, type Horizon, horizons } from '../lists/effect-of.ts';

/** Both parts that chance has made, as far as so many days are known, and who left in these. */
export type Arms = {
  days: Horizon;
  treated: number;
  held: number;
  leftTreated: number;
  leftHeld: number;
};

/** As lists of care begin: a difference of fewer points is not looked for. */
const LEAST_SHARE = 0.02;

/** Of days of which nothing is known nobody is counted. */
export const wholeArms = (rows: readonly Arms[]): Arms[] =>
  horizons.map((days) => {
    const none = { days, treated: 0, held: 0, leftTreated: 0, leftHeld: 0 };
    return rows.find((row) => row.days === days) ?? none;
  });

type Told = { effects: Effect[]; neededTreated: number; neededHeld: number };

/**
 * What came of it after so many days, where there are enough to tell, and how many it takes for
 * the first of them.
 */
export function effectsOfArms(arms: readonly Arms[], daysGone: number): Told {
  const effects = arms.map((arm) => {
    const { days, treated, held, leftTreated, leftHeld } = arm;
    const left = (count: number) => ({ 30: count, 90: count, 180: count });
    const needed = neededOf(arm);
    return effectOf(
      {
        treated: { people: treated, left: left(leftTreated) },
        held: { people: held, left: left(leftHeld) },
        daysGone,
        needed,
      },
      days,
    );
  });
  const [first] = arms.map(neededOf);
  return { effects, neededTreated: first?.treated ?? 1, neededHeld: first?.held ?? 1 };
}

/** How many it takes of both to see such a difference, by how many leave at all. */
function neededOf({
  treated,
  held,
  leftTreated,
  leftHeld,
}: Arms): Record<'treated' | 'held', number> {
  if (held === 0 || treated === 0) return { treated: 1, held: 1 };
  const people = treated + held;
  const base = (leftTreated + leftHeld) / people;
  const { first, second } = neededTries(base, LEAST_SHARE, treated / people);
  return { treated: second, held: first };
}

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
