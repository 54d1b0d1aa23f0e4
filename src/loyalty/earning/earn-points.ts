import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { loadProgramme } from '../programme/load-programme.ts';
import type { Span } from './moments.ts';
import { priceMoments } from './price-moments.ts';
import type { EarningRule } from './rule-rows.ts';

/**
 * Writes down what a rule gives for what happened within some days, each once: to be posted when it
 * is due. For days before the rule was on, or the programme had begun, nothing is given. Whoever
 * earns oddly much in a month waits until somebody has looked at it.
 * @returns how many earnings are new
 */
export async function earnPoints(
  ctx: Ctx,
  rule: EarningRule,
  within: Omit<Span, 'timeZone'>,
): Promise<number> {
  const span = { ...within, timeZone: ctx.operator.timeZone };
  const { oddPoints, begunOn } = await loadProgramme(ctx);
  if (begunOn === null) return 0;
  const [from = begunOn] = [span.from, rule.onSince ?? span.to, begunOn].toSorted().slice(-1);
  if (from > span.to) return 0;
  // point_earnings_subscriber (subscriber_id, earned_on desc), subscribers_root (root_id)
  const made = await sql`
    with given as materialized (${priceMoments(rule, { ...span, from }, 'live')}),
    taken as (
      select g.*, sum(g.given) over (
               partition by g.subscriber_id, date_trunc('month', g."on") order by g."on", g.key)
               + coalesce((select sum(n.points)
                           from   subscribers k
                           cross  join lateral (
                             select sum(e.points) as points from point_earnings e
                             where  e.subscriber_id = k.id and e.rule_id is not null
                             and    e.state not in ('dropped', 'reversed')
                             and    e.earned_on >= date_trunc('month', g."on")
                             and    e.earned_on < date_trunc('month', g."on") + interval '1 month'
                           ) n
                           where  k.root_id = g.subscriber_id), 0) as month_points
      from   given g where g.given > 0)
    insert into point_earnings (key, rule_id, subscriber_id, wallet_id, subject_id, earned_on,
             points, state, reason, due_on, made_at)
    select t.key, ${rule.id}, t.subscriber_id, b.wallet_id, t.subject_id, t."on", t.given,
           case when t.month_points > ${oddPoints} then 'held' else 'pending' end,
           case when t.month_points > ${oddPoints} then 'odd' else '' end,
           t."on" + ${rule.pendingDays}::int, ${ctx.clock.now()}
    from   taken t join loyalty_members b on b.subscriber_id = t.subscriber_id
    order  by t.key
    on     conflict (key) do nothing`.execute(ctx.db);
  return Number(made.numAffectedRows ?? 0n);
}
