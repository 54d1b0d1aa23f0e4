import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import { firstLeaving } from '../trial/leavings.ts';
import { BAND_BOUNDS } from '../worth/bands.ts';
import { learnRates, type Outcomes, type RatesOf } from './learn-rates.ts';

/** The horizon by which it is told who was kept. */
const HORIZON_DAYS = 90;
const [SOME, MUCH] = BAND_BOUNDS;

/** How often each action keeps, by all lists whose quarter is over. */
export async function learntActions(ctx: Ctx): Promise<RatesOf> {
  // Of lists there are some hundreds. care_list_members_pkey, subscribers_pkey
  const { rows } = await sql<Outcomes>`
    select l.id as list_id, m.action, m.reason_group as "group",
           case when m.leave_chance >= ${MUCH} then 'much'
                when m.leave_chance >= ${SOME} then 'some' else 'low' end as band,
           count(*) filter (where m.state <> 'held') as treated,
           count(*) filter (where m.state <> 'held' and o.has_left) as treated_left,
           count(*) filter (where m.state = 'held') as held,
           count(*) filter (where m.state = 'held' and o.has_left) as held_left,
           count(*) filter (where m.outcome in ('taken', 'refused')) as spoken,
           count(*) filter (where m.outcome = 'taken') as taken
    from   care_lists l
    join   care_list_members m on m.list_id = l.id
    join   subscribers s on s.id = m.subscriber_id
    join   subscribers r on r.id = s.root_id
    cross  join lateral (
      select coalesce(${firstLeaving(sql`r.id`, sql`l.started_on`)} <= l.started_on + ${HORIZON_DAYS}::int,
                      false) as has_left) o
    where  l.started_on <= ${daysAfter(today(ctx), -HORIZON_DAYS)}::date
    group  by 1, 2, 3, 4`.execute(ctx.db);
  return learnRates(rows);
}
