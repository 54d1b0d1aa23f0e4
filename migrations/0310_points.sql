-- ledger: points are kept as money is, in a currency of their own: who holds them is a wallet.
alter table ledger_accounts add column wallet_id bigint;
alter table ledger_accounts drop constraint ledger_accounts_kind_check;
alter table ledger_accounts add check (kind in
  ('subscriber', 'dealer', 'wallet', 'opening_balances', 'revenue', 'cash', 'bank', 'gateway',
   'corrections', 'unidentified', 'cards', 'commission', 'write_offs', 'cash_in_transit',
   'cash_differences', 'points_issued', 'points_spent', 'points_expired'));
alter table ledger_accounts
  drop constraint ledger_accounts_kind_account_id_dealer_id_currency_key;
alter table ledger_accounts
  add unique nulls not distinct (kind, account_id, dealer_id, wallet_id, currency);
alter table ledger_accounts add check ((kind = 'wallet') = (wallet_id is not null));
create unique index ledger_accounts_wallet on ledger_accounts (wallet_id)
  where wallet_id is not null;

-- loyalty: what all of the programme follows.
create table loyalty_settings (
  only_one     boolean  not null default true primary key check (only_one),
  -- Since when it works; nothing: not yet.
  begun_on     date,
  -- What a point is worth when it is spent, in minor units.
  point_minor  integer  not null default 100 check (point_minor between 1 and 1000000),
  -- Points live so many months, to the end of the last.
  life_months  smallint not null default 12 check (life_months between 1 and 120),
  -- Who falls below a level keeps it so long.
  grace_months smallint not null default 3 check (grace_months between 0 and 24),
  -- Whoever earns more in a month waits until somebody has looked at it.
  odd_points   integer  not null default 3000 check (odd_points between 1 and 100000000),
  version      integer  not null default 1
);
insert into loyalty_settings default values;

create table loyalty_levels (
  id            bigint   generated always as identity primary key,
  name          text     not null unique check (name <> ''),
  -- Earned in a year.
  from_points   bigint   not null unique check (from_points >= 0),
  -- What is earned there is so much more.
  extra_percent smallint not null default 0 check (extra_percent between 0 and 500)
);

-- Points lie in a wallet: somebody's own, or a household's together.
create table point_wallets (
  id           bigint      generated always as identity primary key,
  household_id bigint      unique references households,
  opened_at    timestamptz not null
);

create table loyalty_members (
  subscriber_id  bigint   primary key references subscribers,
  wallet_id      bigint   not null references point_wallets,
  joined_on      date     not null,
  -- What a friend names.
  code           text     not null unique,
  level_id       bigint   references loyalty_levels,
  level_since    date,
  -- Below the level already: it is lost on that day.
  level_falls_on date,
  -- Earned in the year to the day of the last count.
  year_points    bigint   not null default 0
);
create index loyalty_members_wallet on loyalty_members (wallet_id);

-- Whether a month was paid in time, and how many in a row were: halved by one that was not.
create table paid_months (
  subscriber_id bigint   not null references subscribers,
  month         date     not null check (extract(day from month) = 1),
  is_in_time    boolean  not null,
  streak        smallint not null,
  charged_minor bigint   not null,
  primary key (month, subscriber_id)
);
create index paid_months_subscriber on paid_months (subscriber_id, month desc);

create table earning_rules (
  id            bigint      generated always as identity primary key,
  name          text        not null unique check (name <> ''),
  signal        text        not null check (signal in
    ('welcome', 'on_time', 'streak', 'tenure', 'spending', 'add_on', 'birthday', 'outage',
     'friend')),
  -- Months, hours or years, as the signal says.
  bound         integer     not null default 0 check (bound between 0 and 3650),
  -- For each time, for each year, or for each hundred that was charged.
  points        integer     not null check (points between 1 and 1000000),
  -- They can be spent so many days after.
  pending_days  smallint    not null default 0 check (pending_days between 0 and 365),
  -- What one may earn by it, in what.
  most_points   integer     check (most_points > 0),
  cap_period    text        not null default 'month' check (cap_period in ('month', 'year')),
  -- What all may earn by it in a month.
  budget_points bigint      check (budget_points > 0),
  on_since      date,
  tried_version integer,
  version       integer     not null default 1,
  created_by    bigint      references staff,
  created_at    timestamptz not null,
  archived_at   timestamptz,
  check (on_since is null or archived_at is null)
);

create table point_earnings (
  id             bigint      generated always as identity primary key,
  -- Never earned twice.
  key            text        not null unique,
  -- Nothing: moved from another wallet, with the day on which they run out.
  rule_id        bigint      references earning_rules,
  subscriber_id  bigint      not null references subscribers,
  wallet_id      bigint      not null references point_wallets,
  -- What it was for: a subscription, an incident, a friend.
  subject_id     bigint,
  earned_on      date        not null,
  points         bigint      not null check (points > 0),
  state          text        not null check (state in
    ('pending', 'held', 'posted', 'dropped', 'reversed')),
  -- Not to be spent before.
  due_on         date        not null,
  expires_on     date,
  transaction_id bigint      references ledger_transactions,
  posting_id     bigint      unique,
  -- Why it was dropped, reversed or held.
  reason         text        not null default '',
  made_at        timestamptz not null,
  decided_at     timestamptz,
  decided_by     bigint      references staff,
  check ((state in ('posted', 'reversed')) = (transaction_id is not null)),
  check ((transaction_id is null) = (expires_on is null))
);
create index point_earnings_due on point_earnings (due_on, id) where state = 'pending';
create index point_earnings_held on point_earnings (id) where state = 'held';
create index point_earnings_live on point_earnings (wallet_id, expires_on)
  where state = 'posted';
create index point_earnings_subscriber on point_earnings (subscriber_id, earned_on desc);
create index point_earnings_rule on point_earnings (rule_id, earned_on);
create index point_earnings_earned on point_earnings (earned_on);

-- What of a night was done.
create table loyalty_runs (
  day     date        not null,
  step    text        not null,
  rows    bigint      not null default 0,
  done_at timestamptz not null,
  primary key (day, step)
);

-- Each change of a level, so that it can be told of any day.
create table level_changes (
  id            bigint generated always as identity primary key,
  subscriber_id bigint not null references subscribers,
  level_id      bigint references loyalty_levels,
  changed_on    date   not null,
  year_points   bigint not null
);
create index level_changes_subscriber on level_changes (subscriber_id, changed_on desc);
