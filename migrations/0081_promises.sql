-- By which rules a promised payment is offered: of those in their order the first that fits.
create table promise_rules (
  id                  bigint generated always as identity primary key,
  name                text    not null unique,
  position            integer not null,
  -- Of which subscribers, as their list is asked; null is all.
  condition           jsonb,
  sum_kind            text    not null check (sum_kind in ('fixed', 'fees')),
  -- One of these sums; or any up to so many percent of a month's fees.
  sums_minor          bigint[] not null default '{}',
  fees_percent        integer not null default 100 check (fees_percent between 1 and 1000),
  days                integer not null check (days between 1 and 90),
  price_minor         bigint  not null default 0 check (price_minor >= 0),
  -- Null: as often as one likes.
  monthly_times       integer check (monthly_times >= 1),
  least_days_between  integer not null default 0 check (least_days_between >= 0),
  -- Null: whatever is owed.
  most_debt_minor     bigint  check (most_debt_minor >= 0),
  least_tenure_months integer not null default 0 check (least_tenure_months >= 0),
  version             integer not null default 1,
  created_at          timestamptz not null,
  archived_at         timestamptz,
  check (sum_kind = 'fees' or cardinality(sums_minor) > 0)
);

-- Payments promised by a day. While one is open, what is still to be paid of it may be spent.
create table promises (
  id             bigint generated always as identity primary key,
  account_id     bigint not null references accounts,
  rule_id        bigint not null references promise_rules,
  amount_minor   bigint not null check (amount_minor > 0),
  -- What came in payments since it was given.
  paid_minor     bigint not null default 0 check (paid_minor between 0 and amount_minor),
  price_minor    bigint not null check (price_minor >= 0),
  currency       text   not null,
  taken_at       timestamptz not null,
  -- The first moment at which it is too late.
  due_at         timestamptz not null,
  state          text   not null default 'open' check (state in ('open', 'kept', 'broken')),
  ended_at       timestamptz,
  taken_by       bigint references staff,
  -- Since when the account was short of money before: it is so again if the promise is broken.
  short_since_at timestamptz,
  check ((state = 'open') = (ended_at is null)),
  check ((state = 'kept') <= (paid_minor = amount_minor)),
  check (due_at > taken_at)
);
create unique index promises_open on promises (account_id) where state = 'open';
create index promises_account on promises (account_id, id desc);
create index promises_due on promises (due_at) where state = 'open';
