import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { chargeKinds } from '../../ledger/index.ts';

/**
 * Who was charged in a month and paid in time, as the tail of a WITH: the relation `paid` of
 * owner_id, charged and is_in_time. The owner is the root, but for months that were counted before
 * a record was merged into it. In time is where nothing was owed when the month was over, beyond
 * what was charged in it where one pays afterwards, and nothing was cut off for a debt. What was
 * paid by then counts though it came later; what went back later does not.
 * @param accountIds of those alone
 */
export const paidIn = (
  ctx: Ctx,
  month: string,
  accountIds: readonly number[] | null = null,
): RawBuilder<unknown> => sql`
  -- ledger_transactions_occurred (occurred_on, id), ledger_postings_transaction,
  -- ledger_accounts_account, ledger_balances_pkey, service_breaks_account,
  -- paid_months_pkey, payments_received (received_at, id),
  -- payment_returns_returned (returned_at), payments_pkey
  days as (
    select f.first_on, f.first_on::timestamp at time zone ${ctx.operator.timeZone} as first_at,
           (f.first_on + interval '1 month')::date as after_on,
           (f.first_on + interval '1 month') at time zone ${ctx.operator.timeZone} as after_at
    from  (select ${month}::date as first_on) f),
  moved as (
    select l.account_id, l.id as ledger_account_id,
           -coalesce(sum(p.amount_minor) filter (
             where t.occurred_on < d.after_on and t.kind = any(${chargeKinds})), 0) as charged,
           coalesce(sum(p.amount_minor) filter (where t.occurred_on >= d.after_on), 0) as later
    from   days d
    join   ledger_transactions t on t.occurred_on >= d.first_on
    join   ledger_postings p on p.transaction_id = t.id
    join   ledger_accounts l on l.id = p.ledger_account_id and l.account_id is not null
           and (${accountIds}::bigint[] is null or l.account_id = any(${accountIds}::bigint[]))
    group  by 1, 2),
  come as (
    select y.account_id, sum(y.amount_minor) as minor
    from   days d
    join   payments y on y.received_at >= d.after_at and y.paid_at < d.after_at
    join   ledger_transactions t on t.id = y.transaction_id and t.occurred_on >= d.after_on
    group  by 1),
  gone as (
    select y.account_id, sum(r.amount_minor) as minor
    from   days d
    join   payment_returns r on r.returned_at >= d.after_at
    join   payments y on y.id = r.payment_id and y.paid_at < d.after_at
    group  by 1),
  paid as (
    select w.owner_id, sum(m.charged)::bigint as charged,
           bool_and(
             b.balance_minor - m.later + coalesce(c.minor, 0) - coalesce(g.minor, 0)
               + a.credit_limit_minor
               + case a.payment_mode when 'postpaid' then m.charged else 0 end >= 0
             and not exists (
               select from service_breaks k
               where  k.account_id = a.id and k.kind = 'suspended' and k.reason = 'debt'
               and    k.began_at < d.after_at
               and    (k.ended_at is null or k.ended_at >= d.first_at))) as is_in_time
    from   moved m
    cross  join days d
    join   ledger_balances b on b.ledger_account_id = m.ledger_account_id
    left   join come c on c.account_id = m.account_id
    left   join gone g on g.account_id = m.account_id
    join   accounts a on a.id = m.account_id
    join   subscribers o on o.id = a.subscriber_id
    cross  join lateral (
      select case when exists (
               select from paid_months e
               where  e.month = d.first_on and e.subscriber_id = o.id)
             then o.id else o.root_id end as owner_id) w
    where  m.charged > 0
    group  by w.owner_id)`;

/** How many months in a row are in time, with this one. */
export const nextStreak = (
  isInTime: RawBuilder<unknown>,
  former: RawBuilder<unknown>,
): RawBuilder<number> => sql<number>`
  case when ${isInTime} then least(coalesce(${former}, 0) + 1, 1200)
       else coalesce(${former}, 0) / 2 end`;
