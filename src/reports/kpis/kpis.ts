/** What was counted in a month, and who was here at its two ends. */
export type Month = {
  sum: (measure: string) => Sum;
  before: Sum;
  after: Sum;
};

export type Sum = { count: number; minor: number };

export const dimensions = [
  'district',
  'technology',
  'tariff',
  'reason',
  'channel',
  'agent',
  'source',
] as const;
export type Dimension = (typeof dimensions)[number];

/** What is counted besides accounts. */
export const factKinds = ['contact', 'wish', 'sale', 'outage'] as const;
export type FactKind = (typeof factKinds)[number];

/** One figure: how it comes of what is counted, and the rows that stand behind it. */
export type Kpi = {
  unit: 'count' | 'money' | 'share' | 'minutes' | 'months';
  /** Which way is better. */
  good: 'up' | 'down';
  of: (month: Month) => number | null;
  /**
   * The rows behind it: those who were here at the end, or what was counted in the month; of a
   * share of `whole`, the others of it can be seen too. Rows that are no accounts tell `kind`.
   */
  rows: { measure: string; adds: 'count' | 'minor'; kind?: FactKind; whole?: string };
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

const facts = (
  kind: FactKind,
  measure: string,
  good: Kpi['good'],
  by: Kpi['dimensions'],
): Kpi & { rows: { kind: FactKind } } => ({
  unit: 'count',
  good,
  of: ({ sum }) => sum(measure).count,
  rows: { measure, adds: 'count', kind },
  dimensions: by,
});

/** Which share of facts counted as `whole` counts as `measure` too. */
const shareOf = (
  kind: FactKind,
  [measure, whole]: readonly [string, string],
  good: Kpi['good'],
  by: Kpi['dimensions'],
): Kpi & { rows: { kind: FactKind } } => ({
  unit: 'share',
  good,
  of: ({ sum }) => share(sum(measure).count, sum(whole).count),
  rows: { measure, adds: 'count', kind, whole },
  dimensions: by,
});

const ofContacts = ['channel', 'agent', 'district'] as const;
const ofWishes = ['reason', 'agent', 'district'] as const;

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
  contacts: facts('contact', 'contacts', 'down', ofContacts),
  touch_kept: shareOf('contact', ['touch_kept', 'touch_decided'], 'up', ofContacts),
  contacts_again: shareOf('contact', ['contacts_again', 'contacts_known'], 'down', ofContacts),
  solved_first: shareOf('contact', ['contacts_solved', 'contacts_first'], 'up', ofContacts),
  wishes: facts('wish', 'wishes', 'down', ofWishes),
  saved: shareOf('wish', ['wishes_saved', 'wishes_known'], 'up', ofWishes),
  sales: facts('sale', 'sales', 'up', ['source', 'agent', 'district']),
  sales_monthly: {
    unit: 'money',
    good: 'up',
    of: ({ sum }) => sum('sales').minor,
    rows: { measure: 'sales', adds: 'minor', kind: 'sale' },
    dimensions: ['source', 'agent', 'district'],
  },
  outage_minutes: {
    unit: 'minutes',
    good: 'down',
    of: ({ sum, after }) => (after.count > 0 ? sum('outages').minor / after.count : null),
    rows: { measure: 'outages', adds: 'minor', kind: 'outage' },
    dimensions: everywhere,
  },
} as const satisfies Record<string, Kpi>;

export type KpiKey = keyof typeof kpis;
export const kpiKeys = Object.keys(kpis) as [KpiKey, ...KpiKey[]];

/** Of what kind the rows behind a figure are, where they are not accounts. */
export const factKindOf = (key: KpiKey): FactKind | undefined => {
  const { rows }: Kpi = kpis[key];
  return rows.kind;
};

/** What sales cost and bring: counted by their own economics, told here as it stands there. */
export const worthKeys = ['cac', 'lifetime', 'payback'] as const;
export type WorthKey = (typeof worthKeys)[number];
