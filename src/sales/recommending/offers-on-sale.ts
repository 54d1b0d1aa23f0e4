import { sql } from 'kysely';
import { eligible, newestInForce } from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import type { Line, Offer } from './offers.ts';

/** To whom something is sold, and where. */
export type Buyer = { subscriberId: number | null; buildingId: number | null };

/**
 * What is sold today, of each product the newest version that is in force, and whether this buyer
 * may take it. Somebody of whom nothing is known yet is a person and a newcomer.
 * @param lines by which the address is reached
 */
export async function offersOnSale(
  ctx: Ctx,
  { subscriberId, buildingId }: Buyer,
  lines: readonly Pick<Line, 'technology'>[],
): Promise<Offer[]> {
  const day = today(ctx);
  const technologies = lines.map(({ technology }) => technology);
  // An operator has few products. product_versions_product_id_version_key; subscribers_root,
  // accounts_subscriber, subscriptions_account
  const { rows } = await sql<Offer>`
    with h as (
      select min(coalesce(s.started_on, r.customer_since, a.created_at::date)) as since_on,
             coalesce(array_agg(w.product_id) filter (
               where coalesce(s.started_on <= ${day}, true)
               and   coalesce(s.ended_on > ${day}, true)), '{}') as product_ids
      from   subscribers own
      join   subscribers r on r.id = own.root_id
      join   subscribers k on k.root_id = r.id
      join   accounts a on a.subscriber_id = k.id
      join   subscriptions s on s.account_id = a.id
      join   product_versions w on w.id = s.product_version_id
      where  own.id = ${subscriberId}),
    t as (
      select h.since_on, h.product_ids, x.technology, ${buildingId}::bigint as building_id,
             ${day}::date as day,
             coalesce((select r.kind from subscribers own join subscribers r on r.id = own.root_id
                       where own.id = ${subscriberId}), 'person') as kind
      from   h cross join unnest(${technologies}::text[]) as x (technology))
    select v.id as version_id, p.id as product_id, p.kind, p.service, p.name, p.serves,
           v.monthly_fee_minor, v.connection_fee_minor, v.speed_kbps, v.technologies,
           v.tv_channels, v.cost_minor,
           exists (select from t where ${eligible(sql`p.eligibility`, sql`t`)}) as is_eligible
    from   products p
    join   ${newestInForce(day)} v on true
    where  p.archived_at is null
    order  by p.id`.execute(ctx.db);
  return rows;
}
