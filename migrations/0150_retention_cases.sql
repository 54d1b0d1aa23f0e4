-- retention: wishes to leave, the words they are known by, the cases that they open, and why.
create table leaving_reasons (
  id           bigint           generated always as identity primary key,
  -- Nothing: a group of reasons.
  parent_id    bigint           references leaving_reasons,
  name         text             not null check (name <> ''),
  -- Of a group: whether an offer can help at all. Who moves away is offered nothing.
  takes_offers boolean          not null default true,
  -- Of a group: how likely one is to leave who says so, until it is learnt from facts.
  leave_chance double precision not null default 0.6 check (leave_chance between 0 and 1),
  position     integer          not null default 0,
  archived_at  timestamptz,
  version      integer          not null default 1,
  created_at   timestamptz      not null
);
create unique index leaving_reasons_name on leaving_reasons (coalesce(parent_id, 0), name);

create table wish_rules (
  id          bigint      generated always as identity primary key,
  name        text        not null unique check (name <> ''),
  -- A phrase a line; any of them is enough.
  phrases     text        not null check (phrases <> ''),
  -- Where one of these is heard, it is no wish.
  exceptions  text        not null default '',
  -- Says that somebody is angry; opens nothing by itself.
  is_angry    boolean     not null default false,
  archived_at timestamptz,
  version     integer     not null default 1,
  created_at  timestamptz not null
);

create table retention_cases (
  id             bigint      generated always as identity primary key,
  version        integer     not null default 1,
  subscriber_id  bigint      not null references subscribers,
  source         text        not null check (source in
    ('words', 'hand', 'closing', 'port_out', 'stopped_paying', 'silent')),
  state          text        not null default 'open' check (state in ('open', 'closed')),
  outcome        text        check (outcome in ('stays', 'left', 'mistake', 'unreached')),
  reason_id      bigint      references leaving_reasons,
  note           text        not null default '',
  is_angry       boolean     not null default false,
  -- Was heard of before, and answered.
  is_repeated    boolean     not null default false,
  owner_staff_id bigint      references staff,
  team_id        bigint      references teams,
  norm_seconds   integer     not null,
  calendar_id    bigint      not null references calendars,
  due_at         timestamptz not null,
  -- When somebody of us spoke with them first.
  spoken_at      timestamptz,
  -- When they asked to be called.
  call_at        timestamptz,
  opened_at      timestamptz not null,
  opened_by      bigint      references staff,
  closed_at      timestamptz,
  closed_by      bigint      references staff,
  left_on        date,
  -- Whether they were still here so many days after it was closed; nothing: not known yet.
  is_here_month     boolean,
  is_here_quarter     boolean,
  check ((state = 'open') = (closed_at is null)),
  check ((state = 'closed') = (outcome is not null)),
  check ((outcome = 'left') = (left_on is not null))
);
create unique index retention_cases_one_open on retention_cases (subscriber_id) where state = 'open';
create index retention_cases_subscriber on retention_cases (subscriber_id, opened_at desc);
create index retention_cases_state on retention_cases (state, id);
create index retention_cases_owner on retention_cases (owner_staff_id, id);
create index retention_cases_team on retention_cases (team_id, id);
create index retention_cases_due on retention_cases (due_at, id) where state = 'open';
create index retention_cases_opened on retention_cases (opened_at, id);
create index retention_cases_closed on retention_cases (closed_at, id);
create index retention_cases_reason on retention_cases (reason_id, id);
create index retention_cases_unchecked on retention_cases (closed_at, id)
  where outcome = 'stays' and (is_here_month is null or is_here_quarter is null);

create table case_wishes (
  id              bigint      generated always as identity primary key,
  case_id         bigint      not null references retention_cases,
  source          text        not null,
  rule_id         bigint      references wish_rules,
  conversation_id bigint      references conversations,
  ticket_id       bigint      references tickets,
  -- A message is heard once.
  message_id      bigint      unique references messages,
  -- What of it was heard, in their own words.
  words           text        not null default '',
  heard_at        timestamptz not null,
  heard_by        bigint      references staff
);
create index case_wishes_case on case_wishes (case_id, id);
create index case_wishes_conversation on case_wishes (conversation_id) where conversation_id is not null;
create index case_wishes_rule on case_wishes (rule_id) where rule_id is not null;
