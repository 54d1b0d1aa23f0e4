import { sql } from 'kysely';
import { monthsBetween } from './list/summed-fields.ts';
import { before, type RiskFacts } from './slots.ts';

/**
 * How long they are with us, and what they told of their lives. Of households only who stands in
 * them now is kept, and of where somebody came from nothing: neither is a fact.
 */
export const ownRiskFacts: RiskFacts = {
  name: 'subscribers',
  facts: [
    { key: 'tenureMonths', group: 'term', told: ['low'] },
    { key: 'badExperiences', group: 'life', told: ['high'] },
    { key: 'lifeEvents', group: 'life', told: ['high'] },
  ],
  // needs_subscriber (subscriber_id), subscribers_root (root_id)
  asOf: (moment) => sql`
    select p.subscriber_id,
           ${sql.raw(monthsBetween('s.customer_since', 'd."on"'))} as tenure_months,
           coalesce(n.bad, 0), coalesce(n.events, 0)
    from   risk_people p
    join   subscribers s on s.id = p.subscriber_id
    cross  join (select ${moment.on}::date as "on") d
    left   join (select p.subscriber_id,
                        count(*) filter (where n.kind = 'bad_experience') as bad,
                        count(*) filter (where n.kind = 'life_event') as events
                 from   risk_people p
                 join   subscribers m on m.root_id = p.subscriber_id
                 join   needs n on n.subscriber_id = m.id
                 where  n.noted_at < ${moment.at} and n.noted_at >= ${before(moment, 180)}
                 group  by p.subscriber_id) n using (subscriber_id)`,
};
