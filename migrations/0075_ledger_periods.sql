-- Who else holds money: a dealer; and what else the operator's own side is called.
alter table ledger_accounts add column dealer_id bigint;
alter table ledger_accounts drop constraint ledger_accounts_kind_check;
alter table ledger_accounts add check (kind in
  ('subscriber', 'dealer', 'opening_balances', 'revenue', 'cash', 'bank', 'gateway', 'corrections',
   'unidentified', 'cards', 'commission', 'write_offs'));
alter table ledger_accounts drop constraint ledger_accounts_kind_account_id_currency_key;
alter table ledger_accounts add unique nulls not distinct (kind, account_id, dealer_id, currency);
alter table ledger_accounts add check ((kind = 'subscriber') = (account_id is not null));
alter table ledger_accounts add check ((kind = 'dealer') = (dealer_id is not null));
create index ledger_accounts_dealer on ledger_accounts (dealer_id, currency)
  where dealer_id is not null;
create index ledger_accounts_own on ledger_accounts (kind, currency)
  where account_id is null and dealer_id is null;

-- A balance is kept ready for who holds money alone: every payment would write the one row of the
-- operator's own side, and all would wait for each other.
delete from ledger_balances b
using  ledger_accounts a
where  a.id = b.ledger_account_id and a.kind not in ('subscriber', 'dealer');

-- The days up to one are closed: nothing is posted on them any more.
create table ledger_closings (
  id             bigint generated always as identity primary key,
  closed_through date        not null unique,
  closed_at      timestamptz not null,
  closed_by      bigint      references staff
);

-- What a closing has counted, kept to be shown at once and compared with a count anew.
create table ledger_closing_totals (
  closing_id    bigint not null references ledger_closings,
  kind          text   not null,
  currency      text   not null,
  -- The period's own: what was taken from the holder, and what was given.
  debit_minor   numeric(30) not null check (debit_minor >= 0),
  credit_minor  numeric(30) not null check (credit_minor >= 0),
  -- Of all days up to the closed one.
  balance_minor numeric(30) not null,
  postings      bigint not null,
  primary key (closing_id, kind, currency)
);

create function refuse_closed_day() returns trigger language plpgsql as $$
begin
  if exists (select from ledger_closings where closed_through >= new.occurred_on) then
    raise exception 'the ledger is closed through this day: post on an open one';
  end if;
  return new;
end $$;
create trigger ledger_transactions_open_day before insert on ledger_transactions
  for each row execute function refuse_closed_day();

create trigger ledger_closings_append_only before update or delete on ledger_closings
  for each row execute function refuse_change();
create trigger ledger_closing_totals_append_only before update or delete on ledger_closing_totals
  for each row execute function refuse_change();
create trigger ledger_closings_never_emptied before truncate on ledger_closings
  for each statement execute function refuse_change();
create trigger ledger_closing_totals_never_emptied before truncate on ledger_closing_totals
  for each statement execute function refuse_change();

-- The postings of a period.
create index ledger_transactions_occurred on ledger_transactions (occurred_on, id);
