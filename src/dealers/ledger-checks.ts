/** What of internet cards the ledger and the counters must agree with. */
export const cardChecks: Record<string, string> = {
  'the cards in a dealer’s hand are counted as they lie': `
    with counted as (
      select dealer_id, batch_id, count(*) as cards from cards
      where  state = 'given' group by dealer_id, batch_id),
    kept as (select dealer_id, batch_id, cards from dealer_hands where cards > 0)
    select dealer_id, batch_id, k.cards as kept, c.cards as counted
    from   counted c full join kept k using (dealer_id, batch_id)
    where  k.cards is distinct from c.cards`,
  'what is owed for cards is the worth of those sold and not yet used': `
    with sold as (
      select b.currency, sum(n.cards * b.value_minor) as minor
      from   (select batch_id, count(*) as cards from cards
              where  state = 'sold' group by batch_id) n
      join   card_batches b on b.id = n.batch_id
      group  by 1),
    posted as (
      select a.currency, sum(p.amount_minor) as minor
      from   ledger_accounts a join ledger_postings p on p.ledger_account_id = a.id
      where  a.kind = 'cards' group by 1)
    select currency, coalesce(p.minor, 0) as posted, coalesce(s.minor, 0) as sold
    from   posted p full join sold s using (currency)
    where  coalesce(p.minor, 0) <> coalesce(s.minor, 0)`,
};
