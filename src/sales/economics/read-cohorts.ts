import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { monthOf } from '../../kernel/month-of.ts';
import { thisMonth } from '../months.ts';
import {
  type CohortMonth,
  type CohortWorth,
  HORIZON_MONTHS,
  type Pace,
  paceOf,
  restOf,
  worthOf,
} from './lifetime.ts';

/** Months whose pace is expected to go on: the last whole ones. */
const PACE_MONTHS = 6;

export type Cohorts = {
  cohorts: CohortWorth[];
  pace: Pace;
  /** Of one that is connected now, within the horizon. */
  lifetimeMinor: number | null;
  countedOn: string | null;
  /** Of subscriptions that go on, of which share the cost is known. */
  knownCostShare: number | null;
};

/** What accounts of each month of connection have brought, and what they will. */
export async function readCohorts(ctx: Ctx, months: number): Promise<Cohorts> {
  const current = thisMonth(ctx);
  // cohort_months_pkey; a row for each cohort and month of three years at most
  const { rows } = await sql<CohortMonth>`
    select cohort, month, connected, alive, revenue_minor, cost_minor
    from   cohort_months
    where  month > ${monthOf(current, -HORIZON_MONTHS)}
    order  by month`.execute(ctx.db);
  const counted = await sql<{ countedOn: string; share: number | null }>`
    select counted_on, costed::float8 / nullif(subscriptions, 0) as share
    from   cohort_counts order by month desc limit 1`.execute(ctx.db);
  const whole = Array.from({ length: PACE_MONTHS }, (_, at) => monthOf(current, -1 - at));
  const pace = paceOf(rows, whole);
  const from = monthOf(current, 1 - months);
  // Months are counted from the latest back: of an earlier cohort a part alone is known by now.
  const first = rows[0]?.month ?? current;
  const own = rows.filter(({ cohort }) => cohort >= from && cohort >= first);
  const rest = restOf(pace, HORIZON_MONTHS - 1);
  return {
    cohorts: worthOf(own, pace, current).toSorted((a, b) => b.cohort.localeCompare(a.cohort)),
    pace,
    lifetimeMinor: rest === null ? null : Math.round((pace.marginMinor ?? 0) + rest),
    countedOn: counted.rows[0]?.countedOn ?? null,
    knownCostShare: counted.rows[0]?.share ?? null,
  };
}
