import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** How many months back are counted where nothing is known yet: those of a trial on history. */
const MONTHS_BACK = 6;

/**
 * Counts of the months that are over whether they were paid in time: nothing was owed when the
 * month was over, beyond what was charged in it where one pays afterwards, and nothing was cut off
 * for a debt. A month that was not halves the row of those that were: it never ends it at a stroke.
 * Each month is counted once.
 * @returns how many subscribers' months are new
 */
export async function countMonths(ctx: Ctx, day: string): Promise<number> {
  const { rows } = await sql<{ month: string }>`
    select m::date as month
    from   generate_series(date_trunc('month', ${day}::date) - ${MONTHS_BACK} * interval '1 month',
                           date_trunc('month', ${day}::date) - interval '1 day',
                           interval '1 month') m
    where  not exists (select from loyalty_runs r where r.day = m::date and r.step = 'month')
    order  by 1`.execute(ctx.db);
  let count = 0;
  for (const { month } of rows) count += await countMonth(ctx, month);
  return count;
}

async function countMonth(ctx: Ctx, month: string): Promise<number> {
  // Whoever else has begun it is waited for, and it is found done.
  const begun = await ctx.db
    .insertInto('loyaltyRuns')
    .values({ day: month, step: 'month', doneAt: ctx.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('day')
    .executeTakeFirst();
  if (!begun) return 0;
  // ledger_transactions_occurred (occurred_on, id), ledger_postings_transaction,
  // ledger_balances_pkey, service_breaks_account, paid_months_subscriber
  const made = await sql`
    with days as (
      select ${month}::date as first_on, (${month}::date + interval '1 month')::date as after_on),
    moved as (
      select l.account_id, l.id as ledger_account_id,
             -coalesce(sum(p.amount_minor) filter (
               where t.occurred_on < d.after_on and t.kind like '%charges'), 0) as charged,
             coalesce(sum(p.amount_minor) filter (where t.occurred_on >= d.after_on), 0) as later
      from   days d
      join   ledger_transactions t on t.occurred_on >= d.first_on
      join   ledger_postings p on p.transaction_id = t.id
      join   ledger_accounts l on l.id = p.ledger_account_id and l.account_id is not null
      group  by 1, 2),
    paid as (
      select o.root_id, sum(m.charged)::bigint as charged,
             bool_and(
               b.balance_minor - m.later + a.credit_limit_minor
                 + case a.payment_mode when 'postpaid' then m.charged else 0 end >= 0
               and not exists (
                 select from service_breaks k
                 where  k.account_id = a.id and k.kind = 'suspended' and k.reason = 'debt'
                 and    k.began_at < d.after_on
                 and    (k.ended_at is null or k.ended_at >= d.first_on))) as is_in_time
      from   moved m
      cross  join days d
      join   ledger_balances b on b.ledger_account_id = m.ledger_account_id
      join   accounts a on a.id = m.account_id
      join   subscribers o on o.id = a.subscriber_id
      where  m.charged > 0
      group  by o.root_id)
    insert into paid_months (subscriber_id, month, is_in_time, streak, charged_minor)
    select p.root_id, ${month}, p.is_in_time,
           case when p.is_in_time then least(coalesce(f.streak, 0) + 1, 1200)
                else coalesce(f.streak, 0) / 2 end, p.charged
    from   paid p
    left   join lateral (
      select e.streak from paid_months e
      where  e.subscriber_id = p.root_id and e.month < ${month}
      order  by e.month desc limit 1) f on true
    on     conflict do nothing`.execute(ctx.db);
  const count = Number(made.numAffectedRows ?? 0n);
  await sql`
    update loyalty_runs set rows = ${count} where day = ${month} and step = 'month'`.execute(
    ctx.db,
  );
  return count;
}
