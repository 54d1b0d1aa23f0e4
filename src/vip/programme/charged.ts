import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { closedMonth, type Rules } from './rules.ts';

/** Whom a count is about: everybody, or some alone. */
export type Whom = readonly number[] | 'all';

/**
 * The table `vip_charged` (account_id, subscription_id, minor) of this transaction: what the last
 * closed month was charged for service, by subscription. An account that was not charged by us yet
 * when that month began, as of a base that came since, counts with its monthly fees instead.
 */
export async function gatherCharged(ctx: Ctx, whom: Whom): Promise<void> {
  const month = closedMonth(ctx);
  const isWhose = (accountId: string) =>
    whom === 'all'
      ? sql`true`
      : sql`${sql.ref(accountId)} in (
          select a.id from subscribers s join subscribers m on m.root_id = s.root_id
          join   accounts a on a.subscriber_id = m.id where s.id = any(${whom}::bigint[]))`;
  // charges_month (month, account_id), subscriptions_account, product_versions_pkey, accounts_pkey
  await sql`
    create temp table vip_charged on commit drop as
    with taken as materialized (
      select c.account_id, c.subscription_id, sum(c.amount_minor)::bigint as minor
      from   charges c
      where  c.month = ${sql.lit(month)}::date and c.kind in ('fee', 'usage')
      and    ${isWhose('c.accountId')}
      group  by c.account_id, c.subscription_id)
    select account_id, subscription_id, minor from taken
    union  all
    select x.account_id, x.id, coalesce(x.monthly_fee_minor, v.monthly_fee_minor)
    from   subscriptions x
    join   product_versions v on v.id = x.product_version_id
    join   accounts a on a.id = x.account_id
    cross  join billing_settings g
    where  ${isWhose('x.accountId')}
    and    greatest(coalesce(g.charges_begin_on, 'infinity'), a.charged_from) > ${sql.lit(month)}
    and    coalesce(x.started_on, '-infinity') <= ${lastDay(month)}
    and    coalesce(x.ended_on, 'infinity') > ${lastDay(month)}
    and    not exists (select from taken t where t.account_id = x.account_id)`.execute(ctx.db);
  await sql`analyze vip_charged`.execute(ctx.db);
}

export const lastDay = (month: string) =>
  sql`(${sql.lit(month)}::date + interval '1 month' - interval '1 day')::date`;

/**
 * The table `vip_considered` (id): roots whose account was charged enough to be near, organisations
 * and whoever is a client already.
 */
export async function gatherConsidered(ctx: Ctx, rules: Rules, whom: Whom): Promise<void> {
  const least = Math.min(rules.numberAboveMinor, rules.accountAboveMinor);
  const floor = Math.floor((least * (100 - rules.nearPercent)) / 100);
  const which = whom === 'all' ? sql`true` : sql`s.id = any(${whom}::bigint[])`;
  // accounts_pkey, accounts_subscriber, subscribers_pkey, vip_clients_pkey
  await sql`
    create temp table vip_considered on commit drop as
    select s.root_id as id
    from  (select account_id from vip_charged group by account_id
           having sum(minor) >= ${sql.lit(floor)}) g
    join   accounts a on a.id = g.account_id
    join   subscribers s on s.id = a.subscriber_id
    union
    select s.root_id from subscribers s
    where  s.kind = 'organisation' and ${which}
    and    exists (select from accounts a where a.subscriber_id = s.id)
    union
    select s.root_id from vip_clients v join subscribers s on s.id = v.id where ${which}
    union
    select s.root_id from vip_overrides o join subscribers s on s.id = o.subscriber_id
    where  o.state = 'approved' and ${which}`.execute(ctx.db);
  await sql`analyze vip_considered`.execute(ctx.db);
}
