import { monthOf } from '../../kernel/month-of.ts';

/** Of accounts connected in a month, how many left or were last seen after so many whole months. */
export type LifeCount = { cohort: string; months: number; gone: number; here: number };

export type Cohort = {
  cohort: string;
  connected: number;
  /** Which share stayed a month, two and so on, as far as all of them could have. */
  kept: number[];
};

/**
 * The triangle of cohorts: a month counts for a cohort once even its last day was that long ago.
 * @param before the first day that is not counted yet
 */
export function cohortsOf(counts: readonly LifeCount[], before: string): Cohort[] {
  return [...Map.groupBy(counts, ({ cohort }) => cohort)]
    .map(([cohort, own]) => {
      const connected = own.reduce((sum, { gone, here }) => sum + gone + here, 0);
      const kept: number[] = [];
      for (let months = 1; monthOf(cohort, months + 1) <= before; months += 1) {
        const lost = own.filter((one) => one.months < months);
        kept.push(1 - lost.reduce((sum, { gone }) => sum + gone, 0) / connected);
      }
      return { cohort, connected, kept };
    })
    .toSorted((a, b) => b.cohort.localeCompare(a.cohort));
}
