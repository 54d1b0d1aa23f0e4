import type { Ctx } from '../../kernel/context.ts';
import { paybackOf } from './lifetime.ts';
import { readCohorts } from './read-cohorts.ts';
import { readMonths } from './read-months.ts';

export type Worth = {
  month: string;
  /** What winning one has cost in the month. */
  cacMinor: number | null;
  /** What one who was connected in the month brings within the horizon. */
  lifetimeMinor: number | null;
  /** How many months of margin its cost takes. */
  paybackMonths: number | null;
};

/** What a sale of each month cost and brings, as the economics of sales tell it; for others. */
export async function readWorth(ctx: Ctx, months: number): Promise<Worth[]> {
  const [byMonth, { cohorts, pace }] = await Promise.all([
    readMonths(ctx, months),
    readCohorts(ctx, months),
  ]);
  const lifetimes = new Map(cohorts.map(({ cohort, lifetimeMinor }) => [cohort, lifetimeMinor]));
  return byMonth.map(({ month, cacMinor }) => ({
    month,
    cacMinor,
    lifetimeMinor: lifetimes.get(month) ?? null,
    paybackMonths: paybackOf(cacMinor, pace.marginMinor),
  }));
}
