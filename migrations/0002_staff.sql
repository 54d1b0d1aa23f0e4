-- People who work here. Sign-in (sessions, passwords, second factor) stands in the auth_ tables,
-- which the sign-in library writes; everything else about a person stands in staff.

create table roles (
  id          bigint generated always as identity primary key,
  name        text        not null unique,
  -- permission → own | team | all
  permissions jsonb       not null default '{}',
  is_built_in boolean     not null default false,
  created_at  timestamptz not null
);

create table teams (
  id          bigint generated always as identity primary key,
  name        text        not null unique,
  created_at  timestamptz not null,
  archived_at timestamptz
);

create table staff (
  id           bigint generated always as identity primary key,
  auth_user_id bigint unique,
  name         text        not null,
  email        text        not null unique,
  role_id      bigint      not null references roles,
  team_id      bigint      references teams,
  language     text        check (language in ('ru', 'en')),
  -- How a click on a phone number dials: tel: or sip:, with the operator's own domain for the latter.
  dial_with    text        not null default 'tel' check (dial_with in ('tel', 'sip')),
  sip_domain   text,
  -- Most open requests this person is offered at once.
  load_limit   integer     not null default 3 check (load_limit between 0 and 100),
  created_at   timestamptz not null,
  disabled_at  timestamptz
);
create index staff_role on staff (role_id);
create index staff_team on staff (team_id) where team_id is not null;

-- Free = here (seen lately), ready, and under the limit.
create table presence (
  staff_id     bigint      primary key references staff,
  state        text        not null check (state in ('ready', 'break', 'after_call', 'away')),
  state_since  timestamptz not null,
  last_seen_at timestamptz not null
);

-- One-time links: the first administrator's, an invitation, a lost password.
create table sign_in_links (
  id         bigint generated always as identity primary key,
  token_hash text        not null unique,
  purpose    text        not null check (purpose in ('first_administrator', 'invitation', 'reset')),
  staff_id   bigint      references staff,
  expires_at timestamptz not null,
  used_at    timestamptz,
  created_at timestamptz not null
);

create table api_keys (
  id           bigint generated always as identity primary key,
  staff_id     bigint      not null references staff,
  name         text        not null,
  prefix       text        not null,
  key_hash     text        not null unique,
  -- Permissions the key may use, never more than its owner has.
  scopes       text[]      not null,
  created_at   timestamptz not null,
  expires_at   timestamptz,
  last_used_at timestamptz,
  revoked_at   timestamptz
);
create index api_keys_staff on api_keys (staff_id);
