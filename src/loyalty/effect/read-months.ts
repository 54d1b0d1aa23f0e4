import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import type { effectApi } from '../api/effect.ts';

type Month = z.input<(typeof effectApi)['GET /api/loyalty/effect']['output']>['months'][number];

/**
 * Month by month what was earned, spent and ran out, and what was owed at its end: all counted from
 * the operator's own sides in the ledger, of which each night has one line. Beside it what was
 * spent on winning subscribers, and on keeping them, as it is written down among costs.
 */
export async function readMonths(ctx: Ctx, months: number): Promise<Month[]> {
  const day = today(ctx);
  // ledger_accounts_own (kind, currency), ledger_postings_account, redemptions_reward,
  // kept_discounts_discount, discounts_pkey, sales_costs_month_kind_source_id_campaign_key
  const { rows } = await sql<Month>`
    with recursive month as (
      select m::date as month
      from   generate_series(
               date_trunc('month', ${day}::date) - (${months}::int - 1) * interval '1 month',
               date_trunc('month', ${day}::date), interval '1 month') m),
    moved as (
      select date_trunc('month', t.occurred_on)::date as month,
             coalesce(-sum(p.amount_minor) filter (where a.kind = 'points_issued'), 0) as earned,
             coalesce(sum(p.amount_minor) filter (where a.kind = 'points_spent'), 0) as spent,
             coalesce(sum(p.amount_minor) filter (where a.kind = 'points_expired'), 0) as expired
      from   ledger_accounts a
      join   ledger_postings p on p.ledger_account_id = a.id
      join   ledger_transactions t on t.id = p.transaction_id
      where  a.kind in ('points_issued', 'points_spent', 'points_expired')
      group  by 1),
    given as (
      select date_trunc('month', d.redeemed_on)::date as month, sum(d.cost_minor) as minor
      from   redemptions d where d.state <> 'undone' group by 1),
    kept as (
      select g.discount_id
      from  (select discount_id from kept_discounts
             union select discount_id from rights_made) g
      union
      select d.moved_from_id from kept k join discounts d on d.id = k.discount_id
      where  d.moved_from_id is not null),
    off as (
      select n.month, sum(
               case d.kind when 'percent' then f.fee * d.value / 10000.0 else least(d.value, f.fee) end
               * (least(coalesce(d.to_on, ${day}::date + 1), ${day}::date + 1, n.after)
                  - greatest(d.from_on, n.month)) / (n.after - n.month)) as minor
      from   kept k
      join   discounts d on d.id = k.discount_id
      join   subscriptions x on x.id = d.subscription_id
      join   product_versions v on v.id = x.product_version_id
      cross  join lateral (select coalesce(x.monthly_fee_minor, v.monthly_fee_minor) as fee) f
      join  (select month, (month + interval '1 month')::date as after from month) n
             on d.from_on < n.after
             and least(coalesce(d.to_on, ${day}::date + 1), ${day}::date + 1) > n.month
      group  by 1),
    cost as (
      select c.month, coalesce(sum(c.amount_minor) filter (where c.kind = 'acquisition'), 0)
               as acquisition,
             coalesce(sum(c.amount_minor) filter (where c.kind = 'retention'), 0) as retention
      from   sales_costs c group by 1)
    select n.month, coalesce(v.earned, 0)::bigint as earned, coalesce(v.spent, 0)::bigint as spent,
           coalesce(v.expired, 0)::bigint as expired,
           coalesce((select sum(f.earned - f.spent - f.expired) from moved f
                     where  f.month <= n.month), 0)::bigint as owed_points,
           coalesce(g.minor, 0)::bigint as rewards_minor,
           coalesce(o.minor, 0)::bigint as off_minor,
           coalesce(c.acquisition, 0)::bigint as acquisition_minor,
           coalesce(c.retention, 0)::bigint as retention_minor
    from   month n
    left   join moved v on v.month = n.month
    left   join given g on g.month = n.month
    left   join off o on o.month = n.month
    left   join cost c on c.month = n.month
    order  by n.month`.execute(ctx.db);
  return rows;
}
