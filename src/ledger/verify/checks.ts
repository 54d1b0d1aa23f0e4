/**
 * What holds in a ledger at every moment, each a query that finds where it does not: nothing cached
 * is taken on trust, everything is counted anew from the postings. The queries read whole tables.
 */
export const checks: Record<string, string> = {
  'postings of a transaction sum to zero in each currency': `
    select p.transaction_id as id, a.currency, sum(p.amount_minor) as off_by
    from   ledger_postings p join ledger_accounts a on a.id = p.ledger_account_id
    group  by 1, 2 having sum(p.amount_minor) <> 0`,
  'a transaction has postings': `
    select t.id, t.key from ledger_transactions t
    where  not exists (select from ledger_postings p where p.transaction_id = t.id)`,
  'a kept balance is the sum of its postings': `
    with sums as (
      select ledger_account_id as id, sum(amount_minor) as minor from ledger_postings group by 1)
    select a.id, a.kind, coalesce(b.balance_minor, 0) as kept, coalesce(s.minor, 0) as counted
    from   ledger_accounts a
    left   join ledger_balances b on b.ledger_account_id = a.id
    left   join sums s on s.id = a.id
    where  a.kind in ('subscriber', 'dealer', 'wallet')
    and    coalesce(b.balance_minor, 0) <> coalesce(s.minor, 0)`,
  'no balance is kept of the operator’s own side': `
    select a.id, a.kind from ledger_balances b join ledger_accounts a on a.id = b.ledger_account_id
    where  a.kind not in ('subscriber', 'dealer', 'wallet')`,
  'a reversal is the opposite of what it takes back': `
    with lines as (
      select r.id, p.ledger_account_id, p.amount_minor
      from   ledger_transactions r join ledger_postings p on p.transaction_id = r.id
      where  r.reverses_id is not null
      union all
      select r.id, p.ledger_account_id, p.amount_minor
      from   ledger_transactions r join ledger_postings p on p.transaction_id = r.reverses_id
      where  r.reverses_id is not null)
    select id, sum(amount_minor) as off_by from lines
    group  by id, ledger_account_id having sum(amount_minor) <> 0`,
  'a closed period is as it was counted': `
    with days as (
      select c.id, c.closed_through,
             lag(c.closed_through) over (order by c.closed_through) as after
      from   ledger_closings c),
    counted as (
      select d.id, a.kind, a.currency,
             sum(greatest(-p.amount_minor, 0)) as debit, sum(greatest(p.amount_minor, 0)) as credit,
             count(*) as postings
      from   days d
      join   ledger_transactions t on t.occurred_on <= d.closed_through
             and (d.after is null or t.occurred_on > d.after)
      join   ledger_postings p on p.transaction_id = t.id
      join   ledger_accounts a on a.id = p.ledger_account_id
      group  by 1, 2, 3)
    select coalesce(k.closing_id, c.id) as id, coalesce(k.kind, c.kind) as kind
    from   (select closing_id, kind, currency, debit_minor, credit_minor, postings
            from   ledger_closing_totals where postings > 0) k
    full   join counted c on c.id = k.closing_id and c.kind = k.kind and c.currency = k.currency
    where  (k.closing_id is not null or exists (select from ledger_closing_totals x
                                                where x.closing_id = c.id))
    and    (k.debit_minor, k.credit_minor, k.postings)
             is distinct from (c.debit, c.credit, c.postings)`,
  'a closed balance is the sum of all that was posted through its day': `
    select t.closing_id as id, t.kind, t.balance_minor as kept, s.minor as counted
    from   ledger_closing_totals t
    join   ledger_closings c on c.id = t.closing_id
    cross  join lateral (
      select coalesce(sum(p.amount_minor), 0) as minor
      from   ledger_accounts a
      join   ledger_postings p on p.ledger_account_id = a.id
      join   ledger_transactions x on x.id = p.transaction_id
      where  a.kind = t.kind and a.currency = t.currency
      and    x.occurred_on <= c.closed_through) s
    where  t.balance_minor <> s.minor`,
  'all money of a currency is zero together': `
    select a.currency, sum(p.amount_minor) as off_by
    from   ledger_postings p join ledger_accounts a on a.id = p.ledger_account_id
    group  by 1 having sum(p.amount_minor) <> 0`,
};
