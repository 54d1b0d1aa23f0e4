/** Within so many months of connection a subscriber's worth is counted; further nobody can see. */
export const HORIZON_MONTHS = 36;

/** A cohort's accounts in one month. */
export type CohortMonth = {
  cohort: string;
  month: string;
  connected: number;
  alive: number;
  revenueMinor: number;
  costMinor: number;
};

export type Pace = {
  /** What one account that is there leaves in a month. */
  marginMinor: number | null;
  /** Which share of accounts is there a month later. */
  keptShare: number | null;
};

/**
 * How all cohorts did in the months given: margin is charges less the cost of what was had, by the
 * accounts that were there; kept are those of a month before that are there still.
 */
export function paceOf(rows: readonly CohortMonth[], months: readonly string[]): Pace {
  const alive = new Map(rows.map((row) => [`${row.cohort} ${row.month}`, row.alive]));
  let margin = 0;
  let accounts = 0;
  let before = 0;
  let after = 0;
  for (const row of rows) {
    if (!months.includes(row.month)) continue;
    margin += row.revenueMinor - row.costMinor;
    accounts += row.alive;
    const former = alive.get(`${row.cohort} ${previousMonth(row.month)}`);
    if (former === undefined) continue;
    before += former;
    after += row.alive;
  }
  return {
    marginMinor: accounts === 0 ? null : margin / accounts,
    keptShare: before === 0 ? null : Math.min(1, after / before),
  };
}

/**
 * What the rest of the horizon brings of one account that is there now: its margin of each month by
 * the share of accounts that will still be there, m·(s + s² + … + sⁿ).
 */
export function restOf({ marginMinor, keptShare }: Pace, monthsLeft: number): number | null {
  if (marginMinor === null || keptShare === null) return null;
  let sum = 0;
  let still = 1;
  for (let at = 0; at < monthsLeft; at += 1) {
    still *= keptShare;
    sum += still;
  }
  return marginMinor * sum;
}

/** How many months of margin the cost of winning one takes; null where there is no margin. */
export function paybackOf(cacMinor: number | null, marginMinor: number | null): number | null {
  if (cacMinor === null || marginMinor === null || marginMinor <= 0) return null;
  return cacMinor / marginMinor;
}

export type CohortWorth = {
  cohort: string;
  connected: number;
  alive: number;
  marginMinor: number;
  lifetimeMinor: number | null;
};

/** What each cohort has brought by account connected, and will bring within the horizon. */
export function worthOf(rows: readonly CohortMonth[], pace: Pace, current: string): CohortWorth[] {
  const cohorts = Map.groupBy(rows, ({ cohort }) => cohort);
  return [...cohorts].map(([cohort, months]) => {
    const last = months.reduce((one, other) => (other.month > one.month ? other : one));
    const margin = months
      .filter(({ month }) => month >= cohort)
      .reduce((sum, { revenueMinor, costMinor }) => sum + revenueMinor - costMinor, 0);
    const soFar = last.connected === 0 ? 0 : margin / last.connected;
    const age = monthsBetween(cohort, current) + 1;
    const rest = restOf(pace, Math.max(0, HORIZON_MONTHS - age));
    const here = last.connected === 0 ? 0 : last.alive / last.connected;
    return {
      cohort,
      connected: last.connected,
      alive: last.alive,
      marginMinor: Math.round(soFar),
      lifetimeMinor: rest === null ? null : Math.round(soFar + here * rest),
    };
  });
}

export function monthsBetween(from: string, to: string): number {
  const of = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return of(to) - of(from);
}

function previousMonth(month: string): string {
  const at = new Date(`${month}T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() - 1);
  return at.toISOString().slice(0, 10);
}
