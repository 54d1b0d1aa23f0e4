-- network: raw facts of incidents, until monitoring writes them.
create table incidents (
  id          bigint generated always as identity primary key,
  kind        text        not null check (kind in ('outage', 'degradation', 'planned_work')),
  started_at  timestamptz not null,
  ended_at    timestamptz,
  cause       text        not null default '',
  created_at  timestamptz not null
);

create table incident_buildings (
  incident_id bigint not null references incidents,
  building_id bigint not null references buildings,
  primary key (building_id, incident_id)
);
create index incident_buildings_incident on incident_buildings (incident_id);

-- tickets: raw facts, until the ticket desk writes them.
create table tickets (
  id            bigint generated always as identity primary key,
  number        bigint      not null unique,
  subscriber_id bigint      references subscribers,
  category      text        not null,
  subject       text        not null,
  state         text        not null check (state in ('open', 'waiting', 'solved', 'closed')),
  opened_at     timestamptz not null,
  closed_at     timestamptz,
  created_at    timestamptz not null
);
create index tickets_subscriber on tickets (subscriber_id, opened_at desc) where subscriber_id is not null;
create index tickets_open on tickets (opened_at) where closed_at is null;
