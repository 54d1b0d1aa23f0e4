import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { membersApi } from '../api/members.ts';
import { termsOn } from '../earning/terms-on.ts';

type Shown = z.input<(typeof membersApi)['GET /api/subscribers/{id}/points']['output']>;

/** What each rule gave somebody in the period of its cap until a day, and the cap of then. */
export async function limitsOf(
  ctx: Ctx,
  subscriberId: number,
  on: string,
): Promise<Shown['limits']> {
  // subscribers_root (root_id), point_earnings_subscriber (subscriber_id, earned_on desc)
  const { rows } = await sql<Shown['limits'][number]>`
    select r.id, r.name, t.cap_period as period, t.most_points as most, g.given
    from   earning_rules r
    cross  join lateral ${termsOn(ctx, on)} t
    cross  join lateral (
      select sum(o.points)::bigint as given
      from   subscribers k
      cross  join lateral (
        select sum(e.points) as points from point_earnings e
        where  e.subscriber_id = k.id and e.rule_id = r.id
        and    e.state not in ('dropped', 'reversed') and e.earned_on <= ${on}
        and    e.earned_on >= date_trunc(t.cap_period, ${on}::date)) o
      where  k.root_id = ${subscriberId}) g
    where  g.given is not null
    order  by r.id limit 200`.execute(ctx.db);
  return rows;
}
