-- vip: evenings and tournaments for clients: who is invited, comes, plays, wins, and what it costs.
create table vip_events (
  id           bigint      generated always as identity primary key,
  version      integer     not null default 1,
  kind         text        not null check (kind in ('evening', 'tournament', 'own')),
  -- What it is, where it is of no kind of ours.
  kind_name    text        not null default '',
  name         text        not null check (name <> ''),
  "on"         date        not null,
  begins_at    text        not null default '' check (begins_at ~ '^(|[0-2][0-9]:[0-5][0-9])$'),
  place        text        not null default '',
  -- Teams play for places; else guests sit at tables.
  is_contest   boolean     not null,
  in_charge_id bigint      not null references staff,
  budget_minor bigint      not null default 0 check (budget_minor >= 0),
  -- Words of the invitation; ours where there are none.
  words        text        not null default '',
  -- What those of the first place take, and what all others who came.
  cup_item_id     bigint   references vip_gift_items,
  comfort_item_id bigint   references vip_gift_items,
  cancelled_at timestamptz,
  created_by   bigint      references staff,
  created_at   timestamptz not null,
  check ((kind = 'own') = (kind_name <> ''))
);
create index vip_events_on on vip_events ("on", id);
create index vip_events_in_charge on vip_events (in_charge_id);

create table vip_event_teams (
  id       bigint   generated always as identity primary key,
  version  integer  not null default 1,
  event_id bigint   not null references vip_events,
  name     text     not null check (name <> ''),
  seats    smallint not null check (seats between 1 and 500),
  -- What place it took; several may share one.
  place    smallint check (place between 1 and 100),
  unique (event_id, name),
  unique (event_id, id)
);

create table vip_event_guests (
  id              bigint      generated always as identity primary key,
  version         integer     not null default 1,
  event_id        bigint      not null references vip_events,
  subscriber_id   bigint      not null references subscribers,
  -- What they were when they were invited: like is compared with like.
  tier            text        not null check (tier in ('profitable', 'high', 'very_high')),
  state           text        not null default 'invited'
    check (state in ('invited', 'accepted', 'declined', 'withdrawn')),
  way             text        not null check (way in ('message', 'hand')),
  invited_by      bigint      references staff,
  invited_at      timestamptz not null,
  -- When they were told, in writing or by somebody.
  told_at         timestamptz,
  outgoing_message_id bigint  references outgoing_messages on delete set null,
  answered_at     timestamptz,
  companions      smallint    not null default 0 check (companions between 0 and 20),
  companion_names text        not null default '',
  wishes          text        not null default '',
  -- One place alone, so nobody sits or plays twice.
  team_id         bigint,
  has_come        boolean,
  prize           text        check (prize in ('cup', 'comfort')),
  prize_item_id   bigint      references vip_gift_items,
  prize_minor     bigint      check (prize_minor > 0),
  handed_by       bigint      references staff,
  handed_at       timestamptz,
  unique (event_id, subscriber_id),
  foreign key (event_id, team_id) references vip_event_teams (event_id, id),
  check (team_id is null or state = 'accepted'),
  check (prize is null or has_come is true),
  check ((prize is null) = (handed_at is null)),
  check ((prize is null) = (prize_item_id is null)),
  check ((prize is null) = (prize_minor is null))
);
create index vip_event_guests_subscriber on vip_event_guests (subscriber_id);
create index vip_event_guests_team on vip_event_guests (team_id);
create index vip_event_guests_message on vip_event_guests (outgoing_message_id);
create index vip_event_guests_untold on vip_event_guests (event_id, id)
  where told_at is null and state = 'invited';

create table vip_event_costs (
  id           bigint      generated always as identity primary key,
  version      integer     not null default 1,
  event_id     bigint      not null references vip_events,
  name         text        not null check (name <> ''),
  amount_minor bigint      not null check (amount_minor > 0),
  state        text        not null default 'stands' check (state in ('asked', 'stands', 'removed')),
  -- Why more is spent than the budget holds.
  overspend_reason text    not null default '',
  added_by     bigint      references staff,
  added_at     timestamptz not null,
  approved_by  bigint      references staff,
  check (state <> 'asked' or overspend_reason <> ''),
  check (approved_by is null or approved_by <> added_by)
);
create index vip_event_costs_event on vip_event_costs (event_id);

create table vip_event_photos (
  file_id  bigint not null primary key references files,
  event_id bigint not null references vip_events,
  added_by bigint references staff,
  added_at timestamptz not null
);
create index vip_event_photos_event on vip_event_photos (event_id, file_id);
