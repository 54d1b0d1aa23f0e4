import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { checkingApi } from '../api/checking.ts';
import { reaches } from '../reach.ts';

type Shown = z.input<(typeof checkingApi)['GET /api/loyalty/held']['output']>;

const MOST = 100;

/** What waits, the earliest first; it gets less as it is decided. */
export async function listHeld(ctx: Ctx): Promise<Result<Shown>> {
  // point_earnings_held (id) where state = 'held',
  // point_earnings_subscriber (subscriber_id, earned_on desc), subscribers_root (root_id)
  const earnings = await sql<Shown['earnings'][number]>`
    select e.id, s.id as subscriber_id, s.display_name as name, r.name as rule, r.signal,
           e.points, e.earned_on,
           (select sum(n.points)
            from   subscribers k
            cross  join lateral (
              select sum(m.points) as points from point_earnings m
              where  m.subscriber_id = k.id and m.rule_id is not null
              and    m.state not in ('dropped', 'reversed')
              and    m.earned_on >= date_trunc('month', e.earned_on)
              and    m.earned_on < date_trunc('month', e.earned_on) + interval '1 month') n
            where  k.root_id = s.id)::bigint as month_points
    from   point_earnings e
    join   earning_rules r on r.id = e.rule_id
    join   subscribers o on o.id = e.subscriber_id
    join   subscribers s on s.id = o.root_id
    where  e.state = 'held' and ${reaches(ctx, 'loyalty.check')}
    order  by e.id limit ${MOST + 1}`.execute(ctx.db);
  // friendships_open
  const friends = await sql<Shown['friends'][number]>`
    select f.id, s.id as inviter_id, s.display_name as inviter,
           case when v.is_seen then n.id end as friend_id,
           case when v.is_seen then n.display_name else '' end as friend, f.reason, f.connected_on
    from   friendships f
    join   subscribers o on o.id = f.inviter_id
    join   subscribers s on s.id = o.root_id
    join   subscribers g on g.id = f.friend_id
    join   subscribers n on n.id = g.root_id
    cross  join lateral (
      select exists (select from subscribers s
                     where  s.id = n.id and ${reaches(ctx, 'loyalty.check')}) as is_seen) v
    where  f.state = 'held' and ${reaches(ctx, 'loyalty.check')}
    order  by f.id limit ${MOST + 1}`.execute(ctx.db);
  // friend_tariffs_untold (has_no_way, id), products_pkey, subscribers_pkey
  const tariffs = await sql<Shown['tariffs'][number]>`
    select g.id, s.id as subscriber_id, s.display_name as name, p.name as tariff
    from   friend_tariffs g
    join   products p on p.id = g.product_id
    join   subscribers o on o.id = g.subscriber_id
    join   subscribers s on s.id = o.root_id
    where  g.ended_on is null and g.ends_on is not null and g.told_at is null and g.has_no_way
    and    ${reaches(ctx, 'loyalty.check')}
    order  by g.id limit ${MOST + 1}`.execute(ctx.db);
  const lists = [earnings, friends, tariffs];
  return ok({
    earnings: earnings.rows.slice(0, MOST),
    friends: friends.rows.slice(0, MOST),
    tariffs: tariffs.rows.slice(0, MOST),
    hasMore: lists.some(({ rows }) => rows.length > MOST),
  });
}
