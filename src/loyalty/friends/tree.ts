import { type RawBuilder, sql } from 'kysely';
import { isControl } from '../../retention/index.ts';

const DEEPEST = 3;

/**
 * Whom somebody has brought, and whom those have: a recursive relation `tree` of `id` of the
 * friendship, `friend_id` of the root, `parent_id` of the friendship above and `depth`, as the head
 * of a WITH. All of it goes by roots, so a merge parts no branch.
 */
export const treeOf = (rootId: number): RawBuilder<unknown> => sql`
  -- subscribers_root (root_id), friendships_inviter (inviter_id, connected_on desc)
  recursive tree as (
    select f.id, o.root_id as friend_id, null::bigint as parent_id, 1 as depth
    from   subscribers i
    join   friendships f on f.inviter_id = i.id
    join   subscribers o on o.id = f.friend_id
    where  i.root_id = ${rootId}
    union all
    select f.id, o.root_id, t.id, t.depth + 1
    from   tree t
    join   subscribers i on i.root_id = t.friend_id
    join   friendships f on f.inviter_id = i.id
    join   subscribers o on o.id = f.friend_id
    where  t.depth < ${DEEPEST} and t.friend_id <> ${rootId})`;

/**
 * Friends who count, as a FROM with its WHERE: rewarded and here. Whoever was found to be the same
 * person as the one who has brought them, `i`, counts no more.
 */
export const staying = sql`
  -- friendships_inviter (inviter_id, connected_on desc), friendships_rewarded, subscribers_root
  friendships f
  join   subscribers i on i.id = f.inviter_id
  join   subscribers o on o.id = f.friend_id and o.root_id <> i.root_id
  join   subscribers s on s.id = o.root_id and s.status in ('active', 'suspended')
  where  f.state = 'rewarded'`;

/** How many whom somebody, `b.subscriber_id`, has brought are rewarded and here. */
export const stayingOf = sql<number>`(
  select count(distinct o.root_id) from ${staying} and i.root_id = b.subscriber_id)`;

/** The next step for friends above those who stay, `n.staying`: none for the permanent control. */
export const nextStep = sql`(
  select jsonb_build_object('friends', e.friends, 'percent', e.percent)
  from   friend_steps e
  where  e.friends > n.staying and not ${isControl(sql`b.subscriber_id`)}
  order  by e.friends limit 1)`;
