-- On what terms a version is charged. A version that somebody has is never changed.
alter table product_versions
  add column charge_cycle text not null default 'monthly'
             check (charge_cycle in ('monthly', 'daily')),
  -- Once, when it is connected.
  add column connection_fee_minor bigint not null default 0 check (connection_fee_minor >= 0),
  -- What a month's fee covers of what is measured, taken first in the order of time.
  add column included_bytes   bigint not null default 0 check (included_bytes >= 0),
  add column included_seconds bigint not null default 0 check (included_seconds >= 0);

-- What is charged for what was used: by volume or time, in bands of the day. The first band that
-- fits, by position, is the one that counts; what no band fits costs nothing.
create table usage_rates (
  id                 bigint   generated always as identity primary key,
  product_version_id bigint   not null references product_versions,
  position           integer  not null,
  meter              text     not null check (meter in ('bytes', 'seconds')),
  -- How many bytes or seconds the price is for; of less, its share is paid.
  block_size         bigint   not null check (block_size > 0),
  price_minor        bigint   not null check (price_minor >= 0),
  -- Minutes after the local midnight: from the first, up to and without the second, which may be of
  -- the next day.
  from_minute        smallint not null default 0 check (from_minute between 0 and 1439),
  to_minute          smallint not null default 1440 check (to_minute between 1 and 1440),
  days               text     not null default 'all' check (days in ('all', 'work', 'rest')),
  unique (product_version_id, position)
);

-- What an operator offers for a time to those who take something new.
create table promotions (
  id           bigint  generated always as identity primary key,
  name         text    not null unique,
  -- Null: whatever is taken.
  product_id   bigint  references products,
  kind         text    not null check (kind in ('percent', 'sum')),
  -- Hundredths of a percent, or minor units a month.
  value        bigint  not null check (value > 0),
  -- For how many days it lasts from the first.
  lasts_days   integer check (lasts_days > 0),
  offered_from date    not null,
  offered_to   date,
  created_at   timestamptz not null,
  archived_at  timestamptz,
  check (kind = 'sum' or value <= 10000),
  check (offered_to >= offered_from)
);

create table billing_settings (
  only_one             boolean primary key default true check (only_one),
  -- Nothing before this day is charged; null: nothing is charged at all.
  charges_begin_on     date,
  proration            text    not null default 'day' check (proration in ('day', 'second')),
  -- How many days an account may be short of money before it is suspended; null: for ever.
  grace_days           integer default 3 check (grace_days between 0 and 365),
  postpaid_grace_days  integer default 20 check (postpaid_grace_days between 0 and 365),
  -- Nobody is suspended on a day off or a holiday.
  spares_rest_days     boolean not null default true,
  yearly_pauses        integer not null default 2 check (yearly_pauses between 0 and 366),
  yearly_pause_days    integer not null default 90 check (yearly_pause_days between 0 and 366),
  least_pause_days     integer not null default 7 check (least_pause_days between 1 and 366),
  version              integer not null default 1
);
insert into billing_settings default values;

alter table accounts
  add column payment_mode text not null default 'prepaid'
             check (payment_mode in ('prepaid', 'postpaid')),
  -- What was before this day another program has charged.
  add column charged_from date;
alter table accounts drop constraint accounts_state_check;
alter table accounts add check (state in ('active', 'suspended', 'paused', 'closed'));

-- When service is not given: suspended for want of money or by hand, or paused as the subscriber
-- wished. Who was never without it has no row.
create table service_breaks (
  id         bigint generated always as identity primary key,
  account_id bigint not null references accounts,
  kind       text   not null check (kind in ('suspended', 'paused')),
  reason     text   not null check (reason in ('debt', 'by_hand', 'wish', 'brought')),
  began_at   timestamptz not null,
  -- Null: until it is ended. A later one than now is planned, as every pause's is.
  ended_at   timestamptz,
  words      text   not null default '',
  begun_by   bigint references staff,
  check (ended_at >= began_at),
  check (kind = 'suspended' or ended_at is not null)
);
create index service_breaks_account on service_breaks (account_id, began_at);
create unique index service_breaks_open on service_breaks (account_id) where ended_at is null;
-- Pauses that begin and end by themselves.
create index service_breaks_ends on service_breaks (ended_at) where kind = 'paused';
create index accounts_paused on accounts (id) where state = 'paused';

-- Since when an account is short of money without a break: from then the days of grace count.
create table shortfalls (
  account_id bigint primary key references accounts,
  since_at   timestamptz not null
);

-- What a monthly fee is less by: percents first, in their order, each of what is left; then sums.
create table discounts (
  id              bigint generated always as identity primary key,
  account_id      bigint  not null references accounts,
  -- Null: every subscription of the account, each by itself.
  subscription_id bigint  references subscriptions,
  promotion_id    bigint  references promotions,
  kind            text    not null check (kind in ('percent', 'sum')),
  value           bigint  not null check (value > 0),
  from_on         date    not null,
  -- The first day without it.
  to_on           date,
  words           text    not null default '',
  given_by        bigint  references staff,
  given_at        timestamptz not null,
  check (kind = 'sum' or value <= 10000),
  check (to_on >= from_on)
);
create index discounts_account on discounts (account_id);
create index discounts_subscription on discounts (subscription_id)
  where subscription_id is not null;

-- What was used, as it was measured. Never changed; the same key is the same record.
create table usage_records (
  id              bigint generated always as identity primary key,
  account_id      bigint not null references accounts,
  service_line_id bigint references service_lines,
  meter           text   not null check (meter in ('bytes', 'seconds')),
  units           bigint not null check (units between 0 and 9007199254740991),
  began_at        timestamptz not null,
  ended_at        timestamptz not null,
  source          text   not null,
  key             text   not null,
  received_at     timestamptz not null,
  unique (source, key),
  check (ended_at >= began_at)
);
create index usage_records_account on usage_records (account_id, began_at);
create index usage_records_received on usage_records (received_at);
create index usage_records_line on usage_records (service_line_id);

create table charge_runs (
  id                 bigint generated always as identity primary key,
  -- Null: by the clock.
  started_by         bigint references staff,
  started_at         timestamptz not null,
  -- The first month that is looked at again.
  from_month         date   not null,
  -- All accounts up to this one are done.
  through_account_id bigint not null default 0,
  chunks             integer not null default 0,
  accounts           bigint not null default 0,
  charges            bigint not null default 0,
  suspended          bigint not null default 0,
  resumed            bigint not null default 0,
  -- By currency: what was charged, and what was given back.
  sums               jsonb  not null default '[]',
  finished_at        timestamptz
);
create unique index charge_runs_unfinished on charge_runs ((true)) where finished_at is null;
create index charge_runs_started on charge_runs (started_at desc, id desc);

-- Accounts that a run could not charge, and why; the next run tries them again.
create table charge_failures (
  run_id     bigint not null references charge_runs,
  account_id bigint not null references accounts,
  error      text   not null,
  primary key (run_id, account_id)
);
create index charge_failures_account on charge_failures (account_id);

-- What each posting of a charge is for. What is due and what stands here differ only until the next
-- run: a charge is always the difference, so one that gives back is negative. Accounts and
-- subscriptions are not referenced, for an import that is undone removes them, not their money.
create table charges (
  id              bigint generated always as identity primary key,
  account_id      bigint not null,
  subscription_id bigint,
  kind            text   not null check (kind in ('fee', 'connection', 'usage', 'one_off')),
  -- First day of the month that it is for.
  month           date   not null,
  rate_id         bigint references usage_rates,
  -- Positive is taken from the account.
  amount_minor    bigint not null check (amount_minor <> 0),
  currency        text   not null,
  words           text   not null default '',
  transaction_id  bigint not null references ledger_transactions,
  posting_id      bigint not null unique,
  run_id          bigint references charge_runs,
  check ((kind = 'usage') = (rate_id is not null)),
  check ((kind = 'one_off') = (subscription_id is null))
);
create index charges_month on charges (month, account_id);
-- An erasure takes the words alone.
create trigger charges_append_only
  before update of account_id, subscription_id, kind, month, rate_id, amount_minor, currency,
                   transaction_id, posting_id, run_id or delete on charges
  for each row execute function refuse_change();
-- Those with words, for an erasure and a page.
create index charges_words on charges (account_id) where words <> '';
create trigger charges_never_emptied before truncate on charges
  for each statement execute function refuse_change();

-- Percents in hundredths, each of what is left, in the order given; then the sums; never below
-- zero. Exact: what is paid is rounded once, over the whole month.
create function discounted(price numeric, percents bigint[], sums_minor numeric)
returns numeric language plpgsql immutable as $$
declare
  percent bigint;
  remaining numeric := price;
begin
  foreach percent in array coalesce(percents, '{}') loop
    remaining := remaining * (10000 - percent) * 0.0001;
  end loop;
  return greatest(0, remaining - coalesce(sums_minor, 0));
end $$;

-- Whose a record of use is, told by the login or number of a line.
create index service_lines_login on service_lines (login) where login is not null;
create index service_lines_number on service_lines (number) where number is not null;
