import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/**
 * What a rule `r` said at the end of a day, as a LATERAL of `points`, `most_points`, `cap_period`,
 * `budget_points` and `is_on`: as the journal has it, for a change leaves nothing of what was.
 * Where the journal is silent, it is as it stands; null where it was changed since.
 */
export const termsOn = (ctx: Ctx, day: string): RawBuilder<unknown> => sql`(
  -- events_subject (subject_kind, subject_id, id desc)
  select (t.said ->> 'points')::bigint as points,
         (t.said ->> 'mostPoints')::bigint as most_points,
         coalesce(t.said ->> 'capPeriod', 'month') as cap_period,
         (t.said ->> 'budgetPoints')::bigint as budget_points,
         coalesce(t.type = 'loyalty.rule_switched_on', r.on_since <= ${day}, false) as is_on
  from  (
    select coalesce(
             (select e.facts from events e
              where  e.subject_kind = 'earning_rule' and e.subject_id = r.id
              and    e.subscriber_id is null and e.type = any(${saying})
              and    e.occurred_at < ${endOf(ctx, day)}
              order  by e.id desc limit 1),
             case when r.version = 1 then jsonb_build_object(
               'points', r.points, 'mostPoints', r.most_points, 'capPeriod', r.cap_period,
               'budgetPoints', r.budget_points) end) as said,
           (select e.type from events e
            where  e.subject_kind = 'earning_rule' and e.subject_id = r.id
            and    e.subscriber_id is null and e.occurred_at < ${endOf(ctx, day)}
            order  by e.id desc limit 1) as type) t)`;

const saying = ['loyalty.rule_added', 'loyalty.rule_changed'];

const endOf = (ctx: Ctx, day: string) =>
  sql`(${day}::date + 1)::timestamp at time zone ${ctx.operator.timeZone}`;
