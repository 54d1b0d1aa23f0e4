import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { ownPageApi } from '../api/own-page.ts';
import { friendPathOf } from '../friends/path-of.ts';
import { nextStep, stayingOf, treeOf } from '../friends/tree.ts';
import { balanceOf } from '../members/balance-of.ts';
import type { Member } from '../members/find-member.ts';
import { keptPercent, monthsInTime, nextLevel, pendingPoints } from '../members/standing.ts';
import { accountFor } from '../account-for.ts';
import { offeredTo } from '../rewards/stop-of.ts';

type Shown = z.input<(typeof ownPageApi)['GET /api/public/points/{key}']['output']>;
type Row = Member &
  Omit<Shown, 'balance' | 'expiring' | 'worthMinor' | 'rewards' | 'friends' | 'friendPath'> & {
    pointMinor: number;
  };

const MOST_REWARDS = 20;
const MOST_FRIENDS = 100;

/** What somebody may know of their own points. Nobody is named in full on it. */
export async function showOwnPage(ctx: Ctx, { key }: { key: string }): Promise<Result<Shown>> {
  const row = await findByKey(ctx, key);
  if (!row) return fail('loyalty.no_such_page');
  const { subscriberId, walletId, householdId, levelId, pointMinor, ...shown } = row;
  const member = { subscriberId, walletId, householdId, levelId };
  const { balance, expiring } = await balanceOf(ctx, walletId);
  const hasTariff = (await accountFor(ctx, subscriberId, undefined)) !== null;
  const offered = await offeredTo(ctx, member, { balance, hasTariff });
  return ok({
    ...shown,
    friendPath: friendPathOf(shown.code),
    operator: ctx.operator.name,
    currency: ctx.operator.currency,
    balance,
    expiring,
    worthMinor: Math.max(0, balance) * pointMinor,
    rewards: offered
      .filter(({ stop }) => stop === null || stop === 'points')
      .slice(0, MOST_REWARDS)
      .map(({ name, words, points, stop }) => ({ name, words, points, isOpen: stop === null })),
    friends: await friendsOf(ctx, subscriberId),
  });
}

async function findByKey(ctx: Ctx, key: string): Promise<Row | null> {
  // loyalty_members_page_key_key (page_key), loyalty_members_pkey
  const { rows } = await sql<Row>`
    select s.id as subscriber_id, b.wallet_id, w.household_id, b.level_id,
           w.household_id is not null as is_shared, v.name as level, y.point_minor,
           ${nextLevel} as next, ${monthsInTime} as streak, ${pendingPoints} as pending,
           ${keptPercent('privilege')} as privilege, b.code, y.friend_months,
           ${keptPercent('friends')} as percent, n.staying, ${nextStep} as next_step
    from   loyalty_members k
    join   subscribers o on o.id = k.subscriber_id
    join   subscribers s on s.id = o.root_id and s.erased_at is null
    join   loyalty_members b on b.subscriber_id = s.id
    join   point_wallets w on w.id = b.wallet_id
    cross  join loyalty_settings y
    left   join loyalty_levels v on v.id = b.level_id
    cross  join lateral (select ${stayingOf} as staying) n
    where  k.page_key = ${key}`.execute(ctx.db);
  return rows[0] ?? null;
}

async function friendsOf(ctx: Ctx, rootId: number): Promise<Shown['friends']> {
  // friendships_pkey, subscribers_pkey
  const { rows } = await sql<Shown['friends'][number]>`
    with ${treeOf(rootId)}
    select f.id, t.parent_id, f.state, s.status in ('active', 'suspended') as is_here,
           upper(left(coalesce(nullif(s.first_name, ''),
                               case s.kind when 'person' then split_part(s.display_name, ' ', 1)
                                           else s.display_name end), 1)) as initial
    from   tree t
    join   friendships f on f.id = t.id and f.state <> 'refused'
    join   subscribers s on s.id = t.friend_id and s.erased_at is null
    order  by t.depth, f.connected_on, f.id limit ${MOST_FRIENDS}`.execute(ctx.db);
  return rows;
}
