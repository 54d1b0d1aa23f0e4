import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { rulesApi } from '../api/rules.ts';
import { findRule } from '../earning/rule-rows.ts';
import { termsOn } from '../earning/terms-on.ts';

type Shown = z.input<(typeof rulesApi)['GET /api/loyalty/rules/{id}/use']['output']>;

/**
 * What a rule has given in the month of a day until that day, and what its budget of then had left:
 * day by day, for what is earned later finds less of it.
 */
export async function showUse(
  ctx: Ctx,
  { id, on = today(ctx) }: { id: number; on?: string | undefined },
): Promise<Result<Shown>> {
  const found = await findRule(ctx, id);
  if (!found.ok) return found;
  // earning_rules_pkey, point_earnings_rule (rule_id, earned_on)
  const { rows } = await sql<Omit<Shown, 'on'>>`
    with terms as (
      select t.points, t.most_points, t.cap_period, t.budget_points, t.is_on
      from   earning_rules r cross join lateral ${termsOn(ctx, on)} t
      where  r.id = ${id}),
    earned as (
      select e.earned_on, e.subscriber_id, e.points, e.state in ('dropped', 'reversed') as is_back
      from   point_earnings e
      where  e.rule_id = ${id} and e.earned_on <= ${on}
      and    e.earned_on >= date_trunc('month', ${on}::date)),
    days as (
      select e.earned_on as "on", count(*) as times, sum(e.points)::bigint as points
      from   earned e where not e.is_back group by 1),
    told as (
      select d.*, t.budget_points - sum(d.points) over (order by d."on") as "left"
      from   days d cross join terms t)
    select t.is_on,
           case when t.points is not null then jsonb_build_object(
             'points', t.points, 'mostPoints', t.most_points, 'capPeriod', t.cap_period,
             'budgetPoints', t.budget_points) end as limits,
           (select count(distinct e.subscriber_id) from earned e where not e.is_back) as people,
           coalesce((select sum(d.points) from days d), 0)::bigint as given,
           coalesce((select sum(e.points) from earned e where e.is_back), 0)::bigint as taken_back,
           (select coalesce(jsonb_agg(to_jsonb(o) order by o."on"), '[]') from told o) as days
    from   terms t`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new Error('a rule was not found again');
  return ok({ on, ...row });
}
