import { type RawBuilder, sql } from 'kysely';
import { before, type Moment, type RiskFacts } from '../subscribers/index.ts';

/**
 * The first that became of tickets since a moment, for by it is told what they were at it: the row
 * keeps only what they are now.
 */
const firstSince = (
  { at }: Moment,
  types: readonly string[],
  isTheirs: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`
  select distinct on (e.subject_id) e.subject_id as id, e.type, e.facts
  from   events e
  where  e.type in (${sql.join(types)}) and e.recorded_at >= ${at}
  and    e.transaction_id is not null and ${isTheirs}
  and    e.subject_id in (select a.id from asked a)
  order  by e.subject_id, e.id`;

/**
 * What was asked to be done, how long it took and whether its norm was kept: as it was, whatever
 * was opened again, merged or parted since. A ticket counts by when it was opened and solved; what
 * state it stood in meanwhile is not kept, and whose it is counts as it is known now.
 */
export const ticketFacts: RiskFacts = {
  name: 'tickets',
  facts: [
    { key: 'ticketsInQuarter', group: 'service', told: ['high'] },
    { key: 'openTicketDays', group: 'service', told: ['high'] },
    { key: 'longestTicketHours', group: 'service', told: ['high'] },
    { key: 'lateTickets', group: 'service', told: ['high'] },
  ],
  // tickets_subscriber (subscriber_id, opened_at desc), ticket_clocks_ticket,
  // ticket_splits_into_id_key, events_audit: since now there is none
  asOf: (moment) => sql`
    with asked as materialized (
      select p.subscriber_id, t.id, t.opened_at, t.closed_at, t.root_id
      from   risk_people p
      join   subscribers m on m.root_id = p.subscriber_id
      join   tickets t on t.subscriber_id = m.id
      where  t.opened_at < ${moment.at} and t.opened_at >= ${before(moment, 92)}),
    turned as materialized (
      ${firstSince(moment, ['tickets.closed', 'tickets.reopened'], sql`true`)}),
    joined as materialized (
      ${firstSince(
        moment,
        ['tickets.merged', 'tickets.unmerged'],
        sql`(e.facts ->> 'otherId')::bigint = e.subject_id`,
      )}),
    known as (
      select a.subscriber_id, a.opened_at, case
               when u.type = 'tickets.closed' then null
               when u.type = 'tickets.reopened'
               then coalesce((u.facts ->> 'closedAt')::timestamptz, a.opened_at)
               when a.closed_at < ${moment.at} then a.closed_at end as closed_at,
             case
               when u.type = 'tickets.closed' then false
               when u.type = 'tickets.reopened' then (u.facts ->> 'isLate')::boolean
               else exists (
                 select from ticket_clocks c
                 where  c.ticket_id = a.id and c.kind = 'resolution'
                 and    c.spent_seconds > c.norm_seconds and c.met_at < ${moment.at})
               end as is_late
      from   asked a
      left   join turned u using (id)
      left   join joined j using (id)
      where  case
               when j.type is not null then j.type = 'tickets.merged'
               else a.root_id is null or exists (
                 select from ticket_splits s
                 where  s.into_id = a.id and s.undone_at >= ${moment.at}) end)
    select k.subscriber_id, count(*),
           max(extract(epoch from ${moment.at}::timestamptz - k.opened_at) / 86400)
             filter (where k.closed_at is null),
           max(extract(epoch from coalesce(k.closed_at, ${moment.at}) - k.opened_at) / 3600),
           count(*) filter (where k.is_late)
    from   known k
    group  by k.subscriber_id
    union  all
    select p.subscriber_id, 0, null, null, 0 from risk_people p
    where  not exists (select from known k where k.subscriber_id = p.subscriber_id)`,
};
