import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { daysAfter } from '../../subscribers/index.ts';
import { reverseEarnings } from '../earning/reverse-earnings.ts';
import { signalsWith } from '../earning/signals.ts';
import { takeBackFriends } from '../friends/take-back-friends.ts';
import { lastMonth } from '../members/last-month.ts';
import { nextStreak, paidIn } from './paid-in.ts';

/** So long back returns are looked at: each was seen by many nights before. */
const LOOK_BACK_DAYS = 35;

type Returned = { rootId: number; accountIds: number[]; month: string };
type Changed = { subscriberId: number; month: string };

/**
 * A payment that goes back is as if it had not been made: the months since then are counted again,
 * and what was earned by those that are in time no more is taken back, for friends, too.
 * @returns how many earnings
 */
export async function takeBackReturned(ctx: Ctx, day: string): Promise<number> {
  // payment_returns_returned (returned_at), payments_pkey, accounts_pkey, subscribers_root,
  // accounts_subscriber
  const { rows: returned } = await sql<Returned>`
    select o.root_id, min(date_trunc('month', y.paid_at at time zone
             ${ctx.operator.timeZone}))::date as month,
           array(select x.id from subscribers m join accounts x on x.subscriber_id = m.id
                 where m.root_id = o.root_id) as account_ids
    from   payment_returns t
    join   payments y on y.id = t.payment_id
    join   accounts a on a.id = y.account_id
    join   subscribers o on o.id = a.subscriber_id
    where  t.returned_at >= ${daysAfter(day, -LOOK_BACK_DAYS)}::date
    group  by o.root_id`.execute(ctx.db);
  const [first] = returned.map(({ month }) => month).toSorted();
  if (first === undefined) return 0;
  const { rows: months } = await sql<{ month: string }>`
    select day as month from loyalty_runs
    where  step = 'month' and day >= ${first} order by day`.execute(ctx.db);
  const changed: Changed[] = [];
  for (const { month } of months) {
    const of = returned.filter((one) => one.month <= month);
    changed.push(...(await countAgain(ctx, month, of)));
  }
  if (changed.length === 0) return 0;
  const friends = await takeBackFriends(
    ctx,
    changed.map(({ subscriberId }) => subscriberId),
  );
  return friends + (await takeBack(ctx, changed));
}

/** No month becomes better by that. @returns those that are otherwise now */
async function countAgain(
  ctx: Ctx,
  month: string,
  returned: readonly Returned[],
): Promise<Changed[]> {
  const accountIds = returned.flatMap((one) => one.accountIds);
  const rootIds = returned.map(({ rootId }) => rootId);
  // paid_months_pkey, subscribers_root
  const { rows } = await sql<Changed>`
    with ${paidIn(ctx, month, accountIds)},
    fresh as (
      select e.subscriber_id, n.is_in_time,
             least(e.streak, ${nextStreak(sql`n.is_in_time`, sql`f.streak`)}) as streak
      from   paid_months e
      left   join paid p on p.owner_id = e.subscriber_id
      cross  join lateral (select e.is_in_time and coalesce(p.is_in_time, true) as is_in_time) n
      left   join lateral
        ${lastMonth(sql`(k.id = e.subscriber_id or k.root_id = e.subscriber_id)`, month)} f on true
      where  e.month = ${month} and e.subscriber_id in (
        select m.id from subscribers m where m.root_id = any(${rootIds}::bigint[])))
    update paid_months e set is_in_time = n.is_in_time, streak = n.streak
    from   fresh n
    where  e.subscriber_id = n.subscriber_id and e.month = ${month}
    and   (e.is_in_time <> n.is_in_time or e.streak <> n.streak)
    returning e.subscriber_id, e.month`.execute(ctx.db);
  return rows;
}

async function takeBack(ctx: Ctx, changed: readonly Changed[]): Promise<number> {
  const ids = changed.map(({ subscriberId }) => subscriberId);
  const months = changed.map(({ month }) => month);
  // paid_months_pkey, point_earnings_subscriber
  return reverseEarnings(
    ctx,
    sql`e.id in (
      select g.id
      from   unnest(${ids}::bigint[], ${months}::date[]) as c(id, month)
      join   paid_months p on p.month = c.month and p.subscriber_id = c.id
      join   point_earnings g on g.subscriber_id = c.id
             and g.earned_on = (c.month + interval '1 month')::date - 1
      join   earning_rules r on r.id = g.rule_id and r.signal = any(${signalsWith('isOfMonth')})
      where  not p.is_in_time
      or    (r.signal = 'streak' and p.streak % greatest(1, r.bound) <> 0))`,
    'payment_returned',
  );
}
