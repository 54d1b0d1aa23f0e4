import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Service } from '../api/service.ts';
import { instalmentsOf } from '../charging/instalments.ts';
import { boundUntil } from '../subscribing/leaving-fee.ts';

/** What an account subscribes to on a day and after it, and what of it is to change. */
export async function readSubscriptions(
  ctx: Ctx,
  id: number,
  day: string,
): Promise<Service['subscriptions']> {
  // subscriptions_account (account_id), price_moves_subscription, discounts_account (account_id)
  // and bundle_products_pkey
  const { rows } = await sql<Service['subscriptions'][number]>`
    select s.id, s.product_version_id, v.product_id, p.kind, p.name, v.charge_cycle,
           coalesce(s.monthly_fee_minor, v.monthly_fee_minor) as monthly_fee_minor,
           s.started_on, s.ended_on, c.price_change,
           case when ${boundUntil(day)} is not null and s.ended_on is null then
             jsonb_build_object('untilOn', ${boundUntil(day)}, 'feeMinor', v.leaving_fee_minor)
           end as leaving,
           case when v.instalments > 0 and not s.is_moved then
             (select jsonb_build_object('parts', v.instalments, 'left', count(*),
                                        'leftMinor', coalesce(sum(i.amount), 0))
              from   ${instalmentsOf(sql`s.ended_on`)} i where i.due_on > ${day})
           end as instalments,
           (select jsonb_build_object('name', b.name, 'lostMinor', coalesce(sum(d.value) filter (
                                        where d.subscription_id <> s.id), 0))
            from   discounts d join bundles b on b.id = d.bundle_id
            where  d.account_id = s.account_id and (d.to_on is null or d.to_on > ${day})
            and    exists (select from bundle_products m
                           where  m.bundle_id = b.id and m.product_id = v.product_id)
            group  by b.id order by b.id limit 1) as bundle
    from   subscriptions s
    join   product_versions v on v.id = s.product_version_id
    join   products p on p.id = v.product_id
    left   join lateral (
      select jsonb_build_object('fromOn', coalesce(m.moves_on, h.from_on), 'monthlyFeeMinor', n.monthly_fee_minor)
               as price_change
      from   price_moves m
      join   price_changes h on h.id = m.price_change_id and h.state = 'announced'
      join   product_versions n on n.id = h.to_version_id
      where  m.subscription_id = s.id and m.done_at is null and s.ended_on is null) c on true
    where  s.account_id = ${id} and (s.ended_on is null or s.ended_on > ${day})
    order  by p.kind <> 'tariff', s.started_on nulls first, s.id`.execute(ctx.db);
  return rows;
}
