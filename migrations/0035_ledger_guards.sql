-- The ledger guards itself against its own program: what was posted is never added to, and numbers
-- stay such that every reader can take them exactly.

-- What a key was posted with: the same key with other lines is refused instead of swallowed.
alter table ledger_transactions add column content_hash text;
-- The writing database transaction: postings are written with their ledger transaction or never.
alter table ledger_transactions add column written_in xid8 not null default pg_current_xact_id();

alter table ledger_accounts add check (currency ~ '^[A-Z]{3}$');
-- 2^53 - 1, the greatest whole number that the program reads exactly.
alter table ledger_postings add check (abs(amount_minor) <= 9007199254740991);
alter table ledger_balances add check (abs(balance_minor) <= 9007199254740991);

create or replace function check_ledger_balance() returns trigger language plpgsql as $$
begin
  -- Each statement balances by itself, so a transaction always does.
  if exists (
    select from new_postings p join ledger_accounts a on a.id = p.ledger_account_id
    group by p.transaction_id, a.currency having sum(p.amount_minor) <> 0
  ) then
    raise exception 'postings of a ledger transaction must sum to zero in each currency';
  end if;
  if exists (
    select from ledger_transactions t
    where  t.id in (select transaction_id from new_postings)
    and    t.written_in <> pg_current_xact_id()
  ) then
    raise exception 'a ledger transaction takes no postings after it was written: post a new one';
  end if;
  return null;
end $$;

create trigger ledger_accounts_append_only before update or delete on ledger_accounts
  for each row execute function refuse_change();

create trigger ledger_transactions_never_emptied before truncate on ledger_transactions
  for each statement execute function refuse_change();
create trigger ledger_postings_never_emptied before truncate on ledger_postings
  for each statement execute function refuse_change();
create trigger ledger_accounts_never_emptied before truncate on ledger_accounts
  for each statement execute function refuse_change();
create trigger events_never_emptied before truncate on events
  for each statement execute function refuse_change();
create trigger consents_never_emptied before truncate on consents
  for each statement execute function refuse_change();
