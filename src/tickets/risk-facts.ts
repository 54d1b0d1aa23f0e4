import { sql } from 'kysely';
import { before, type RiskFacts } from '../subscribers/index.ts';

/**
 * What was asked to be done, how long it took and whether its norm was kept. A ticket counts by
 * when it was opened and solved; what state it stood in meanwhile is not kept.
 */
export const ticketFacts: RiskFacts = {
  name: 'tickets',
  facts: [
    { key: 'ticketsInQuarter', group: 'service', told: ['high'] },
    { key: 'openTicketDays', group: 'service', told: ['high'] },
    { key: 'longestTicketHours', group: 'service', told: ['high'] },
    { key: 'lateTickets', group: 'service', told: ['high'] },
  ],
  // tickets_subscriber (subscriber_id, opened_at desc), ticket_clocks_ticket
  asOf: (moment) => sql`
    with asked as materialized (
      select p.subscriber_id, t.id, t.opened_at, t.closed_at
      from   risk_people p
      join   subscribers m on m.root_id = p.subscriber_id
      join   tickets t on t.subscriber_id = m.id and t.root_id is null
      where  t.opened_at < ${moment.at} and t.opened_at >= ${before(moment, 92)}),
    late as (
      select distinct a.id
      from   asked a join ticket_clocks c on c.ticket_id = a.id and c.kind = 'resolution'
      where  c.spent_seconds > c.norm_seconds and c.met_at < ${moment.at})
    select a.subscriber_id, count(*),
           max(extract(epoch from ${moment.at}::timestamptz - a.opened_at) / 86400)
             filter (where a.closed_at is null or a.closed_at >= ${moment.at}),
           max(extract(epoch from least(a.closed_at, ${moment.at}) - a.opened_at) / 3600),
           count(l.id)
    from   asked a left join late l using (id)
    group  by a.subscriber_id
    union  all
    select p.subscriber_id, 0, null, null, 0 from risk_people p
    where  not exists (select from asked a where a.subscriber_id = p.subscriber_id)`,
};
