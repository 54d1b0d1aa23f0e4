/** What of the programme the ledger must agree with. */
export const pointChecks: Record<string, string> = {
  'an earning that was posted is its posting': `
    select e.id, e.points, p.amount_minor as posted
    from   point_earnings e left join ledger_postings p on p.id = e.posting_id
    where  e.state in ('posted', 'reversed') and e.rule_id is not null
    and   (p.amount_minor is distinct from e.points or p.transaction_id <> e.transaction_id)`,
  'what was spent is what was given for it, and what was undone came back': `
    select d.id, d.points, -sum(p.amount_minor) as posted
    from   redemptions d
    join   ledger_transactions t on t.id = d.transaction_id or t.reverses_id = d.transaction_id
    join   ledger_postings p on p.transaction_id = t.id
    join   ledger_accounts l on l.id = p.ledger_account_id and l.wallet_id is not null
    group  by d.id, d.points, d.state
    having -sum(p.amount_minor) <> case d.state when 'undone' then 0 else d.points end`,
  'money for points is what it has cost, and what was undone was taken back': `
    select d.id, d.cost_minor, sum(p.amount_minor) as posted
    from   redemptions d
    join   ledger_transactions t
           on t.id = d.credit_transaction_id or t.reverses_id = d.credit_transaction_id
    join   ledger_postings p on p.transaction_id = t.id
    join   ledger_accounts l on l.id = p.ledger_account_id and l.account_id = d.account_id
    group  by d.id, d.cost_minor, d.state
    having sum(p.amount_minor) <> case d.state when 'undone' then 0 else d.cost_minor end`,
};
