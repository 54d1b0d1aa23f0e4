import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import type { rulesApi } from '../api/rules.ts';
import { loadProgramme } from '../programme/load-programme.ts';

type Shown = z.input<(typeof rulesApi)['GET /api/loyalty/rules']['output']>;

const FIGURES_DAYS = 90;

export async function listRules(ctx: Ctx): Promise<Result<Shown>> {
  const since = daysAfter(today(ctx), -FIGURES_DAYS);
  // point_earnings_rule (rule_id, earned_on)
  const { rows } = await sql<Shown['rules'][number]>`
    select r.id, r.version, r.name, r.signal, r.bound, r.points, r.pending_days, r.most_points,
           r.cap_period, r.budget_points, r.on_since is not null as is_on,
           r.tried_version is not distinct from r.version as is_tried,
           r.archived_at is not null as is_archived, f.times, f.people, f.given
    from   earning_rules r
    cross  join lateral (
      select count(*) as times, count(distinct e.subscriber_id) as people,
             coalesce(sum(e.points), 0)::bigint as given
      from   point_earnings e
      where  e.rule_id = r.id and e.earned_on >= ${since} and e.state in ('pending', 'posted')) f
    order  by r.archived_at is not null, r.id limit 200`.execute(ctx.db);
  const { pointMinor } = await loadProgramme(ctx);
  return ok({ rules: rows, pointMinor, currency: ctx.operator.currency });
}
