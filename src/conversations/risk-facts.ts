import { sql } from 'kysely';
import { before, type RiskFacts } from '../subscribers/index.ts';
import { isLate } from './summed-fields.ts';

/**
 * How often they came to us, how long they waited for a human, and whom we never reached. What was
 * merged or parted since counts as it stood then.
 */
export const contactFacts: RiskFacts = {
  name: 'conversations',
  facts: [
    { key: 'contactsInQuarter', group: 'service', told: ['high'] },
    { key: 'longestWaitMinutes', group: 'service', told: ['high'] },
    { key: 'lateAnswers', group: 'service', told: ['high'] },
    { key: 'neverReached', group: 'service', told: ['high'] },
  ],
  // conversations_subscriber (subscriber_id, opened_at desc); merges are few
  asOf: (moment) => sql`
    select p.subscriber_id, coalesce(c.contacts, 0), coalesce(c.wait_minutes, 0),
           coalesce(c.late, 0), coalesce(c.unreached, 0)
    from   risk_people p
    left   join (
      select p.subscriber_id, count(*) as contacts,
             max(c.touch_seconds) filter (where c.touched_at < ${moment.at}) / 60.0
               as wait_minutes,
             count(*) filter (where ${sql.raw(isLate)} and c.touched_at < ${moment.at}) as late,
             count(*) filter (where c.closed_outcome = 'given_up'
                              and c.closed_at < ${moment.at}) as unreached
      from   risk_people p
      join   subscribers m on m.root_id = p.subscriber_id
      join   conversations c on c.subscriber_id = m.id
      where  c.opened_at < ${moment.at} and c.opened_at >= ${before(moment, 92)}
      and    not exists (
        select from conversation_merges g
        where  g.from_id = c.id and g.merged_at < ${moment.at}
        and    coalesce(g.undone_at, 'infinity') >= ${moment.at})
      and   (c.root_id is null or exists (
        select from conversation_merges g where g.from_id = c.id))
      group  by p.subscriber_id) c using (subscriber_id)`,
};
