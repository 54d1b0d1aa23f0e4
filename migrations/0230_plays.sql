-- retention: what is done by itself when a signal comes, before anybody says that they leave; and
-- to win back who has left.
create table plays (
  id              bigint      generated always as identity primary key,
  name            text        not null unique check (name <> ''),
  aim             text        not null check (aim in ('keep', 'win_back')),
  signal          text        not null check (signal <> ''),
  -- Days, hours or percent, as the signal says.
  bound           integer     not null default 0 check (bound between 0 and 3650),
  -- Of the signal that somebody enters a segment.
  segment_id      bigint      references segments,
  -- Only who stands in it at that moment.
  whom_segment_id bigint      references segments,
  -- What it is about: by it goes what may be offered.
  reason          text        not null check (reason in
    ('quality', 'service', 'price', 'money', 'competitor', 'usage', 'term')),
  action          text        not null check (action in ('call', 'offer', 'message')),
  offer_id        bigint      references retention_offers,
  words           text        not null default '',
  cooldown_days   integer     not null default 90 check (cooldown_days between 1 and 3650),
  -- What it may cost in a month; nothing: as much as it takes.
  budget_minor    bigint      check (budget_minor >= 0),
  -- Since when it is on; nothing: it is off.
  on_since        timestamptz,
  -- The version that was looked at on history.
  tried_version   integer,
  version         integer     not null default 1,
  created_by      bigint      references staff,
  created_at      timestamptz not null,
  archived_at     timestamptz,
  check ((signal = 'segment') = (segment_id is not null)),
  check ((action = 'offer') = (offer_id is not null)),
  check (action <> 'message' or words <> ''),
  check (on_since is null or archived_at is null)
);

-- Limits of all plays together.
create table play_settings (
  only_one      boolean  not null default true primary key check (only_one),
  -- In so many days nobody hears of more than so many plays.
  contact_days  smallint not null default 30 check (contact_days between 1 and 365),
  most_contacts smallint not null default 2 check (most_contacts between 1 and 50),
  calls_per_day   integer  not null default 40 check (calls_per_day between 0 and 100000),
  -- Hours of the day between which people are called.
  calls_from    smallint not null default 10 check (calls_from between 0 and 23),
  calls_to      smallint not null default 20 check (calls_to between 1 and 24),
  -- What a call costs.
  contact_minor bigint   not null default 5000 check (contact_minor >= 0),
  -- Won back is who has a service again so many days after the last contact.
  returned_days smallint not null default 60 check (returned_days between 1 and 365),
  version       integer  not null default 1,
  check (calls_from < calls_to)
);
insert into play_settings default values;

create table play_tasks (
  id             bigint      generated always as identity primary key,
  version        integer     not null default 1,
  play_id        bigint      not null references plays,
  subscriber_id  bigint      not null references subscribers,
  aim            text        not null check (aim in ('keep', 'win_back')),
  signalled_at   timestamptz not null,
  state          text        not null default 'open'
    check (state in ('open', 'done', 'dropped', 'held')),
  -- Not before, and not after.
  starts_at      timestamptz not null,
  due_at         timestamptz not null,
  norm_seconds   integer     not null,
  calendar_id    bigint      not null references calendars,
  owner_staff_id bigint      references staff,
  team_id        bigint      references teams,
  -- How often nobody answered.
  tries          smallint    not null default 0,
  outcome        text        check (outcome in
    ('helped', 'taken', 'declined', 'unreached', 'leaves', 'returns', 'never', 'sent')),
  note           text        not null default '',
  -- What is expected of it, and then what it has cost.
  cost_minor     bigint      not null default 0,
  -- What came of it: what was given, a case, a deal, a message.
  result_id      bigint,
  made_at        timestamptz not null,
  done_at        timestamptz,
  done_by        bigint      references staff,
  unique (play_id, subscriber_id, signalled_at),
  check ((state = 'done') = (outcome is not null)),
  check ((state in ('done', 'dropped')) = (done_at is not null))
);
create index play_tasks_due on play_tasks (due_at, id) where state = 'open';
create index play_tasks_subscriber on play_tasks (subscriber_id, made_at desc);
create index play_tasks_play on play_tasks (play_id, made_at);
create index play_tasks_made on play_tasks (made_at);
create index play_tasks_owner on play_tasks (owner_staff_id) where state = 'open';

-- Signals are looked for by when they came.
create index segment_members_since on segment_members (segment_id, since_at);
create index incidents_ended on incidents (ended_at) where kind = 'outage';
create index subscriptions_version_started on subscriptions (product_version_id, started_on);
create index discounts_to on discounts (to_on) where to_on is not null;
create index service_breaks_began on service_breaks (began_at) where kind = 'suspended';
create index shortfalls_since on shortfalls (since_at);
create index tickets_closed on tickets (closed_at) where closed_at is not null;
create index subscribers_left on subscribers (left_on) where left_on is not null;
create index competitor_offers_removed on competitor_offers (removed_at)
  where removed_at is not null;
create index coverages_updated on coverages (updated_at);
create index retention_cases_left on retention_cases (left_on) where left_on is not null;
