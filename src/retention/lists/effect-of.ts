import { differenceOfShares } from '../../kernel/statistics/differences.ts';

export const horizons = [30, 90, 180] as const;
export type Horizon = (typeof horizons)[number];

/** All who were chosen, treated or held out, whatever came of treating them. */
export type Arm = { people: number; left: Record<Horizon, number> };

export type Effect = {
  days: Horizon;
  /** Why nothing is told yet: the days are not over, or too few were chosen. */
  silence: 'early' | 'few' | null;
  leftTreated: number | null;
  leftHeld: number | null;
  /** How much smaller the share is that left of the treated, with 95 % certainty. */
  effect: { difference: number; low: number; high: number } | null;
};

type Given = {
  treated: Arm;
  held: Arm;
  daysGone: number;
  needed: { treated: number; held: number };
};

/**
 * By intention to treat: whoever was chosen counts where chance has put them, also when nobody
 * reached them, for else only the willing would be compared with all. Nothing is told of fewer than
 * were said to be needed before the start.
 */
export function effectOf({ treated, held, daysGone, needed }: Given, days: Horizon): Effect {
  const isFew = treated.people < needed.treated || held.people < needed.held;
  const silence = daysGone < days ? 'early' : isFew ? 'few' : null;
  if (silence !== null) return { days, silence, leftTreated: null, leftHeld: null, effect: null };
  const [leftTreated, leftHeld] = [treated.left[days], held.left[days]];
  const effect = differenceOfShares(
    { successes: leftTreated, tries: treated.people },
    { successes: leftHeld, tries: held.people },
  );
  return { days, silence, leftTreated, leftHeld, effect };
}

export type Profit = { minor: number; low: number; high: number };

/** What was gained in all: who stayed because of it, at what they are worth, less the cost. */
export function profitOf(
  { difference, low, high }: NonNullable<Effect['effect']>,
  { treated, valueMinor, spentMinor }: { treated: number; valueMinor: number; spentMinor: number },
): Profit {
  const of = (share: number): number => Math.round(share * treated * valueMinor - spentMinor);
  return { minor: of(difference), low: of(low), high: of(high) };
}
