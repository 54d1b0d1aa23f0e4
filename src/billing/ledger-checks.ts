/** What of payments and charges the ledger must agree with. */
export const moneyChecks: Record<string, string> = {
  'a payment was posted as it was received': `
    select p.id, p.amount_minor, t.minor as posted
    from   payments p
    left   join (select transaction_id, sum(amount_minor) filter (where amount_minor > 0) as minor
                 from ledger_postings group by 1) t on t.transaction_id = p.transaction_id
    where  t.minor is distinct from p.amount_minor`,
  'what stands unidentified is what is left of the payments that wait': `
    with waiting as (
      select currency, sum(amount_minor - returned_minor) as minor from payments
      where  state = 'unidentified' group by 1),
    posted as (
      select a.currency, sum(p.amount_minor) as minor
      from   ledger_accounts a join ledger_postings p on p.ledger_account_id = a.id
      where  a.kind = 'unidentified' group by 1)
    select currency, coalesce(p.minor, 0) as posted, coalesce(w.minor, 0) as waiting
    from   posted p full join waiting w using (currency)
    where  coalesce(p.minor, 0) <> coalesce(w.minor, 0)`,
  'a charge is its posting': `
    select k.id, k.amount_minor, p.amount_minor as posted
    from   charges k left join ledger_postings p on p.id = k.posting_id
    where  p.amount_minor is distinct from -k.amount_minor
    or     p.transaction_id <> k.transaction_id`,
};
