import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import type { rulesApi } from '../api/rules.ts';
import { priceMoments } from '../earning/price-moments.ts';
import { findRule } from '../earning/rule-rows.ts';
import { ruleOf } from '../earning/signals.ts';
import { countMonths } from '../night/count-months.ts';
import { loadProgramme } from '../programme/load-programme.ts';

type Shown = z.input<(typeof rulesApi)['POST /api/loyalty/rules/{id}/try']['output']>;
type Month = Shown['months'][number];
type Sums = Pick<
  Shown,
  'moments' | 'people' | 'points' | 'cappedPoints' | 'overBudgetPoints' | 'withheld' | 'held'
> & { months: Omit<Month, 'costMinor'>[] };

const PERIOD_DAYS = 180;
const MOST_MS = 120_000;

/**
 * What a rule would have given in the last half a year, by the very SELECT that gives it by night;
 * whoever has looked at that may switch it on. Months that no night has counted yet are counted for
 * the look alone.
 */
export async function tryRule(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  const found = await findRule(ctx, id);
  if (!found.ok) return found;
  const rule = found.value;
  await sql`select set_config('statement_timeout', ${`${MOST_MS}ms`}, true),
    set_config('jit', 'off', true)`.execute(ctx.db);
  const to = today(ctx);
  const from = daysAfter(to, -PERIOD_DAYS);
  const { timeZone } = ctx.operator;
  const { pointMinor, begunOn, oddPoints } = await loadProgramme(ctx);
  await sql`savepoint look`.execute(ctx.db);
  await countMonths(ctx, to);
  const { rows } = await sql<Sums>`
    with given as materialized (${priceMoments(rule, { from, to, timeZone }, 'trial')}),
    month as (
      select to_char(g."on", 'YYYY-MM') as month, count(*) filter (where g.given > 0) as times,
             sum(g.given)::bigint as points
      from   given g group by 1),
    other as (
      select o.root_id as subscriber_id, date_trunc('month', e.earned_on) as month,
             sum(e.points) as points
      from   point_earnings e join subscribers o on o.id = e.subscriber_id
      where  e.rule_id <> ${id} and e.state not in ('dropped', 'reversed')
      and    e.earned_on >= date_trunc('month', ${from}::date)
      group  by 1, 2),
    together as (
      select sum(g.given) over (
               partition by g.subscriber_id, date_trunc('month', g."on") order by g."on", g.key)
             + coalesce(o.points, 0) as points
      from   given g
      left   join other o on o.subscriber_id = g.subscriber_id
             and o.month = date_trunc('month', g."on")
      where  g.given > 0)
    select count(*) as moments, count(distinct subscriber_id) filter (where given > 0) as people,
           coalesce(sum(given), 0)::bigint as points,
           coalesce(sum(points - allowed), 0)::bigint as capped_points,
           coalesce(sum(allowed - given), 0)::bigint as over_budget_points,
           count(*) filter (where is_withheld) as withheld,
           (select count(*) from together o where o.points > ${oddPoints}) as held,
           (select coalesce(jsonb_agg(jsonb_build_object('month', m.month, 'times', m.times,
                     'points', m.points) order by m.month), '[]') from month m) as months
    from   given`.execute(ctx.db);
  await sql`rollback to savepoint look`.execute(ctx.db);
  const kept = await sql`
    update earning_rules set tried_version = version
    where  id = ${id} and version = ${rule.version}`.execute(ctx.db);
  if (kept.numAffectedRows === 0n) return fail('loyalty.changed_meanwhile');
  const [sums] = rows;
  if (!sums) throw new Error('a select of sums has a row');
  return ok({
    ...sums,
    isKnown: !ruleOf(rule.signal).isOfProgramme || (begunOn !== null && begunOn <= from),
    from,
    to,
    currency: ctx.operator.currency,
    costMinor: sums.points * pointMinor,
    months: sums.months.map((month) => ({ ...month, costMinor: month.points * pointMinor })),
  });
}
