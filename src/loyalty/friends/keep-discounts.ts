import { sql } from 'kysely';
import { endDiscount, giveDiscount } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { accountOf } from '../../retention/index.ts';

type Due = {
  subscriberId: number;
  friends: number;
  percent: number;
  accountId: number | null;
  discountId: number | null;
};

/** In a night so many; who was not reached is due the next. */
const MOST = 2000;

/**
 * Gives whoever has brought friends the discount for as many of them as are here and were rewarded,
 * and takes it away, or gives a smaller one, when fewer are.
 * @returns how many discounts have changed
 */
export async function keepDiscounts(ctx: Ctx, day: string): Promise<number> {
  // friendships_inviter (inviter_id, connected_on desc), friend_discounts_pkey
  const { rows } = await sql<Due>`
    with stay as (
      select f.inviter_id, count(*) as friends
      from   friendships f
      join   subscribers o on o.id = f.friend_id
      join   subscribers s on s.id = o.root_id and s.status in ('active', 'suspended')
      where  f.state = 'rewarded'
      group  by f.inviter_id),
    due as (
      select coalesce(t.inviter_id, g.subscriber_id) as subscriber_id,
             coalesce(t.friends, 0) as friends,
             coalesce((select e.percent from friend_steps e
                       where e.friends <= t.friends order by e.friends desc limit 1), 0) as percent
      from   stay t full join friend_discounts g on g.subscriber_id = t.inviter_id)
    select d.subscriber_id, d.friends, d.percent, g.account_id, g.discount_id
    from   due d left join friend_discounts g on g.subscriber_id = d.subscriber_id
    where  d.percent <> coalesce(g.percent, 0)
    order  by 1 limit ${MOST}`.execute(ctx.db);
  let changed = 0;
  for (const due of rows) changed += (await keep(ctx, day, due)) ? 1 : 0;
  return changed;
}

async function keep(ctx: Ctx, day: string, due: Due): Promise<boolean> {
  const { subscriberId, percent, friends, accountId, discountId } = due;
  if (accountId !== null && discountId !== null) {
    // One that somebody has ended by hand is over already.
    await endDiscount(ctx, { id: accountId, discountId });
    await ctx.db.deleteFrom('friendDiscounts').where('subscriberId', '=', subscriberId).execute();
  }
  if (percent === 0) return true;
  const account = await accountOf(ctx, subscriberId, undefined);
  if (!account || account.tariffId === null) return false;
  const words =
    ctx.operator.language === 'ru' ? `Приведённые друзья: ${friends}` : `Friends here: ${friends}`;
  const given = await giveDiscount(ctx, {
    id: account.id,
    subscriptionId: account.tariffId,
    kind: 'percent',
    value: percent * 100,
    fromOn: day,
    words,
  });
  if (!given.ok) {
    ctx.log.warn({ subscriberId, code: given.failure.code }, 'a discount for friends is not given');
    return false;
  }
  await ctx.db
    .insertInto('friendDiscounts')
    .values({
      subscriberId,
      accountId: account.id,
      discountId: given.value.id,
      percent,
      friends,
      givenOn: day,
    })
    .execute();
  return true;
}
