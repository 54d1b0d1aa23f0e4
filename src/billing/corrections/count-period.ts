import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { daysOfMonth, givenForDays, leftOfFees } from './given-back.ts';

/** Days of one calendar month times the price of a day. */
export type Part = {
  subscriptionId: number;
  /** The first of those days. */
  fromOn: string;
  name: string;
  /** With the discounts of those days. */
  monthlyFeeMinor: number;
  days: number;
  daysOfMonth: number;
  amountMinor: number;
};

type Row = Part & {
  month: string;
  /** Of the fee of the subscription, and of all fees of the month, what may still be given back. */
  leftMinor: number | null;
  leftOfMonthMinor: number | null;
};

/**
 * What the days of a period cost an account: the price of a month, less discounts, over the days of
 * that month, for each calendar month by itself, as bills count it. Days on which service was not
 * given cost nothing. Of no month it comes to more than was charged and not given back by its
 * lines, or for its other days; one that nothing was charged for yet, or before charges began here,
 * counts by the price. Half a minor unit goes up, to the subscriber.
 */
export async function countPeriod(
  ctx: Ctx,
  accountId: number,
  { fromOn, toOn }: { fromOn: string; toOn: string },
): Promise<Part[]> {
  const zone = ctx.operator.timeZone;
  const account = sql`${accountId}::bigint`;
  const month = daysOfMonth(sql`month`);
  const asked = {
    fromOn: sql`greatest(month, ${fromOn}::date)`,
    toOn: sql`least(${month.toOn}, ${toOn}::date)`,
  };
  // subscriptions_account, service_breaks_account, discounts_account
  const { rows } = await sql<Row>`
    with days as (
      select d::date as "on", date_trunc('month', d)::date as month,
             tstzrange(d at time zone ${zone}, (d + interval '1 day') at time zone ${zone}) as whole
      from   generate_series(${fromOn}::timestamp, ${toOn}::timestamp, interval '1 day') d),
    gaps as (
      select coalesce(range_agg(tstzrange(began_at, ended_at)), '{}') as gaps
      from   service_breaks where account_id = ${accountId}),
    served as (
      select s.id as subscription_id, p.name, p.kind, d."on", d.month,
             coalesce(s.monthly_fee_minor, v.monthly_fee_minor) as price
      from   subscriptions s
      join   product_versions v on v.id = s.product_version_id
      join   products p on p.id = v.product_id
      join   days d on d."on" >= coalesce(s.started_on, '-infinity')
                   and d."on" < coalesce(s.ended_on, 'infinity')
      where  s.account_id = ${accountId} and not d.whole <@ (select gaps from gaps)),
    priced as (
      select s.*, discounted(s.price, g.percents, g.sums) as rate
      from   served s
      cross  join lateral (
        select array_agg(g.value order by g.id) filter (where g.kind = 'percent') as percents,
               sum(g.value) filter (where g.kind = 'sum') as sums
        from   discounts g
        where  g.account_id = ${accountId}
        and    (g.subscription_id is null or g.subscription_id = s.subscription_id)
        and    g.from_on <= s."on" and coalesce(g.to_on, 'infinity') > s."on") g),
    charged as (${leftOfFees(
      sql`ch.month in (select month from days) and ch.account_id = ${account}`,
      open,
    )}),
    months as (
      select month, sum(greatest(minor, 0)) - ${givenForDays(account, month, open)}
                    + ${givenForDays(account, asked, open)} as minor
      from   charged group by month)
    select p.subscription_id, p.from_on, p.name, p.month, p.days, p.days_of_month,
           floor(p.rate * p.days / p.days_of_month + 0.5)::bigint as amount_minor,
           round(p.rate)::bigint as monthly_fee_minor, c.minor::bigint as left_minor,
           m.minor::bigint as left_of_month_minor
    from   (select subscription_id, name, kind, month, rate, min("on") as from_on,
                   count(*) as days,
                   (month + interval '1 month')::date - month as days_of_month
            from   priced where rate > 0
            group  by subscription_id, name, kind, month, rate) p
    left   join charged c on c.subscription_id = p.subscription_id and c.month = p.month
    left   join months m on m.month = p.month
    order  by p.month, p.kind <> 'tariff', p.subscription_id, p.from_on`.execute(ctx.db);
  return withinCharged(rows);
}

const open = ['proposed', 'posted'] as const;

/** Takes off what goes above what is left of a subscription's month and of the month's fees. */
function withinCharged(rows: readonly Row[]): Part[] {
  const taken = new Map<string, number>();
  return rows.flatMap(({ month, leftMinor, leftOfMonthMinor, ...part }) => {
    if (leftMinor === null || leftOfMonthMinor === null) return [part];
    const ofOne = `${part.subscriptionId} ${month}`;
    const takenOf = (key: string): number => taken.get(key) ?? 0;
    const most = Math.min(leftMinor - takenOf(ofOne), leftOfMonthMinor - takenOf(month));
    const amountMinor = Math.min(part.amountMinor, Math.max(0, most));
    for (const key of [ofOne, month]) taken.set(key, takenOf(key) + amountMinor);
    return amountMinor === 0 ? [] : [{ ...part, amountMinor }];
  });
}
