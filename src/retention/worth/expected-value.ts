/** What is known of one subscriber and one offer. Money is in minor units. */
export type Chances = {
  /** p: how likely it is that they leave when nothing is done, 0 to 1. */
  leaveChance: number;
  /** V: what they bring from now on if they stay. */
  valueMinor: number;
  /** c: what speaking to them costs, whatever they answer. */
  contactMinor: number;
  /** d: what the offer costs if it is taken. */
  incentiveMinor: number;
  /** θ: of those who would leave, the share whom the offer keeps. */
  saveRate: number;
  /** u: of those who would stay anyway, the share that takes the offer too. */
  takeUp: number;
  /** ω: of those who would stay anyway, the share that leaves because they were reminded. */
  harm: number;
};

/**
 * By how much an offer makes leaving less likely: τ = p·θ − (1 − p)·ω. Below zero, contact does
 * more harm than good.
 */
export function savedChance({ leaveChance: p, saveRate, harm }: Chances): number {
  return p * saveRate - (1 - p) * harm;
}

/**
 * What an offer is expected to bring, in minor units: EV = τ·V − c − d·[p·θ + (1 − p)·u].
 * It pays for itself above zero, and of several the largest is the best.
 */
export function expectedValue(chances: Chances): number {
  const { leaveChance: p, valueMinor, contactMinor, incentiveMinor, saveRate, takeUp } = chances;
  const isTaken = p * saveRate + (1 - p) * takeUp;
  return savedChance(chances) * valueMinor - contactMinor - incentiveMinor * isTaken;
}

/** So many would-be leavers an agreed rate weighs. */
const PRIOR_WEIGHT = 20;

/**
 * A share that is learnt from few: as many made-up trials as the weight says, which went as the
 * prior says, are counted among what was seen. It begins at the prior and goes to what is seen.
 */
export function shrunkShare(seen: { kept: number; tried: number }, prior: number): number {
  return (seen.kept + prior * PRIOR_WEIGHT) / (seen.tried + PRIOR_WEIGHT);
}
