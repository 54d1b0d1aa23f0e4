-- sales: pipelines of stages, and the deals that walk through them.
create table pipelines (
  id          bigint generated always as identity primary key,
  name        text        not null unique,
  position    integer     not null default 0,
  created_at  timestamptz not null,
  archived_at timestamptz
);

create table pipeline_stages (
  id              bigint  generated always as identity primary key,
  pipeline_id     bigint  not null references pipelines,
  name            text    not null,
  position        integer not null,
  -- How likely a deal that stands here is won, in percent.
  probability     integer not null check (probability between 0 and 100),
  -- Fields without which no deal enters.
  required_fields text[]  not null default '{}',
  -- For so many seconds of working time a deal may stand here; null for as long as it takes.
  limit_seconds   integer check (limit_seconds > 0),
  calendar_id     bigint  references calendars,
  unique (pipeline_id, name),
  -- For deals: their stage is one of their pipeline.
  unique (pipeline_id, id),
  check ((limit_seconds is null) = (calendar_id is null))
);

-- Where people come from: the site, a friend, a leaflet.
create table lead_sources (
  id          bigint generated always as identity primary key,
  name        text        not null unique,
  position    integer     not null default 0,
  created_at  timestamptz not null,
  archived_at timestamptz
);

-- Why a deal or a lead came to nothing.
create table lost_reasons (
  id          bigint generated always as identity primary key,
  name        text        not null unique,
  position    integer     not null default 0,
  created_at  timestamptz not null,
  archived_at timestamptz
);

-- A deal's number is its id.
create table deals (
  id               bigint      generated always as identity primary key,
  pipeline_id      bigint      not null references pipelines,
  stage_id         bigint      not null,
  state            text        not null default 'open' check (state in ('open', 'won', 'lost')),
  subscriber_id    bigint      references subscribers,
  household_id     bigint      references households,
  conversation_id  bigint      references conversations,
  name             text        not null,
  phone            text        not null default '',
  email            text        not null default '',
  -- As it was said; the building where the base knows it.
  address          text        not null default '',
  building_id      bigint      references buildings,
  flat             text        not null default '',
  -- What the person needs, why, and what they have been through.
  wanted           text        not null default '',
  source_id        bigint      references lead_sources,
  campaign         text        not null default '',
  dealer_id        bigint      references dealers,
  referral_code    text        not null default '',
  owner_staff_id   bigint      references staff,
  team_id          bigint      references teams,
  -- What it brings every month, and once.
  monthly_minor    bigint      not null default 0 check (monthly_minor >= 0),
  once_minor       bigint      not null default 0 check (once_minor >= 0),
  currency         text        not null,
  expected_on      date,
  -- What its owner does next, and when.
  next_step        text        not null default '',
  next_at          timestamptz,
  lost_reason_id   bigint      references lost_reasons,
  lost_note        text        not null default '',
  entered_stage_at timestamptz not null,
  -- When it has stood in its stage for too long.
  due_at           timestamptz,
  escalated_at     timestamptz,
  opened_at        timestamptz not null,
  closed_at        timestamptz,
  created_by       bigint      references staff,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  version          integer     not null default 1,
  foreign key (pipeline_id, stage_id) references pipeline_stages (pipeline_id, id),
  check ((state = 'open') = (closed_at is null)),
  check ((state = 'lost') = (lost_reason_id is not null))
);
-- The column of a board.
create index deals_board      on deals (stage_id, entered_stage_at desc, id desc) where state = 'open';
create index deals_stage      on deals (stage_id, id);
create index deals_pipeline   on deals (pipeline_id, id);
create index deals_state      on deals (state, id);
create index deals_owner      on deals (owner_staff_id, id);
create index deals_team       on deals (team_id, id);
create index deals_opened     on deals (opened_at, id);
create index deals_closed     on deals (closed_at, id);
create index deals_expected   on deals (expected_on, id);
create index deals_due        on deals (due_at, id) where state = 'open';
create index deals_next       on deals (next_at, id);
create index deals_source     on deals (source_id, id);
create index deals_subscriber on deals (subscriber_id, opened_at desc) where subscriber_id is not null;
create index deals_household  on deals (household_id) where household_id is not null;
create index deals_conversation on deals (conversation_id) where conversation_id is not null;
create index deals_phone      on deals (phone) where phone <> '';
create index deals_email      on deals (email) where email <> '';
create index deals_building   on deals (building_id, flat) where building_id is not null;

create table search_deals partition of search_entries for values in ('deal');
