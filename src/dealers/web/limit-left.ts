import type { Cabinet } from './client.ts';

type Sums = Pick<Cabinet, 'balanceMinor' | 'creditLimitMinor'> & {
  held: readonly { valueMinor: number }[];
};

/** For how much a dealer may still take cards: the limit less the debt and what is in hand. */
export const limitLeft = ({ balanceMinor, creditLimitMinor, held }: Sums): number => {
  const heldMinor = held.reduce((sum, one) => sum + one.valueMinor, 0);
  return Math.max(0, creditLimitMinor + balanceMinor - heldMinor);
};
