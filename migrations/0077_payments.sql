-- Where payments come from: a terminals' network, a gateway, a bank account, a cash desk.
create table payment_sources (
  id            bigint generated always as identity primary key,
  kind          text        not null check (kind in ('osmp', 'yookassa', 'bank', 'cash')),
  name          text        not null unique,
  currency      text        not null check (currency ~ '^[A-Z]{3}$'),
  -- How it names itself at the door, and a digest of the password; null where nobody signs in.
  login         text        unique,
  password_hash text,
  -- Addresses and networks it may come from; none given means any.
  addresses     cidr[]      not null default '{}',
  least_minor   bigint      not null default 1 check (least_minor >= 1),
  most_minor    bigint      check (most_minor >= least_minor),
  -- Sealed: what we show to the gateway.
  secrets       text,
  settings      jsonb       not null default '{}',
  is_enabled    boolean     not null default true,
  version       integer     not null default 1,
  created_at    timestamptz not null,
  check ((login is null) = (password_hash is null))
);

-- Every payment that came, once: a source never gives one number to two payments.
create table payments (
  id             bigint generated always as identity primary key,
  source_id      bigint      not null references payment_sources,
  -- The source's own number of the payment.
  external_id    text        not null,
  account_id     bigint      references accounts,
  -- What the payer named, kept also where it is no account.
  account_given  text        not null default '',
  amount_minor   bigint      not null check (amount_minor between 1 and 9007199254740991),
  currency       text        not null,
  paid_at        timestamptz not null,
  received_at    timestamptz not null,
  state          text        not null check (state in ('credited', 'unidentified', 'returned')),
  transaction_id bigint      references ledger_transactions,
  payer          text        not null default '',
  purpose        text        not null default '',
  staff_id       bigint      references staff,
  unique (source_id, external_id),
  check ((state = 'credited') <= (account_id is not null))
);
create index payments_account      on payments (account_id, id desc) where account_id is not null;
create index payments_unidentified on payments (received_at, id) where state = 'unidentified';
create index payments_received     on payments (received_at, id);

-- The same number with another sum or account: refused, and put before a person.
create table payment_conflicts (
  id            bigint generated always as identity primary key,
  payment_id    bigint      not null references payments,
  account_given text        not null,
  amount_minor  bigint      not null,
  received_at   timestamptz not null,
  -- How often it was told so since.
  times         integer     not null default 1,
  settled_at    timestamptz,
  settled_by    bigint      references staff,
  unique (payment_id, account_given, amount_minor)
);
create index payment_conflicts_open on payment_conflicts (received_at, id) where settled_at is null;
-- Found by the number that the payer's receipt shows, and by what was typed for the account.
create index payments_external_id   on payments (external_id, id desc);
create index payments_account_given on payments (account_given, id desc);
