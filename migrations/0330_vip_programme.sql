-- vip: who is of the programme, by which rule, who leads them, and what was decided by hand.
create table vip_settings (
  only_one              boolean  not null default true primary key check (only_one),
  -- More than so much a month for one number, or for one account in total.
  number_above_minor    bigint   not null default 210000 check (number_above_minor > 0),
  account_above_minor   bigint   not null default 6000000 check (account_above_minor > 0),
  -- Longer with the operator than so many months.
  months_above          smallint not null default 6 check (months_above between 0 and 120),
  -- Paid in time for at least so many months.
  careful_months        smallint not null default 6 check (careful_months between 0 and 120),
  high_from_minor       bigint   not null default 500000,
  very_high_from_minor  bigint   not null default 2000000,
  -- A candidate lacks no more of the sum than this.
  near_percent          smallint not null default 10 check (near_percent between 0 and 50),
  -- So long one who fulfils the rules no longer stays, and the personal manager can act.
  grace_days            smallint not null default 30 check (grace_days between 0 and 365),
  -- An organisation is a corporate client with so many numbers, or above such a sum a month.
  corporate_lines       smallint not null default 5 check (corporate_lines between 1 and 1000),
  corporate_above_minor bigint   not null default 500000 check (corporate_above_minor >= 0),
  corporate_months      smallint not null default 0 check (corporate_months between 0 and 120),
  -- So long without a word is too long.
  silence_days          smallint not null default 30 check (silence_days between 1 and 365),
  -- A balance falls that lasts for fewer days.
  balance_days          smallint not null default 7 check (balance_days between 1 and 60),
  -- What ends within so many days is told ahead.
  ending_days           smallint not null default 30 check (ending_days between 1 and 365),
  version               integer  not null default 1,
  check (number_above_minor < high_from_minor and high_from_minor < very_high_from_minor)
);
insert into vip_settings default values;

create table vip_managers (
  staff_id     bigint   not null primary key references staff,
  most_clients smallint not null default 50 check (most_clients between 1 and 5000),
  -- With what kind of people they get on.
  tempers      text[]   not null default '{}'
    check (tempers <@ array['businesslike', 'friendly', 'demanding', 'technical', 'reserved']),
  deputy_id    bigint   references staff,
  away_from    date,
  away_to      date,
  is_on        boolean  not null default true,
  version      integer  not null default 1,
  check (deputy_id <> staff_id),
  check ((away_from is null) = (away_to is null)),
  check (away_to >= away_from)
);

-- One row a client; its id is the subscriber's.
create table vip_clients (
  id                  bigint   not null primary key references subscribers,
  state               text     not null check (state in ('member', 'candidate', 'former', 'none')),
  tier                text     check (tier in ('profitable', 'high', 'very_high')),
  is_corporate        boolean  not null default false,
  -- Of the last closed month: the dearest number, the dearest account, all together.
  number_minor        bigint   not null default 0,
  number_line_id      bigint,
  account_minor       bigint   not null default 0,
  account_id          bigint   references accounts,
  total_minor         bigint   not null default 0,
  lines               integer  not null default 0,
  with_us_since       date,
  careful_since       date,
  -- What lacks to be a member: of what, and by how much.
  missing             jsonb    not null default '[]',
  member_since        date,
  drops_on            date,
  left_on             date,
  personal_manager_id bigint   references staff,
  -- Who leads them now: the deputy, while the personal manager is away.
  acting_id           bigint   references staff,
  team_id             bigint   references teams,
  temper              text     check (temper in
    ('businesslike', 'friendly', 'demanding', 'technical', 'reserved')),
  counted_on          date     not null,
  version             integer  not null default 1,
  check ((state = 'member') = (tier is not null)),
  check (drops_on is null or state = 'member')
);
create index vip_clients_state on vip_clients (state, id);
create index vip_clients_acting on vip_clients (acting_id);
create index vip_clients_led on vip_clients (personal_manager_id);
create index vip_clients_account on vip_clients (account_id);

-- What somebody decided against the rules, for a time.
create table vip_overrides (
  id            bigint      generated always as identity primary key,
  subscriber_id bigint      not null references subscribers,
  wants         text        not null check (wants in ('in', 'out')),
  tier          text        check (tier in ('profitable', 'high', 'very_high')),
  until_on      date        not null,
  reason        text        not null check (reason <> ''),
  state         text        not null default 'asked'
    check (state in ('asked', 'approved', 'refused', 'ended')),
  asked_by      bigint      references staff,
  asked_at      timestamptz not null,
  decided_by    bigint      references staff,
  decided_at    timestamptz,
  check ((wants = 'in') = (tier is not null)),
  check (decided_by is null or decided_by <> asked_by)
);
create unique index vip_overrides_one on vip_overrides (subscriber_id)
  where state in ('asked', 'approved');
create index vip_overrides_subscriber on vip_overrides (subscriber_id);

create table vip_runs (
  "on"         date        not null primary key,
  month        date        not null,
  members      integer     not null,
  candidates   integer     not null,
  admitted     integer     not null,
  dropped      integer     not null,
  finished_at  timestamptz not null
);

-- What of a sheet was done for a day.
create table vip_ticks (
  subscriber_id bigint      not null references subscribers,
  line          text        not null,
  until_on      date        not null,
  note          text        not null default '',
  ticked_by     bigint      references staff,
  ticked_at     timestamptz not null,
  primary key (subscriber_id, line)
);

-- A question that a leader is to answer.
create table vip_escalations (
  id            bigint      generated always as identity primary key,
  subscriber_id bigint      not null references subscribers,
  words         text        not null check (words <> ''),
  leader_id     bigint      not null references staff,
  asked_by      bigint      references staff,
  asked_at      timestamptz not null,
  norm_seconds  integer     not null,
  calendar_id   bigint      not null references calendars,
  due_at        timestamptz not null,
  late_told_at  timestamptz,
  answer        text        not null default '',
  answered_by   bigint      references staff,
  answered_at   timestamptz,
  version       integer     not null default 1,
  check ((answered_at is null) = (answer = ''))
);
create index vip_escalations_open on vip_escalations (due_at, id) where answered_at is null;
create index vip_escalations_subscriber on vip_escalations (subscriber_id, asked_at desc);
