import { type RawBuilder, sql } from 'kysely';
import { chargeKinds, paymentKinds } from '../../ledger/index.ts';
import { daysBefore, type Moment, type RiskFacts } from '../../subscribers/index.ts';

const charges = sql`(${sql.join(chargeKinds)})`;
const payments = sql`(${sql.join(paymentKinds)})`;

/**
 * A day some calendar months before the moment's, as SQL. What is charged on a day of each month
 * stands once in every month so counted, whatever day it is asked on, which of 31 days is not so.
 */
const monthsBefore = ({ on }: Moment, months: number): RawBuilder<string> =>
  sql`(${on}::date - make_interval(months => ${sql.lit(months)}))::date`;

/**
 * What the ledger had written by the moment's day: what is paid a month and how it rose, the debt,
 * and the habits of paying. Money is in minor units of an account's own currency.
 */
export const moneyFacts: RiskFacts = {
  name: 'billing.money',
  facts: [
    { key: 'monthlyCharge', group: 'price', told: ['high'], said: 'money' },
    { key: 'chargeRise', group: 'price', told: ['high'], said: 'share' },
    { key: 'debtMonths', group: 'money', told: ['high'] },
    { key: 'paymentsInQuarter', group: 'money', told: ['low'] },
    { key: 'daysSincePayment', group: 'money', told: ['high'], isCyclic: true },
    { key: 'paidShare', group: 'money', told: ['low'], said: 'share' },
  ],
  // Indexes: accounts_subscriber, ledger_accounts_account, ledger_postings_account, primary keys.
  // What stood on an account then is what stands on it now, less all that came since.
  asOf: (moment) => sql`
    with books as materialized (
      select p.subscriber_id, l.id
      from   risk_people p
      join   subscribers m on m.root_id = p.subscriber_id
      join   accounts a on a.subscriber_id = m.id
      join   ledger_accounts l on l.account_id = a.id),
    moved as materialized (
      select b.subscriber_id, t.occurred_on, t.kind, x.amount_minor
      from   books b
      join   ledger_postings x on x.ledger_account_id = b.id
      join   ledger_transactions t on t.id = x.transaction_id
      where  t.occurred_on >= ${daysBefore(moment, 190)}),
    told as (
      select subscriber_id,
             -sum(amount_minor) filter (where kind in ${charges}
               and occurred_on >= ${monthsBefore(moment, 1)}) as charged_lately,
             -sum(amount_minor) filter (where kind in ${charges}
               and occurred_on <  ${monthsBefore(moment, 3)}
               and occurred_on >= ${monthsBefore(moment, 4)}) as charged_before,
             -sum(amount_minor) filter (where kind in ${charges}
               and occurred_on >= ${monthsBefore(moment, 3)}) as charged,
             count(*) filter (where kind in ${payments} and amount_minor > 0
               and occurred_on >= ${monthsBefore(moment, 3)}) as payments,
             sum(amount_minor) filter (where kind in ${payments}
               and occurred_on >= ${monthsBefore(moment, 3)}) as paid,
             max(occurred_on) filter (where kind in ${payments} and amount_minor > 0) as paid_on
      from   moved where occurred_on < ${moment.on} group by subscriber_id),
    balances as (
      select b.subscriber_id, sum(coalesce(s.balance_minor, 0)) as now_minor
      from   books b left join ledger_balances s on s.ledger_account_id = b.id
      group  by b.subscriber_id),
    since as (
      select subscriber_id, sum(amount_minor) as minor
      from   moved where occurred_on >= ${moment.on} group by subscriber_id)
    select b.subscriber_id, t.charged_lately,
           case when t.charged_before > 0
                then t.charged_lately::float8 / t.charged_before - 1 end,
           greatest(0, -(b.now_minor - coalesce(i.minor, 0)))::float8
             / nullif(t.charged_lately, 0),
           coalesce(t.payments, 0), ${moment.on}::date - t.paid_on,
           coalesce(t.paid, 0)::float8 / nullif(t.charged, 0)
    from   balances b
    left   join told t using (subscriber_id)
    left   join since i using (subscriber_id)`,
};
