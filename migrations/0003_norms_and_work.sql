-- norms: calendars and the promises counted on them.
create table calendars (
  id         bigint generated always as identity primary key,
  name       text        not null unique,
  time_zone  text        not null,
  -- Weekly hours: {"mon": [{"from": "09:00", "to": "18:00"}], …}; null is round the clock.
  weekly     jsonb,
  -- Whose public holidays apply, if any.
  holidays   text        check (holidays in ('RU')),
  created_at timestamptz not null
);

-- What differs on one date; it goes before what the country's holidays say.
create table calendar_exceptions (
  calendar_id        bigint  not null references calendars on delete cascade,
  on_date            date    not null,
  kind               text    not null check (kind in ('closed', 'hours', 'extra', 'short')),
  -- Hours instead of or besides the usual ones.
  hours              jsonb   not null default '[]',
  shorter_by_seconds integer not null default 0,
  name               text    not null default '',
  primary key (calendar_id, on_date, kind)
);

create table norms (
  id             bigint generated always as identity primary key,
  -- What is promised, e.g. conversations.first_touch.
  kind           text        not null unique,
  target_seconds integer     not null check (target_seconds > 0),
  calendar_id    bigint      not null references calendars,
  updated_at     timestamptz not null
);

-- work: what all work shares.
create table attribute_definitions (
  id          bigint generated always as identity primary key,
  entity      text        not null,
  key         text        not null check (key ~ '^[a-z][a-z0-9_]{0,59}$'),
  label       text        not null,
  type        text        not null check (type in ('text', 'number', 'date', 'boolean', 'choice')),
  choices     jsonb       not null default '[]',
  -- A fast attribute has an index of its own, built while people work.
  is_fast     boolean     not null default false,
  index_state text        not null default 'none' check (index_state in ('none', 'building', 'ready')),
  position    integer     not null default 0,
  import_id   bigint,
  created_at  timestamptz not null,
  archived_at timestamptz,
  unique (entity, key)
);

create table saved_views (
  id         bigint generated always as identity primary key,
  entity     text        not null,
  name       text        not null,
  staff_id   bigint      not null references staff,
  is_shared  boolean     not null default false,
  state      jsonb       not null,
  position   integer     not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index saved_views_entity on saved_views (entity, staff_id);
