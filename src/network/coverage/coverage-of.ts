import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import type { Coverage } from '../api/shapes.ts';
import { termsShown } from './list-terms.ts';

/**
 * What is had at a building, the fastest first. What is free there is what somebody counted less
 * the flats connected since then, else all ports less the flats in service. Flats are known where
 * the building has one technology alone; those that were brought from elsewhere stood already.
 */
export async function coverageOf(ctx: Ctx, buildingId: number): Promise<Coverage[]> {
  // coverages_building_id_technology_key; premises_building_id_flat_key,
  // service_addresses_premise, accounts_subscriber, service_lines_account, subscriptions_account
  const { rows } = await sql<Coverage>`
    select c.id, c.technology, c.node_id, c.connection_terms_id, c.speed_kbps, c.ports_total,
           c.ports_free, c.planned_on, c.version, n.name as node, ${termsShown} as terms,
           case when c.ports_free is not null
                then greatest(0, c.ports_free - coalesce(k.came, 0))
                when k.taken is not null
                then greatest(0, c.ports_total - k.taken) end as free_now
    from   coverages c
    left   join nodes n on n.id = c.node_id
    left   join connection_terms t on t.id = c.connection_terms_id
    left   join lateral (
      select count(f.since) as taken, count(*) filter (where f.since > c.counted_at) as came
      from   premises p
      cross  join lateral (
        select min(case when ${wasBrought} then '-infinity' else x.created_at end) as since
        from   service_addresses a
        join   accounts x on x.subscriber_id = a.subscriber_id and x.state <> 'closed'
        where  a.premise_id = p.id and a.removed_at is null
        and    coalesce(x.service_address_id, a.id) = a.id and ${hasInternet(today(ctx))}) f
      where  p.building_id = c.building_id
    ) k on coalesce(c.ports_free, c.ports_total) is not null and not exists (
      select from coverages o where o.building_id = c.building_id and o.id <> c.id)
    where  c.building_id = ${buildingId}
    order  by c.speed_kbps desc nulls last, c.id`.execute(ctx.db);
  return rows;
}

/** Whether an account `x` was in service before it was written here. */
const wasBrought = sql`(
  x.import_id is not null
  or exists (select from subscriptions u
             where u.account_id = x.id and u.started_on < x.created_at::date - 1))`;

/** Whether an account `x` takes a port: by its line, or by its tariff where no line is noted. */
const hasInternet = (day: string) => sql`(
  exists (select from service_lines l
          where  l.account_id = x.id and l.closed_at is null and l.kind = 'internet')
  or exists (select from subscriptions u
             join   product_versions v on v.id = u.product_version_id
             join   products d on d.id = v.product_id
             where  u.account_id = x.id and coalesce(u.ended_on > ${day}, true)
             and    d.kind = 'tariff' and d.service in ('internet', 'bundle')))`;
