-- How much is trusted to whom: one rule, of which each part adds or takes away.
create table trust_settings (
  only_one             boolean primary key default true check (only_one),
  is_on                boolean not null default false,
  -- Of which subscribers, as their list is asked; null is all.
  condition            jsonb,
  -- Of a month's fees.
  base_percent         integer not null default 50 check (base_percent between 0 and 1000),
  -- [{months, addMinor}]: of those reached the last one counts.
  tenure_steps         jsonb   not null default '[]',
  paid_steps           jsonb   not null default '[]',
  -- For each promise broken, and each suspension for debt, of the last year.
  broken_cut_minor     bigint  not null default 0 check (broken_cut_minor >= 0),
  suspended_cut_minor  bigint  not null default 0 check (suspended_cut_minor >= 0),
  -- Nothing is trusted to whoever has been short of money for longer; null: that does not count.
  debt_days            integer default 10 check (debt_days >= 0),
  -- Null: however much it comes to.
  ceiling_minor        bigint  check (ceiling_minor >= 0),
  -- Whoever was short of money for no longer has paid in time.
  late_days            integer not null default 5 check (late_days >= 0),
  -- So many days after a notice a limit goes below what is used of it.
  notice_days          integer not null default 10 check (notice_days >= 1),
  version              integer not null default 1
);
insert into trust_settings default values;

create table trust_limits (
  account_id      bigint primary key references accounts,
  limit_minor     bigint not null default 0 check (limit_minor >= 0),
  -- What it goes down to on a day, where more is used of it now.
  lowers_to_minor bigint check (lowers_to_minor >= 0 and lowers_to_minor < limit_minor),
  lowers_on       date,
  -- Of what it is made.
  parts           jsonb  not null default '[]',
  -- Since when all was paid in time; null: it is not.
  careful_since   date,
  check ((lowers_on is null) = (lowers_to_minor is null))
);

-- The count of all accounts on a day, and how far it has come.
create table trust_runs (
  "on"               date primary key,
  through_account_id bigint not null default 0,
  finished_at        timestamptz
);
