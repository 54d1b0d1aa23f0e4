-- What is done about a debt as the days go by, step after step.
create table dunning_settings (
  only_one        boolean primary key default true check (only_one),
  is_on           boolean not null default false,
  -- [{day, what, ru, en}], by day.
  steps           jsonb   not null default '[]',
  -- Whoever has paid in time for so many months before has more time: days count by this percent.
  careful_months  integer not null default 6 check (careful_months >= 1),
  careful_percent integer not null default 200 check (careful_percent between 100 and 1000),
  -- The version of which somebody has seen what it would do.
  tried_version   integer,
  version         integer not null default 1
);
insert into dunning_settings default values;

-- How old a debt is, by the last night; a debt is one as long as its account is short of money.
alter table shortfalls
  add column id   bigint generated always as (account_id) stored unique,
  add column days integer not null default 0,
  -- Since when all had been paid in time before this debt.
  add column careful_since date;
-- Debtors by age.
create index shortfalls_days on shortfalls (days, id);

-- Each step that was done about a debt, once.
create table dunning_deeds (
  id                  bigint generated always as identity primary key,
  account_id          bigint not null references accounts,
  debt_since          timestamptz not null,
  step_day            integer not null,
  what                text   not null check (what in ('remind', 'offer', 'suspend')),
  -- Sent by a message; left to a person who calls; done by the program itself.
  outcome             text   not null check (outcome in ('sent', 'by_hand', 'done')),
  way                 text,
  outgoing_message_id bigint,
  debt_minor          bigint not null,
  done_at             timestamptz not null,
  -- When a person has called instead.
  called_at           timestamptz,
  called_by           bigint references staff,
  unique (account_id, debt_since, step_day, what)
);
create index dunning_deeds_by_hand on dunning_deeds (account_id)
  where outcome = 'by_hand' and called_at is null;

-- Accounts that are left in peace until a day, which is the last.
create table dunning_pauses (
  account_id bigint primary key references accounts,
  until_on   date   not null,
  words      text   not null,
  paused_by  bigint references staff,
  paused_at  timestamptz not null
);

create table dunning_runs (
  "on"               date primary key,
  through_account_id bigint not null default 0,
  finished_at        timestamptz
);
