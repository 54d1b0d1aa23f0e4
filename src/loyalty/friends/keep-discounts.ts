import { sql } from 'kysely';
import { endDiscount, giveDiscount } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { attempt } from '../../kernel/db/attempt.ts';
import { accountOf } from '../../retention/index.ts';
import { followMoved } from '../follow-moved.ts';
import { loadProgramme } from '../programme/load-programme.ts';

type Due = {
  subscriberId: number;
  friends: number;
  percent: number;
  accountId: number | null;
  discountId: number | null;
};

/** In a night so many change; who was not reached is due the next. */
const MOST = 2000;

/**
 * Gives whoever has brought friends the discount for as many of them as are here and were rewarded,
 * and takes it away, or gives a smaller one, when fewer are. It is given anew where its tariff has
 * ended, and to nobody while the programme does not work.
 * @returns how many discounts have changed
 */
export async function keepDiscounts(ctx: Ctx, day: string): Promise<number> {
  await followMoved(ctx);
  const { begunOn } = await loadProgramme(ctx);
  const isOn = begunOn !== null && begunOn <= day;
  let [changed, afterId, isGoing] = [0, 0, true];
  while (isGoing && changed < MOST) {
    const found = await findDue(ctx, { day, isOn, afterId });
    for (const due of found) changed += (await keep(ctx, day, due)) ? 1 : 0;
    afterId = found.at(-1)?.subscriberId ?? 0;
    isGoing = found.length === MOST;
  }
  return changed;
}

type Asked = { day: string; isOn: boolean; afterId: number };

/** A friend who was found to be the same person as the one who has brought them counts no more. */
async function findDue(ctx: Ctx, { day, isOn, afterId }: Asked): Promise<Due[]> {
  // friendships_inviter (inviter_id, connected_on desc), friend_discounts_pkey, discounts_pkey,
  // subscriptions_pkey, subscribers_root (root_id), accounts_subscriber, subscriptions_account
  const { rows } = await sql<Due>`
    with stay as (
      select i.root_id as inviter_id, count(*) as friends
      from   friendships f
      join   subscribers i on i.id = f.inviter_id
      join   subscribers o on o.id = f.friend_id and o.root_id <> i.root_id
      join   subscribers s on s.id = o.root_id and s.status in ('active', 'suspended')
      where  f.state = 'rewarded' and ${isOn}
      group  by 1),
    due as (
      select coalesce(t.inviter_id, g.subscriber_id) as subscriber_id,
             coalesce(t.friends, 0) as friends, g.account_id, g.discount_id,
             coalesce(g.percent, 0) as given,
             case when exists (
               select from subscribers m
               join   accounts a on a.subscriber_id = m.id and a.state <> 'closed'
               join   subscriptions x on x.account_id = a.id and x.ended_on is null
               join   product_versions v on v.id = x.product_version_id
               join   products p on p.id = v.product_id and p.kind = 'tariff'
               where  m.root_id = t.inviter_id)
             then coalesce((select e.percent from friend_steps e
                            where e.friends <= t.friends order by e.friends desc limit 1), 0)
             else 0 end as percent,
             exists (select from discounts d
                     join   accounts a on a.id = d.account_id
                     join   subscriptions x on x.id = d.subscription_id
                     where  d.id = g.discount_id
                     and   (a.state = 'closed' or x.ended_on <= ${day})) as is_lost
      from   stay t full join friend_discounts g on g.subscriber_id = t.inviter_id)
    select d.subscriber_id, d.friends, d.percent, d.account_id, d.discount_id
    from   due d
    where (d.percent <> d.given or d.is_lost) and d.subscriber_id > ${afterId}
    order  by 1 limit ${MOST}`.execute(ctx.db);
  return rows;
}

async function keep(ctx: Ctx, day: string, due: Due): Promise<boolean> {
  const { subscriberId, percent, friends, accountId, discountId } = due;
  if (accountId !== null && discountId !== null) {
    const ended = await attempt(ctx, (tx) => endDiscount(tx, { id: accountId, discountId }));
    if (!ended.ok && !areOver.includes(ended.failure.code)) {
      ctx.log.warn({ subscriberId, code: ended.failure.code }, 'a discount for friends goes on');
      return false;
    }
    await ctx.db.deleteFrom('friendDiscounts').where('subscriberId', '=', subscriberId).execute();
  }
  if (percent === 0) return true;
  const account = await accountOf(ctx, subscriberId, undefined);
  if (!account || account.tariffId === null) return false;
  const { id, tariffId } = account;
  const words =
    ctx.operator.language === 'ru' ? `Приведённые друзья: ${friends}` : `Friends here: ${friends}`;
  // What billing refuses, it has written before: it is taken back.
  const given = await attempt(ctx, (tx) =>
    giveDiscount(tx, {
      id,
      subscriptionId: tariffId,
      kind: 'percent',
      value: percent * 100,
      fromOn: day,
      words,
    }),
  );
  if (!given.ok) {
    ctx.log.warn({ subscriberId, code: given.failure.code }, 'a discount for friends is not given');
    return false;
  }
  const kept = { subscriberId, accountId: id, discountId: given.value.id };
  await ctx.db
    .insertInto('friendDiscounts')
    .values({ ...kept, percent, friends, givenOn: day })
    .execute();
  return true;
}

/** One that somebody has ended by hand, or whose holder is no longer known. */
const areOver: readonly string[] = ['billing.no_such_discount', 'subscribers.erased'];
