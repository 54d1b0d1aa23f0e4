import { sql } from 'kysely';
import { before, type RiskFacts } from '../subscribers/index.ts';

/** What they answered when something further was offered to them. */
export const pitchFacts: RiskFacts = {
  name: 'sales',
  facts: [
    { key: 'pitchesRefused', group: 'usage', told: [] },
    { key: 'pitchesLiked', group: 'usage', told: [] },
  ],
  // pitch_answers_subscriber (subscriber_id, pitch_id, answered_at)
  asOf: (moment) => sql`
    select p.subscriber_id,
           count(a.id) filter (where a.answer = 'refused'),
           count(a.id) filter (where a.answer = 'interested')
    from   risk_people p
    join   subscribers m on m.root_id = p.subscriber_id
    left   join pitch_answers a on a.subscriber_id = m.id
                and a.answered_at < ${moment.at} and a.answered_at >= ${before(moment, 183)}
    group  by p.subscriber_id`,
};
