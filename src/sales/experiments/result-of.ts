import {
  type Difference,
  differenceOfMeans,
  differenceOfShares,
  isUneven,
} from '../../kernel/statistics/differences.ts';

/** What came of the deals of one version; of sold ones the price a month. */
export type Arm = {
  deals: number;
  sold: number;
  meanMinor: number | null;
  /** Null where fewer than two were sold. */
  varianceMinor: number | null;
};

type Given = { number: number; needed: number; arm: Arm };
/** Sold ones and their price are told only together with a result. */
type Side = {
  number: number;
  deals: number;
  needed: number;
  sold: number | null;
  averageMinor: number | null;
};
type Told = {
  first: Side;
  second: Side;
  shares: Difference | null;
  prices: Difference | null;
  isUneven: boolean;
};

/** A mean of fewer is far from normal, for prices are a few sums and not a bell. */
export const LEAST_SOLD = 30;

/**
 * What an experiment tells: nothing before as many deals began as were said to be needed, for
 * whoever looks at a half of them sees what is not there. Of prices nothing before enough of both
 * were sold.
 */
export function resultOf(first: Given, second: Given, secondShare: number): Told {
  const isEnough = [first, second].every(({ arm, needed }) => arm.deals >= needed);
  const areSold = [first, second].every(({ arm }) => arm.sold >= LEAST_SOLD);
  const arms = [first.arm, second.arm] as const;
  return {
    first: sideOf(first, isEnough),
    second: sideOf(second, isEnough),
    shares: isEnough ? differenceOfShares(triedOf(arms[0]), triedOf(arms[1])) : null,
    prices: isEnough && areSold ? differenceOfMeans(sampleOf(arms[0]), sampleOf(arms[1])) : null,
    isUneven: isUneven(first.arm.deals, second.arm.deals, secondShare),
  };
}

const sideOf = ({ number, needed, arm }: Given, isEnough: boolean): Side => ({
  number,
  deals: arm.deals,
  needed,
  sold: isEnough ? arm.sold : null,
  averageMinor: isEnough && arm.meanMinor !== null ? Math.round(arm.meanMinor) : null,
});

const triedOf = ({ deals, sold }: Arm) => ({ successes: sold, tries: deals });

const sampleOf = ({ sold, meanMinor, varianceMinor }: Arm) => ({
  count: sold,
  mean: meanMinor ?? 0,
  variance: varianceMinor ?? 0,
});
