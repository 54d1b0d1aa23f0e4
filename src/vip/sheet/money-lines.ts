import { sql } from 'kysely';
import { availableJoins, availableMinor, monthlyFeesMinor } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import { monthOf } from '../../kernel/month-of.ts';
import type { Rules } from '../programme/rules.ts';
import type { SheetLine } from '../slots.ts';

/**
 * Accounts that are short, or will be when the next month is charged, if that is near: the sum says
 * by how much.
 */
export async function balanceLines(
  ctx: Ctx,
  ids: readonly number[],
  { balanceDays }: Rules,
): Promise<SheetLine[]> {
  const day = today(ctx);
  const charged = monthOf(day, 1);
  const isNear = charged <= daysAfter(day, balanceDays);
  // subscribers_root, accounts_subscriber, subscriptions_account
  const { rows } = await sql<SheetLine & { accountId: number }>`
    select m.root_id as subscriber_id, a.id as account_id, a.number as words,
           case when n.available < 0 then ${day}::date else ${charged}::date end as "on",
           n.available - case when ${isNear} then n.fees else 0 end as minor
    from   subscribers m
    join   accounts a on a.subscriber_id = m.id and a.state <> 'closed' ${availableJoins}
    cross  join lateral (select ${availableMinor} as available, ${monthlyFeesMinor(day)} as fees) n
    where  m.root_id = any(${ids}::bigint[])
    and    n.available - case when ${isNear} and a.payment_mode = 'prepaid'
                              then n.fees else 0 end < 0
    order  by minor`.execute(ctx.db);
  return rows.map(({ accountId, ...line }) => ({
    ...line,
    kind: 'balance',
    key: `balance:${accountId}`,
    path: `/accounts/${accountId}`,
  }));
}

/** Terms promised and discounts that end soon; those of individual terms are told as these. */
export async function endingLines(
  ctx: Ctx,
  ids: readonly number[],
  { endingDays }: Pick<Rules, 'endingDays'>,
): Promise<SheetLine[]> {
  const day = today(ctx);
  const last = daysAfter(day, endingDays);
  const isSoon = (on: ReturnType<typeof sql>) => sql`${on} between ${day}::date and ${last}::date`;
  const boundTo = sql`(x.started_on + v.least_months * interval '1 month')::date`;
  // subscribers_root, accounts_subscriber, subscriptions_account, discounts_account
  const { rows } = await sql<SheetLine>`
    with held as (
      select a.id, m.root_id from subscribers m
      join   accounts a on a.subscriber_id = m.id and a.state <> 'closed'
      where  m.root_id = any(${ids}::bigint[]))
    select h.root_id as subscriber_id, 'ending' as kind, 'term:' || x.id as key,
           ${boundTo} as "on", p.name as words, '/accounts/' || h.id as path
    from   held h
    join   subscriptions x on x.account_id = h.id and x.ended_on is null
    join   product_versions v on v.id = x.product_version_id and v.least_months > 0
    join   products p on p.id = v.product_id
    where  ${isSoon(boundTo)}
    union  all
    select h.root_id, 'ending', 'discount:' || d.id, d.to_on, d.words, '/accounts/' || h.id
    from   held h join discounts d on d.account_id = h.id and d.ended_at is null
    where  ${isSoon(sql`d.to_on`)}
    and    not exists (
      -- discounts_pkey, vip_terms_services_discount: a change of price moves a discount on
      with   recursive was as (
        select d.id, d.moved_from_id
        union  all
        select o.id, o.moved_from_id from was join discounts o on o.id = was.moved_from_id)
      select from was join vip_terms_services x on x.discount_id = was.id)
    order  by "on"`.execute(ctx.db);
  return rows;
}
