import { logOdds } from '../model/logistic.ts';
import type { KnownFact } from './choose-reasons.ts';
import { fitHazard, type Hazard } from './hazard.ts';

/** A rule of the scorecard: beyond the bound on that side the odds are so many times higher. */
export type Rule = KnownFact & { side: 'high' | 'low'; bound: number; odds: number };

/**
 * What is said of leaving while a base's own history says too little: agreed rules, not learnt
 * ones, and named as such. A fact that nobody fills, or that is not known, adds nothing.
 */
const rules: readonly { key: string; side: 'high' | 'low'; bound: number; odds: number }[] = [
  { key: 'outageHours', side: 'high', bound: 4, odds: 2 },
  { key: 'outagesInQuarter', side: 'high', bound: 2.5, odds: 1.5 },
  { key: 'ticketsInQuarter', side: 'high', bound: 1.5, odds: 1.5 },
  { key: 'longestWaitMinutes', side: 'high', bound: 10, odds: 1.5 },
  { key: 'lateTickets', side: 'high', bound: 0.5, odds: 1.5 },
  { key: 'chargeRise', side: 'high', bound: 0.05, odds: 2 },
  { key: 'discountsEnding', side: 'high', bound: 0.5, odds: 1.5 },
  { key: 'isSuspended', side: 'high', bound: 0.5, odds: 3 },
  { key: 'daysSincePayment', side: 'high', bound: 62, odds: 2 },
  { key: 'competitorsAtHouse', side: 'high', bound: 0.5, odds: 1.5 },
  { key: 'monthsOfTermLeft', side: 'low', bound: 1.5, odds: 1.5 },
  { key: 'tenureMonths', side: 'low', bound: 6, odds: 1.5 },
  { key: 'usageTrend', side: 'low', bound: -0.5, odds: 2 },
  { key: 'daysSinceUse', side: 'high', bound: 21, odds: 3 },
  { key: 'lifeEvents', side: 'high', bound: 0.5, odds: 1.5 },
];

/** Until a base has told its own, so many leave a month. */
export const USUAL_LEAVING = 0.01;

/** @param monthly the share that left in a month lately, where it is known */
export function makeScorecard(
  facts: readonly Omit<KnownFact, 'usual'>[],
  monthly = USUAL_LEAVING,
): { kind: 'scorecard'; rules: Rule[]; hazard: Hazard } {
  const known = new Map(facts.map((fact) => [fact.key, fact]));
  const own = rules.flatMap((rule): Rule[] => {
    const fact = known.get(rule.key);
    return fact ? [{ ...fact, ...rule, usual: rule.bound }] : [];
  });
  const flat = fitHazard([]);
  return {
    kind: 'scorecard',
    rules: own,
    hazard: {
      intercepts: flat.intercepts.fill(logOdds(monthly)),
      // The odds of rules hold for a quarter, then they are half as telling each quarter.
      slopes: flat.slopes.map((_, month) => 0.5 ** Math.max(0, Math.floor(month / 3))),
    },
  };
}

/** How much each rule adds to the log-odds of a row. */
export function ruleParts(own: readonly Rule[], valueOf: (key: string) => number): Float64Array {
  return Float64Array.from(own, ({ key, side, bound, odds }) => {
    const value = valueOf(key);
    const holds = side === 'high' ? value > bound : value < bound;
    return holds ? Math.log(odds) : 0;
  });
}
