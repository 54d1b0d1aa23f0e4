/** What was counted in a month, and who was here at its two ends. */
export type Month = {
  sum: (measure: string) => Sum;
  before: Sum;
  after: Sum;
};

export type Sum = { count: number; minor: number };

export const dimensions = ['district', 'technology', 'tariff', 'reason'] as const;
export type Dimension = (typeof dimensions)[number];

/** One figure: how it comes of what is counted, and the rows that stand behind it. */
export type Kpi = {
  unit: 'count' | 'money' | 'share';
  /** Which way is better. */
  good: 'up' | 'down';
  of: (month: Month) => number | null;
  /** The rows behind it: those who were here at the end, or what was counted in the month. */
  rows: { measure: string; adds: 'count' | 'minor' };
  dimensions: readonly Dimension[];
};

const everywhere = ['district', 'technology'] as const;
const byTariff = [...everywhere, 'tariff'] as const;
const byReason = [...byTariff, 'reason'] as const;

const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

const counted = (measure: string, good: Kpi['good'], by: Kpi['dimensions']): Kpi => ({
  unit: 'count',
  good,
  of: ({ sum }) => sum(measure).count,
  rows: { measure, adds: 'count' },
  dimensions: by,
});

const moved = (measure: string, good: Kpi['good']): Kpi => ({
  unit: 'money',
  good,
  of: ({ sum }) => sum(measure).minor,
  rows: { measure, adds: 'minor' },
  dimensions: everywhere,
});

export const kpis = {
  base: {
    unit: 'count',
    good: 'up',
    of: ({ after }) => after.count,
    rows: { measure: 'base', adds: 'count' },
    dimensions: byTariff,
  },
  connections: counted('connections', 'up', byTariff),
  returns: counted('returns', 'up', byTariff),
  leavers: counted('leavers', 'down', byReason),
  leavers_by_wish: counted('leavers_by_wish', 'down', byReason),
  churn_gross: {
    unit: 'share',
    good: 'down',
    of: ({ sum, before }) => share(sum('leavers').count, before.count),
    rows: { measure: 'leavers', adds: 'count' },
    dimensions: byTariff,
  },
  churn_net: {
    unit: 'share',
    good: 'down',
    of: ({ sum, before }) => share(sum('leavers').count - sum('returns').count, before.count),
    rows: { measure: 'leavers', adds: 'count' },
    dimensions: byTariff,
  },
  churn_by_wish: {
    unit: 'share',
    good: 'down',
    of: ({ sum, before }) => share(sum('leavers_by_wish').count, before.count),
    rows: { measure: 'leavers_by_wish', adds: 'count' },
    dimensions: byTariff,
  },
  mrr: {
    unit: 'money',
    good: 'up',
    of: ({ after }) => after.minor,
    rows: { measure: 'base', adds: 'minor' },
    dimensions: byTariff,
  },
  arpu: {
    unit: 'money',
    good: 'up',
    of: ({ after }) => (after.count > 0 ? Math.round(after.minor / after.count) : null),
    rows: { measure: 'base', adds: 'minor' },
    dimensions: byTariff,
  },
  mrr_new: moved('mrr_new', 'up'),
  mrr_return: moved('mrr_return', 'up'),
  mrr_expansion: moved('mrr_expansion', 'up'),
  mrr_contraction: moved('mrr_contraction', 'up'),
  mrr_churn: moved('mrr_churn', 'up'),
} as const satisfies Record<string, Kpi>;

export type KpiKey = keyof typeof kpis;
export const kpiKeys = Object.keys(kpis) as [KpiKey, ...KpiKey[]];
