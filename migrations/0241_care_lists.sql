-- retention: lists of whom something is done for before they say that they leave, and what came of it.
create table care_lists (
  id             bigint           generated always as identity primary key,
  version        integer          not null default 1,
  name           text             not null unique check (name <> ''),
  -- Only who stood in it then; nothing: of the whole base.
  segment_id     bigint           references segments,
  currency       text             not null,
  budget_minor   bigint           not null check (budget_minor >= 0),
  slots          integer          not null check (slots >= 0),
  contact_minor  bigint           not null check (contact_minor >= 0),
  daily_calls    integer          not null check (daily_calls between 1 and 10000),
  hold_percent   smallint         not null check (hold_percent between 10 and 20),
  -- What was said before the start: the share thought to leave in a quarter, the difference that is
  -- looked for, and how many are needed to see it.
  base_share     double precision not null check (base_share between 0 and 1),
  least_points   double precision not null check (least_points > 0 and least_points <= 100),
  needed_treated integer          not null,
  needed_held    integer          not null,
  started_on     date             not null,
  started_at     timestamptz      not null,
  started_by     bigint           references staff,
  ended_at       timestamptz,
  ended_by       bigint           references staff,
  end_reason     text             not null default '',
  check ((ended_at is null) = (end_reason = ''))
);
create index care_lists_running on care_lists (id) where ended_at is null;

create table care_list_members (
  list_id         bigint           not null references care_lists,
  -- A root when the list was made.
  subscriber_id   bigint           not null references subscribers,
  -- The most is expected of the first.
  place           integer          not null,
  action          text             not null
    check (action in ('repair', 'apology', 'deferral', 'tariff', 'bonus')),
  reason_group    text             not null,
  leave_chance    double precision not null check (leave_chance between 0 and 1),
  value_minor     bigint           not null,
  expected_minor  bigint           not null,
  -- What it costs if it is taken, without the call.
  incentive_minor bigint           not null,
  takes_call      boolean          not null,
  state           text             not null
    check (state in ('held', 'waiting', 'open', 'done', 'dropped')),
  opened_at       timestamptz,
  due_at          timestamptz,
  -- How often nobody answered.
  tries           smallint         not null default 0,
  outcome         text             check (outcome in ('taken', 'refused', 'unreached')),
  note            text             not null default '',
  spent_minor     bigint           not null default 0,
  done_at         timestamptz,
  done_by         bigint           references staff,
  primary key (list_id, subscriber_id),
  check ((state = 'done') = (outcome is not null)),
  check ((state in ('done', 'dropped')) = (done_at is not null)),
  check (state not in ('held', 'waiting') or opened_at is null)
);
create index care_list_members_subscriber on care_list_members (subscriber_id);
create index care_list_members_waiting on care_list_members (list_id, place)
  where state = 'waiting';
create index care_list_members_open on care_list_members (due_at, subscriber_id)
  where state = 'open';
create index care_list_members_opened on care_list_members (list_id, opened_at)
  where opened_at is not null;

-- For so many days nothing further is done for whom a list has touched, or a case was about.
alter table trial_settings add column cooldown_days smallint not null default 90
  check (cooldown_days between 1 and 730);
