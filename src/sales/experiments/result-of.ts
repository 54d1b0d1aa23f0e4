import {
  type Difference,
  differenceOfMeans,
  differenceOfShares,
  isUneven,
} from '../../kernel/statistics/differences.ts';

/** What came of the deals of one version; of sold ones the price a month. */
export type Arm = {
  begun: number;
  /** Of the first that are needed, those of which it is known what came of them. */
  settled: number;
  /** Of the settled ones. */
  sold: number;
  meanMinor: number | null;
  /** Null where fewer than two were sold. */
  varianceMinor: number | null;
};

type Given = { number: number; needed: number; arm: Arm };
/** Sold ones and their price are told only together with a result. */
type Side = {
  number: number;
  begun: number;
  settled: number;
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
 * What an experiment tells: nothing before it is known what came of as many deals as were said to
 * be needed, for whoever looks at a half of them sees what is not there; and afterwards no more
 * than that, for whoever looks on until it pleases sees it sooner or later. Of prices nothing
 * before enough of both were sold.
 */
export function resultOf(first: Given, second: Given, secondShare: number): Told {
  const isEnough = [first, second].every(({ arm, needed }) => arm.settled >= needed);
  const areSold = [first, second].every(({ arm }) => arm.sold >= LEAST_SOLD);
  const arms = [first.arm, second.arm] as const;
  return {
    first: sideOf(first, isEnough),
    second: sideOf(second, isEnough),
    shares: isEnough ? differenceOfShares(triedOf(arms[0]), triedOf(arms[1])) : null,
    prices: isEnough && areSold ? differenceOfMeans(sampleOf(arms[0]), sampleOf(arms[1])) : null,
    isUneven: isUneven(first.arm.begun, second.arm.begun, secondShare),
  };
}

const sideOf = ({ number, needed, arm }: Given, isEnough: boolean): Side => ({
  number,
  begun: arm.begun,
  settled: arm.settled,
  needed,
  sold: isEnough ? arm.sold : null,
  averageMinor: isEnough && arm.meanMinor !== null ? Math.round(arm.meanMinor) : null,
});

const triedOf = ({ settled, sold }: Arm) => ({ successes: sold, tries: settled });

const sampleOf = ({ sold, meanMinor, varianceMinor }: Arm) => ({
  count: sold,
  mean: meanMinor ?? 0,
  variance: varianceMinor ?? 0,
});
