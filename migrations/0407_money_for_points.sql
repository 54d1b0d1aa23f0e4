-- Money for points is money on the account, posted in the ledger, and no discount.
alter table ledger_accounts drop constraint ledger_accounts_kind_check;
alter table ledger_accounts add check (kind in
  ('subscriber', 'dealer', 'wallet', 'opening_balances', 'revenue', 'cash', 'bank', 'gateway',
   'corrections', 'unidentified', 'cards', 'commission', 'write_offs', 'cash_in_transit',
   'cash_differences', 'points_issued', 'points_spent', 'points_expired', 'rewards'));
alter table redemptions add column credit_transaction_id bigint unique
  references ledger_transactions (id);
