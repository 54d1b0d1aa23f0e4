import type { RiskFact, RiskGroup } from '../../subscribers/index.ts';
import { LEAST_REASON, REASONS } from '../model/reasons.ts';

export type Side = 'high' | 'low';
/** One reason: a fact, whether there is more or less of it than usual, and its number. */
export type Reason = { key: string; group: RiskGroup; side: Side; number: number; amount: number };

/** A fact as a version scores by it: what is usual is the median of those it learnt from. */
export type KnownFact = Pick<RiskFact, 'key' | 'group' | 'told'> & { usual: number };

/**
 * The three groups that raise a risk most, each told by its strongest fact. A fact counts only
 * where it may be told: it is known, and lies on a side that a subscriber could be told of.
 * @param parts how much each fact adds to the log-odds
 */
export function chooseReasons(
  facts: readonly (KnownFact | null)[],
  parts: Float64Array,
  numbers: (feature: number) => number,
): Reason[] {
  const groups = new Map<RiskGroup, { best: Reason; sum: number }>();
  for (const [feature, fact] of facts.entries()) {
    const amount = parts[feature] ?? 0;
    if (!fact || amount <= 0) continue;
    const number = numbers(feature);
    const side = number > fact.usual ? 'high' : number < fact.usual ? 'low' : null;
    if (side === null || !fact.told.includes(side)) continue;
    const { key, group } = fact;
    const before = groups.get(group);
    const reason = { key, group, side, number, amount } as const;
    const best = before && before.best.amount >= amount ? before.best : reason;
    groups.set(group, { best, sum: (before?.sum ?? 0) + amount });
  }
  return [...groups.values()]
    .filter(({ sum }) => sum > LEAST_REASON)
    .toSorted((a, b) => b.sum - a.sum)
    .slice(0, REASONS)
    .map(({ best, sum }) => ({ ...best, amount: sum }));
}
