import { sql } from 'kysely';
import { accountLives } from '../../billing/index.ts';
import { dayOf, endOfDays, measuresOf, within } from './pieces.ts';
import type { FactSource } from './source.ts';

/**
 * Outages by the day they began, a building each, with the minutes that all accounts there were
 * without service; one that goes on is told up to the end of the days.
 */
export const outages: FactSource = {
  key: 'outage',
  table: 'incidents',
  // incidents_pkey, incident_buildings_incident, premises_building_id_flat_key,
  // service_addresses_premise, accounts_service_address
  find: (ctx, portion) => sql`
    select 'outage', i.id, x.building_id, ${dayOf(ctx, 'i.started_at')}, null::bigint,
           ${measuresOf({ outages: sql`true` })},
           (extract(epoch from least(i.ended_at, ${endOfDays(ctx, portion)}) - i.started_at) / 60
              * n.accounts)::bigint,
           jsonb_build_object('district', coalesce(b.district, ''),
                              'technology', coalesce(b.technology, ''))
    from   incidents i
    join   incident_buildings x on x.incident_id = i.id
    join   buildings b on b.id = x.building_id
    cross  join lateral (
      select count(*) as accounts
      from   premises h
      join   service_addresses e on e.premise_id = h.id
      join   ${accountLives(ctx)} a on a.service_address_id = e.id
      where  h.building_id = b.id and a.connected_on <= ${dayOf(ctx, 'i.started_at')}
      and    (a.gone_on is null or a.gone_on > ${dayOf(ctx, 'i.started_at')})) n
    where  ${within(portion, 'i.id')} and i.kind = 'outage'
    and    i.started_at < ${endOfDays(ctx, portion)}`,
};
