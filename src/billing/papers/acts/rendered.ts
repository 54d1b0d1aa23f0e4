import { type RawBuilder, sql } from 'kysely';

/**
 * What organisations were served in a month, as relations at the head of a WITH: `next`, the next
 * of their accounts with charges of it; `served` (account_id, total, lines), by product and kind,
 * less what was given back for it: corrections of those charges, of periods what is for the month,
 * and of the account as such that were posted in it. One of a line that is no charge, as of a
 * payment, is no service.
 */
export const served = (
  month: string,
  { after, size }: { after: number; size: number },
): RawBuilder<unknown> => sql`
  -- charges_month (month, account_id), accounts_pkey, subscribers_pkey
  next as materialized (
    select c.account_id
    from   charges c
    join   accounts a on a.id = c.account_id
    join   subscribers own on own.id = a.subscriber_id
    join   subscribers r on r.id = own.root_id
    where  c.month = ${month}::date and c.account_id > ${after}
    and    r.kind = 'organisation' and r.erased_at is null
    group  by c.account_id order by c.account_id limit ${size}),
  -- charges_month (month, account_id), then primary keys; corrections_account,
  -- charges_posting_id_key, correction_months_pkey
  rendered as (
    select c.account_id, c.kind, p.name as product, rate.meter, c.words, c.amount_minor
    from   next n
    join   charges c on c.month = ${month}::date and c.account_id = n.account_id
    left   join subscriptions s on s.id = c.subscription_id
    left   join product_versions v on v.id = s.product_version_id
    left   join products p on p.id = v.product_id
    left   join usage_rates rate on rate.id = c.rate_id
    union  all
    select c.account_id, 'correction', null, null, '', -coalesce(m.amount_minor, c.amount_minor)
    from   next n
    join   corrections c on c.account_id = n.account_id
    join   ledger_transactions t on t.id = c.transaction_id
    left   join charges k on k.posting_id = c.line_id
    left   join correction_months m on m.correction_id = c.id
    where  c.state = 'posted' and c.kind <> 'reversal'
    and    ${month}::date = case
             when c.line_id is not null then k.month
             when c.from_on is not null then m.month
             else date_trunc('month', t.occurred_on)::date end),
  lines as (
    select account_id, kind, product, meter, words, sum(amount_minor)::bigint as amount_minor
    from   rendered group by account_id, kind, product, meter, words
    having sum(amount_minor) <> 0),
  served as (
    select n.account_id, coalesce(sum(l.amount_minor), 0)::bigint as total,
           coalesce(jsonb_agg(jsonb_build_object(
             'kind', l.kind, 'product', l.product, 'meter', l.meter, 'words', l.words,
             'quantity', 1, 'unit', case l.kind when 'fee' then 'month' else 'service' end,
             'amountMinor', l.amount_minor)
             order by array_position(${order}::text[], l.kind), l.product, l.words)
             filter (where l.account_id is not null), '[]') as lines
    from   next n left join lines l on l.account_id = n.account_id
    group  by n.account_id)`;

const order = ['fee', 'usage', 'connection', 'instalment', 'one_off', 'correction'];
