import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { friendsApi } from '../api/friends.ts';
import { findMember } from '../members/find-member.ts';
import { reaches } from '../reach.ts';

type Shown = z.input<(typeof friendsApi)['GET /api/subscribers/{id}/friends']['output']>;

const DEEPEST = 3;
const MOST = 200;

/** Whom somebody has brought and what became of them. */
export async function showFriends(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  const found = await findMember(ctx, id);
  if (!found.ok) return found;
  const { subscriberId } = found.value;
  // friendships_inviter (inviter_id, connected_on desc), friendships_friend_id_key, primary keys
  const friends = await sql<Shown['friends'][number]>`
    with recursive tree as (
      select f.id, f.friend_id, f.inviter_id, 1 as depth from friendships f
      where  f.inviter_id in (select id from subscribers where root_id = ${subscriberId})
      union all
      select f.id, f.friend_id, f.inviter_id, t.depth + 1
      from   tree t join friendships f on f.inviter_id = t.friend_id
      where  t.depth < ${DEEPEST})
    select f.id, case when v.is_seen then s.id end as subscriber_id,
           case when v.is_seen then s.display_name else '' end as name, t.depth,
           p.id as parent_id, f.connected_on, f.state, f.reason, f.paid_months,
           s.status in ('active', 'suspended') as is_here
    from   tree t
    join   friendships f on f.id = t.id
    join   subscribers o on o.id = f.friend_id
    join   subscribers s on s.id = o.root_id
    left   join friendships p on p.friend_id = t.inviter_id and t.depth > 1
    cross  join lateral (select ${reaches(ctx, 'loyalty.work')} as is_seen) v
    order  by t.depth, f.connected_on, f.id limit ${MOST}`.execute(ctx.db);
  const { rows } = await sql<Omit<Shown, 'friends' | 'path'>>`
    select b.code, coalesce(g.percent, 0) as percent, n.staying, y.friend_months,
           (select jsonb_build_object('friends', e.friends, 'percent', e.percent)
            from   friend_steps e where e.friends > n.staying order by e.friends limit 1) as next,
           (select jsonb_build_object('id', s.id, 'name', s.display_name)
            from   friendships f
            join   subscribers o on o.id = f.inviter_id
            join   subscribers s on s.id = o.root_id
            where  f.friend_id = b.subscriber_id and f.state <> 'refused'
            and    ${reaches(ctx, 'loyalty.work')}) as brought_by
    from   loyalty_members b
    cross  join loyalty_settings y
    left   join friend_discounts g on g.subscriber_id = b.subscriber_id
    cross  join lateral (
      select count(*) as staying
      from   friendships f
      join   subscribers i on i.id = f.inviter_id and i.root_id = b.subscriber_id
      join   subscribers o on o.id = f.friend_id and o.root_id <> i.root_id
      join   subscribers s on s.id = o.root_id and s.status in ('active', 'suspended')
      where  f.state = 'rewarded') n
    where  b.subscriber_id = ${subscriberId}`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new Error('a member was not found again');
  return ok({ ...row, path: `/friend/${row.code}`, friends: friends.rows });
}
