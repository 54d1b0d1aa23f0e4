-- sales: what is done by itself once somebody is connected.
create table sales_settings (
  id            integer     primary key default 1 check (id = 1),
  -- A newcomer is greeted with these; empty: nobody is.
  welcome_words text        not null,
  -- On which days after connecting somebody calls and asks how it goes.
  care_days     smallint[]  not null,
  version       integer     not null default 1,
  updated_at    timestamptz not null
);

alter table deal_connections
  add column welcome_way        text   not null default '',
  add column welcome_message_id bigint references outgoing_messages;

-- sales: calls of the first month after connecting, each due under the norm of care.
create table care_calls (
  id            bigint      generated always as identity primary key,
  connection_id bigint      not null references deal_connections,
  deal_id       bigint      not null references deals,
  day           smallint    not null check (day between 1 and 365),
  starts_at     timestamptz not null,
  due_at        timestamptz not null,
  -- How often nobody answered.
  tries         smallint    not null default 0,
  done_at       timestamptz,
  done_by       bigint      references staff,
  outcome       text        check (outcome in ('well', 'trouble', 'unreached')),
  note          text        not null default '',
  -- When the connection was taken back before it.
  dropped_at    timestamptz,
  unique (connection_id, day),
  check ((done_at is null) = (outcome is null))
);
create index care_calls_deal on care_calls (deal_id);
create index care_calls_open on care_calls (due_at, id) where done_at is null and dropped_at is null;
