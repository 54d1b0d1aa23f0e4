import { sql } from 'kysely';
import type { z } from 'zod';
import { loadCatalogSettings } from '../../catalog/index.ts';
import { monthsAfter } from '../../kernel/months-after.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Effect } from '../api/terms.ts';
import type { SecondReason, TermsKind } from '../kinds.ts';
import { loadTermsSettings } from './settings.ts';

export type Weighed = z.output<typeof Effect>;
type Service = Weighed['services'][number] & { accountId: number };

export type Terms = {
  kind: TermsKind;
  value: number;
  subscriptionIds: readonly number[];
  accountId: number | null;
  fromOn: string;
  toOn: string | null;
};

const WHOLE_PERCENT = 10_000;

/** What terms take off each service by a discount, where they are no fixed price. */
export function offOf({ kind, value }: Pick<Terms, 'kind' | 'value'>): {
  percents: number[];
  sumMinor: number;
} {
  if (kind === 'free') return { percents: [WHOLE_PERCENT], sumMinor: 0 };
  if (kind === 'percent') return { percents: [value], sumMinor: 0 };
  return { percents: [], sumMinor: kind === 'sum' ? value : 0 };
}

/**
 * What a client's services cost on the first day of terms, with the discounts that stand then and
 * with the terms besides, whatever the services cost us. Services that are not the client's, or do
 * not run on that day, are left out.
 */
export async function readServices(ctx: Ctx, rootId: number, terms: Terms): Promise<Service[]> {
  const { kind, value, subscriptionIds, fromOn } = terms;
  const { leastMarginPercent } = await loadCatalogSettings(ctx);
  const { percents, sumMinor } = offOf(terms);
  const nowMinor = sql`round(discounted(h.price, g.percents, g.sums))`;
  const thenMinor =
    kind === 'fixed'
      ? sql`least(${nowMinor}, ${value}::bigint)`
      : sql`round(discounted(h.price, coalesce(g.percents, '{}') || ${percents}::bigint[],
                             coalesce(g.sums, 0) + ${sumMinor}::bigint))`;
  // subscribers_root, accounts_subscriber, subscriptions_account, discounts_account
  const { rows } = await sql<Service>`
    with held as (
      select s.id, a.id as account_id, a.number as account, p.name as product, v.cost_minor,
             coalesce(s.monthly_fee_minor, v.monthly_fee_minor)::numeric as price
      from   subscribers m
      join   accounts a on a.subscriber_id = m.id and a.state <> 'closed'
                        and a.currency = ${ctx.operator.currency}
      join   subscriptions s on s.account_id = a.id
      join   product_versions v on v.id = s.product_version_id
      join   products p on p.id = v.product_id
      where  m.root_id = ${rootId} and s.id = any(${[...subscriptionIds]}::bigint[])
      and    coalesce(s.started_on, '-infinity') <= ${fromOn}::date
      and    coalesce(s.ended_on, 'infinity') > ${fromOn}::date),
    weighed as (
      select h.*, ${nowMinor}::bigint as now_minor, ${thenMinor}::bigint as then_minor
      from   held h
      cross  join lateral (
        select array_agg(d.value order by d.id) filter (where d.kind = 'percent') as percents,
               sum(d.value) filter (where d.kind = 'sum') as sums
        from   discounts d
        where  d.account_id = h.account_id
        and   (d.subscription_id is null or d.subscription_id = h.id)
        and    d.from_on <= ${fromOn}::date and coalesce(d.to_on, 'infinity') > ${fromOn}::date) g)
    select w.id, w.account_id, w.account, w.product, w.price::bigint as price_minor, w.now_minor,
           w.then_minor, w.cost_minor,
           coalesce((w.then_minor - w.cost_minor) * 100 < w.then_minor * ${leastMarginPercent}::int,
                    false) as is_below
    from   weighed w order by w.account, w.product, w.id`.execute(ctx.db);
  return rows;
}

/** The effect of terms on price and margin, and why two would have to approve them. */
export async function weigh(
  ctx: Ctx,
  services: readonly Service[],
  terms: Terms,
): Promise<Weighed> {
  const [{ leastMarginPercent }, limits] = await Promise.all([
    loadCatalogSettings(ctx),
    loadTermsSettings(ctx),
  ]);
  const sum = (of: (one: Service) => number): number =>
    services.reduce((all, one) => all + of(one), 0);
  const nowMinor = sum((one) => one.nowMinor);
  const thenMinor = sum((one) => one.thenMinor);
  const isKnown = services.length > 0 && services.every(({ costMinor }) => costMinor !== null);
  const costMinor = isKnown ? sum((one) => one.costMinor ?? 0) : null;
  const marginOf = (minor: number): number | null =>
    costMinor === null || minor === 0 ? null : (minor - costMinor) / minor;
  const longest = monthsAfter(terms.fromOn, limits.longestMonths);
  const reasons: Record<SecondReason, boolean> = {
    below_floor: services.some(({ isBelow }) => isBelow),
    long: terms.toOn === null || terms.toOn > longest,
    dear: nowMinor - thenMinor >= limits.secondFromMinor,
  };
  return {
    currency: ctx.operator.currency,
    services: services.map(shown),
    nowMinor,
    thenMinor,
    costMinor,
    marginNow: marginOf(nowMinor),
    marginThen: marginOf(thenMinor),
    leastMarginPercent,
    secondFor: (['below_floor', 'long', 'dear'] as const).filter((reason) => reasons[reason]),
  };
}

function shown(service: Service): Weighed['services'][number] {
  const { accountId: _, ...one } = service;
  return one;
}
