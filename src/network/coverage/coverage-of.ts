import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Coverage } from '../api/shapes.ts';
import { termsShown } from './list-terms.ts';

/**
 * What is had at a building, the fastest first. What is free there is what somebody counted, else
 * all ports less the flats in service; those are known where the building has one technology alone.
 */
export async function coverageOf(ctx: Ctx, buildingId: number): Promise<Coverage[]> {
  // coverages_building_id_technology_key; premises_building_id_flat_key,
  // service_addresses_premise, accounts_subscriber, service_lines_account
  const { rows } = await sql<Coverage>`
    select c.id, c.technology, c.node_id, c.connection_terms_id, c.speed_kbps, c.ports_total,
           c.ports_free, c.planned_on, c.version, n.name as node, ${termsShown} as terms,
           coalesce(c.ports_free, case when k.taken is not null
                                       then greatest(0, c.ports_total - k.taken) end) as free_now
    from   coverages c
    left   join nodes n on n.id = c.node_id
    left   join connection_terms t on t.id = c.connection_terms_id
    left   join lateral (
      select count(*) as taken from premises p
      where  p.building_id = c.building_id and exists (
        select from service_addresses a
        join   accounts x on x.subscriber_id = a.subscriber_id and x.state <> 'closed'
        join   service_lines l on l.account_id = x.id and l.closed_at is null
        where  a.premise_id = p.id and a.removed_at is null
        and    coalesce(x.service_address_id, a.id) = a.id and l.kind = 'internet')
    ) k on c.ports_total is not null and not exists (
      select from coverages o where o.building_id = c.building_id and o.id <> c.id)
    where  c.building_id = ${buildingId}
    order  by c.speed_kbps desc nulls last, c.id`.execute(ctx.db);
  return rows;
}
