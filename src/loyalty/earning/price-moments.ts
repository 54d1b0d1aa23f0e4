import { type RawBuilder, sql } from 'kysely';
import { isControl } from '../../retention/index.ts';
import { isGivenUp } from './given-up.ts';
import { momentsOf, type Span } from './moments.ts';
import type { EarningRule } from './rule-rows.ts';
import { ruleOf } from './signals.ts';

/**
 * What a rule gives for what happened within some days: the points of each moment, cut at what one
 * may earn by it and then at what all may, in the order of days. It is the same SELECT for the
 * night, which leaves out what was given already, to whatever record of theirs, and for the trial
 * on history, which leaves out what was given up again before it was due.
 * @returns a SELECT of `subscriber_id`, `subject_id`, `key`, `"on"`, `points` as the rule says,
 *   `allowed` below the cap, and `given` below the budget
 */
export function priceMoments(
  rule: EarningRule,
  span: Span,
  mode: 'live' | 'trial',
): RawBuilder<unknown> {
  const isLive = mode === 'live';
  const period = sql.raw(`'${rule.capPeriod}'`);
  const isDropped =
    isLive || !ruleOf(rule.signal).canBeGivenUp
      ? sql`false`
      : isGivenUp({
          subscriptionId: sql`m.subject_id`,
          subscriberId: sql`m.subscriber_id`,
          on: sql`m."on" + ${rule.pendingDays}::int`,
        });
  const isWithheld = ruleOf(rule.signal).isExtra ? isControl(sql`m.subscriber_id`) : sql`false`;
  // point_earnings_rule (rule_id, earned_on), point_earnings_key_key
  return sql`
    with moment as materialized (
      select m.subscriber_id, m.subject_id, m.key as moment,
             ${rule.id} || ' ' || m.source_id || ' ' || m.key as key, m."on", m.base,
             ${isWithheld} as is_withheld
      from  (${momentsOf(rule, span)}) m
      where  not ${isDropped}),
    ${knownTo(rule, span, mode)},
    priced as (
      select m.*, date_trunc(${period}, m."on") as period, date_trunc('month', m."on") as month,
             case when m.is_withheld then 0
                  else floor(m.base * ${rule.points} * (100 + coalesce(l.extra_percent, 0)) / 100)
             end::bigint as points
      from   moment m
      left   join known w on w.key = m.key
      left   join loyalty_members b on b.subscriber_id = m.subscriber_id
      left   join loyalty_levels l on l.id = b.level_id
      where  not ${isLive} or (b.subscriber_id is not null and not exists (
               select from point_earnings e where e.key = m.key)
             and w.key is null)),
    former as (
      select o.root_id as subscriber_id, e.earned_on, e.points
      from   point_earnings e join subscribers o on o.id = e.subscriber_id
      where  ${isLive} and e.rule_id = ${rule.id} and e.state not in ('dropped', 'reversed')
      and    e.earned_on >= date_trunc('year', ${span.from}::date)),
    own_before as (
      select f.subscriber_id, date_trunc(${period}, f.earned_on) as period, sum(f.points) as points
      from   former f group by 1, 2),
    all_before as (
      select date_trunc('month', f.earned_on) as month, sum(f.points) as points
      from   former f group by 1),
    capped as (
      select p.*, least(p.points, greatest(0, coalesce(
               ${rule.mostPoints}::bigint - coalesce(o.points, 0)
               - (sum(p.points) over own - p.points), p.points)))::bigint as allowed
      from   priced p
      left   join own_before o on o.subscriber_id = p.subscriber_id and o.period = p.period
      window own as (partition by p.subscriber_id, p.period order by p."on", p.key)),
    budgeted as (
      select c.*, least(c.allowed, greatest(0, coalesce(
               ${rule.budgetPoints}::bigint - coalesce(a.points, 0)
               - (sum(c.allowed) over together - c.allowed), c.allowed)))::bigint as given
      from   capped c
      left   join all_before a on a.month = c.month
      window together as (partition by c.month order by c."on", c.key))
    select subscriber_id, subject_id, key, "on", points, allowed, given, is_withheld
    from   budgeted`;
}

/**
 * Of the moments those that were given to another record of the same person, as a part of a WITH:
 * a relation `known` of `key`. Most have one record, so only those are read who have more.
 */
function knownTo({ id }: EarningRule, span: Span, mode: 'live' | 'trial'): RawBuilder<unknown> {
  const ofOne = span.subscriberId ?? null;
  // subscribers_merged (merged_into_id) where merged_into_id is not null, point_earnings_key_key
  return sql`
    records as (
      select k.root_id, r.id
      from   subscribers k cross join lateral (values (k.id), (k.root_id)) as r(id)
      where  ${mode === 'live'} and k.merged_into_id is not null
      and   (${ofOne}::bigint is null or k.root_id = ${ofOne}::bigint)),
    known as materialized (
      select distinct m.key
      from   moment m
      join   records k on k.root_id = m.subscriber_id
      join   point_earnings e on e.key = ${id} || ' ' || k.id || ' ' || m.moment)`;
}
