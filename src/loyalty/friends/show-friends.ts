import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { friendsApi } from '../api/friends.ts';
import { findMember } from '../members/find-member.ts';
import { keptPercent } from '../members/standing.ts';
import { reaches } from '../reach.ts';
import { friendPathOf } from './path-of.ts';
import { nextStep, stayingOf, treeOf } from './tree.ts';

type Shown = z.input<(typeof friendsApi)['GET /api/subscribers/{id}/friends']['output']>;

const MOST = 200;

/** Whom somebody has brought and what became of them. */
export async function showFriends(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  const found = await findMember(ctx, id);
  if (!found.ok) return found;
  const { subscriberId } = found.value;
  // friendships_pkey, subscribers_pkey
  const friends = await sql<Shown['friends'][number]>`
    with ${treeOf(subscriberId)}
    select f.id, case when v.is_seen then s.id end as subscriber_id,
           case when v.is_seen then s.display_name else '' end as name, t.depth,
           t.parent_id, f.connected_on, f.state, f.reason, f.paid_months,
           s.status in ('active', 'suspended') as is_here
    from   tree t
    join   friendships f on f.id = t.id
    join   subscribers s on s.id = t.friend_id
    cross  join lateral (select ${reaches(ctx, 'loyalty.work')} as is_seen) v
    order  by t.depth, f.connected_on, f.id limit ${MOST}`.execute(ctx.db);
  const { rows } = await sql<Omit<Shown, 'friends' | 'path'>>`
    select b.code, ${keptPercent('friends')} as percent, n.staying, y.friend_months,
           ${nextStep} as next,
           (select jsonb_build_object('id', s.id, 'name', s.display_name)
            from   friendships f
            join   subscribers o on o.id = f.inviter_id
            join   subscribers s on s.id = o.root_id
            where  f.friend_id in (select k.id from subscribers k
                                   where  k.root_id = b.subscriber_id)
            and    f.state <> 'refused' and ${reaches(ctx, 'loyalty.work')}
            order  by f.connected_on, f.id limit 1) as brought_by
    from   loyalty_members b
    cross  join loyalty_settings y
    cross  join lateral (select ${stayingOf} as staying) n
    where  b.subscriber_id = ${subscriberId}`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new Error('a member was not found again');
  return ok({ ...row, path: friendPathOf(row.code), friends: friends.rows });
}
