-- People who work here. Sign-in (sessions, passwords, second factor) stands in the auth_ tables,
-- which the sign-in library writes; everything else about a person stands in staff.

create table roles (
  id          bigint generated always as identity primary key,
  name        text        not null unique,
  -- Roles that every installation has; the administrator's reaches everything, whatever it lists.
  code        text        unique check (code in ('administrator', 'supervisor', 'agent')),
  -- permission → own | team | all
  permissions jsonb       not null default '{}',
  -- Permissions that a built-in role was once given a start in: what was taken away stays away.
  offered     text[]      not null default '{}',
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
  last_seen_at timestamptz not null,
  -- Seen lately, as the last sweep found it; a change of it is told to screens.
  is_here      boolean     not null
);
create index presence_here on presence (last_seen_at) where is_here;

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
create index sign_in_links_staff on sign_in_links (staff_id) where used_at is null;

-- Passwords tried lately, against guessing: by account (a hash of its e-mail) and by address.
create table sign_in_attempts (
  id           bigint generated always as identity primary key,
  account      text        not null,
  address      text        not null,
  attempted_at timestamptz not null
);
create index sign_in_attempts_account on sign_in_attempts (account, attempted_at);
create index sign_in_attempts_address on sign_in_attempts (address, attempted_at);
create index sign_in_attempts_age     on sign_in_attempts (attempted_at);

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

-- Serves the audit, filtered by what was done; history brought in is no part of it.
create index events_audit on events (type, recorded_at desc, id desc)
  where transaction_id is not null;

-- What follows is written by the sign-in library alone.
create table auth_users (
  id                 bigint generated always as identity primary key,
  name               text        not null,
  email              text        not null unique,
  email_verified     boolean     not null,
  image              text,
  two_factor_enabled boolean     not null default false,
  created_at         timestamptz not null,
  updated_at         timestamptz not null
);

create table auth_sessions (
  id         bigint generated always as identity primary key,
  token      text        not null unique,
  user_id    bigint      not null references auth_users on delete cascade,
  ip_address text,
  user_agent text,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index auth_sessions_user on auth_sessions (user_id);

create table auth_accounts (
  id                       bigint generated always as identity primary key,
  account_id               text        not null,
  provider_id              text        not null,
  user_id                  bigint      not null references auth_users on delete cascade,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  password                 text,
  created_at               timestamptz not null,
  updated_at               timestamptz not null
);
create index auth_accounts_user on auth_accounts (user_id);

create table auth_verifications (
  id         bigint generated always as identity primary key,
  identifier text        not null,
  value      text        not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index auth_verifications_identifier on auth_verifications (identifier);

create table auth_two_factors (
  id                        bigint generated always as identity primary key,
  user_id                   bigint      not null references auth_users on delete cascade,
  secret                    text        not null,
  backup_codes              text        not null,
  verified                  boolean     not null default true,
  failed_verification_count integer     not null default 0,
  locked_until              timestamptz
);
create index auth_two_factors_user on auth_two_factors (user_id);

-- Signs the session cookies and encrypts the second factors of this operator.
create table auth_secret (
  is_only boolean primary key default true check (is_only),
  secret  text not null
);
insert into auth_secret (secret)
values (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));
