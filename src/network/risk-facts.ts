import { sql } from 'kysely';
import { before, type RiskFacts } from '../subscribers/index.ts';
import { isOutage } from './outages.ts';

/**
 * What failed at the house, for how long it was cut off, and who else sells there. A house counts
 * as it is known now, for what line served it before is not kept; an offer counts from the day on
 * which it was seen.
 */
export const houseFacts: RiskFacts = {
  name: 'network',
  facts: [
    { key: 'outageHours', group: 'quality', told: ['high'] },
    { key: 'outagesInQuarter', group: 'quality', told: ['high'] },
    { key: 'competitorsAtHouse', group: 'competitor', told: ['high'] },
  ],
  // service_addresses_subscriber, incident_buildings_pkey (building_id, incident_id); offers are
  // read whole, for there are no more of them than houses
  asOf: (moment) => sql`
    with houses as materialized (
      select distinct p.subscriber_id, r.building_id
      from   risk_people p
      join   subscribers m on m.root_id = p.subscriber_id
      join   service_addresses d on d.subscriber_id = m.id
      join   premises r on r.id = d.premise_id
      where  d.removed_at is null or d.removed_at >= ${moment.at}),
    suffered as (
      select h.building_id, count(*) as outages,
             sum(extract(epoch from least(coalesce(i.ended_at, ${moment.at}), ${moment.at})
                                    - i.started_at) / 3600)
               filter (where ${sql.raw(isOutage)} and i.started_at >= ${before(moment, 62)}) as hours
      from   (select distinct building_id from houses) h
      join   incident_buildings b on b.building_id = h.building_id
      join   incidents i on i.id = b.incident_id
      where  i.kind <> 'planned_work'
      and    i.started_at < ${moment.at} and i.started_at >= ${before(moment, 92)}
      group  by h.building_id),
    others as (
      select h.building_id, count(distinct o.competitor) as competitors
      from   (select distinct building_id from houses) h
      join   competitor_offers o on o.building_id = h.building_id
      where  o.seen_on < ${moment.on}
      and    (o.removed_at is null or o.removed_at >= ${moment.at})
      group  by h.building_id)
    select h.subscriber_id, coalesce(max(s.hours), 0), coalesce(max(s.outages), 0),
           coalesce(max(o.competitors), 0)
    from   houses h
    left   join suffered s using (building_id)
    left   join others o using (building_id)
    group  by h.subscriber_id`,
};
