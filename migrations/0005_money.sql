-- catalog: what is sold. A version is never changed once somebody has it.
create table products (
  id         bigint generated always as identity primary key,
  kind       text        not null check (kind in ('tariff', 'addon')),
  service    text        not null
             check (service in ('internet', 'tv', 'phone', 'mobile', 'bundle', 'other')),
  name       text        not null unique,
  import_id  bigint,
  created_at timestamptz not null,
  archived_at timestamptz
);

create table product_versions (
  id                bigint generated always as identity primary key,
  product_id        bigint      not null references products,
  version           integer     not null,
  monthly_fee_minor bigint      not null check (monthly_fee_minor >= 0),
  currency          text        not null,
  speed_kbps        integer,
  valid_from        date        not null,
  unique (product_id, version)
);

-- ledger: double entry, append-only. A transaction's postings sum to zero in each currency.
create table ledger_accounts (
  id         bigint generated always as identity primary key,
  -- subscriber: an account of a subscriber; else the operator's own counterpart of that name.
  kind       text   not null check (kind in
             ('subscriber', 'opening_balances', 'revenue', 'cash', 'bank', 'gateway', 'corrections')),
  account_id bigint,
  currency   text   not null,
  unique nulls not distinct (kind, account_id, currency)
);
create unique index ledger_accounts_account on ledger_accounts (account_id) where account_id is not null;

create table ledger_transactions (
  id          bigint generated always as identity primary key,
  kind        text        not null,
  -- The same key never posts twice.
  key         text        not null unique,
  occurred_on date        not null,
  recorded_at timestamptz not null,
  reverses_id bigint      unique references ledger_transactions,
  facts       jsonb       not null default '{}'
);

create table ledger_postings (
  id                bigint generated always as identity,
  transaction_id    bigint not null references ledger_transactions,
  ledger_account_id bigint not null references ledger_accounts,
  -- Positive raises what the operator owes the holder: a subscriber's balance grows by a payment.
  amount_minor      bigint not null check (amount_minor <> 0),
  primary key (id)
);
create index ledger_postings_account     on ledger_postings (ledger_account_id, id desc);
create index ledger_postings_transaction on ledger_postings (transaction_id);

-- A cache of sums, written in the same transaction as the postings; a check proves them equal.
create table ledger_balances (
  ledger_account_id bigint primary key references ledger_accounts,
  balance_minor     bigint not null default 0
);

create trigger ledger_transactions_append_only before update or delete on ledger_transactions
  for each row execute function refuse_change();
create trigger ledger_postings_append_only before update or delete on ledger_postings
  for each row execute function refuse_change();

create function check_ledger_balance() returns trigger language plpgsql as $$
begin
  -- Each statement balances by itself, so a transaction always does.
  if exists (
    select from new_postings p join ledger_accounts a on a.id = p.ledger_account_id
    group by p.transaction_id, a.currency having sum(p.amount_minor) <> 0
  ) then
    raise exception 'postings of a ledger transaction must sum to zero in each currency';
  end if;
  return null;
end $$;
-- Per statement: all postings of a transaction are written by one statement.
create trigger ledger_postings_balanced after insert on ledger_postings
  referencing new table as new_postings
  for each statement execute function check_ledger_balance();

-- billing: accounts, lines and subscriptions, as far as an import brings them.
create table accounts (
  id                 bigint generated always as identity primary key,
  subscriber_id      bigint      not null references subscribers,
  number             text        not null,
  contract_number    text,
  contract_on        date,
  currency           text        not null,
  state              text        not null default 'active' check (state in ('active', 'suspended', 'closed')),
  credit_limit_minor bigint      not null default 0,
  service_address_id bigint      references service_addresses,
  import_id          bigint,
  created_at         timestamptz not null,
  closed_on          date
);
create unique index accounts_number   on accounts (number);
create index accounts_contract        on accounts (contract_number) where contract_number is not null;
create index accounts_subscriber      on accounts (subscriber_id);
create index accounts_import          on accounts (import_id) where import_id is not null;

create table service_lines (
  id         bigint generated always as identity primary key,
  account_id bigint      not null references accounts,
  kind       text        not null check (kind in ('internet', 'tv', 'phone', 'mobile')),
  login      text,
  ip         inet,
  mac        macaddr,
  number     text,
  import_id  bigint,
  created_at timestamptz not null,
  closed_at  timestamptz
);
create index service_lines_account on service_lines (account_id);

create table subscriptions (
  id                 bigint generated always as identity primary key,
  account_id         bigint      not null references accounts,
  product_version_id bigint      not null references product_versions,
  -- What this subscriber really pays a month; null takes the version's fee.
  monthly_fee_minor  bigint,
  started_on         date,
  ended_on           date,
  import_id          bigint,
  created_at         timestamptz not null
);
create index subscriptions_account on subscriptions (account_id);
create index subscriptions_product on subscriptions (product_version_id);
