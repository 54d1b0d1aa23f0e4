import { sql } from 'kysely';
import type { z } from 'zod';
import { newestInForce } from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { isControl } from '../../retention/index.ts';
import { today } from '../../subscribers/index.ts';
import type { tariffsApi } from '../api/tariffs.ts';
import { stayingOf } from '../friends/tree.ts';
import { findMember, type Member } from '../members/find-member.ts';
import { leastFriends } from './for-friends.ts';

type Shown = z.input<(typeof tariffsApi)['GET /api/subscribers/{id}/friend-tariffs']['output']>;
export type FriendTariff = Shown['tariffs'][number];

/** What somebody can have for the friends who stay; nothing is for the permanent control. */
export async function listTariffs(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  const found = await findMember(ctx, id);
  if (!found.ok) return found;
  const { currency } = ctx.operator;
  return ok({ currency, ...(await friendTariffsOf(ctx, found.value)) });
}

/** The same of a member who is known, and locked where one is given. */
export async function friendTariffsOf(
  ctx: Ctx,
  { subscriberId }: Member,
): Promise<Omit<Shown, 'currency'>> {
  // The tariffs are few; friend_tariffs_subscriber (subscriber_id), products_pkey,
  // subscribers_root (root_id)
  const { rows: tariffs } = await sql<FriendTariff>`
    select n.id as product_version_id, p.name, n.monthly_fee_minor, k.least as least_friends
    from   products p
    cross  join ${newestInForce(today(ctx))} n
    cross  join lateral (select ${leastFriends(sql`p.eligibility`)} as least) k
    where  p.kind = 'tariff' and p.archived_at is null and k.least is not null
    and    n.currency = ${ctx.operator.currency}
    and    not ${isControl(sql`${subscriberId}::bigint`)}
    order  by k.least, n.monthly_fee_minor, n.id limit 50`.execute(ctx.db);
  const { rows } = await sql<Pick<Shown, 'staying' | 'current'>>`
    select ${stayingOf} as staying,
           (select jsonb_build_object('name', p.name, 'givenOn', g.given_on, 'endsOn', g.ends_on,
                                       'isUntold', g.ends_on is not null and g.told_at is null)
            from   subscribers o
            join   friend_tariffs g on g.subscriber_id = o.id and g.ended_on is null
            join   products p on p.id = g.product_id
            where  o.root_id = b.subscriber_id
            order  by g.id desc limit 1) as current
    from   loyalty_members b where b.subscriber_id = ${subscriberId}`.execute(ctx.db);
  return { tariffs, ...(rows[0] ?? { staying: 0, current: null }) };
}
