-- network: what serves buildings, and what can be had there.
create table nodes (
  id         bigint generated always as identity primary key,
  name       text        not null unique,
  created_at timestamptz not null
);

-- What connecting costs, and how it may be paid.
create table connection_terms (
  id              bigint generated always as identity primary key,
  name            text    not null unique,
  base_minor      bigint  not null check (base_minor >= 0),
  -- Of each metre of cable beyond those that the base covers.
  metre_minor     bigint  not null default 0 check (metre_minor >= 0),
  included_metres integer not null default 0 check (included_metres >= 0),
  -- No further house is connected; empty: any.
  longest_metres  integer check (longest_metres > 0),
  -- Into how many monthly payments it may be split at most.
  most_parts      integer not null default 1 check (most_parts between 1 and 36),
  -- Free with a tariff of at least this fee a month; empty: never.
  free_from_minor bigint  check (free_from_minor >= 0),
  currency        text    not null,
  archived_at     timestamptz,
  version         integer not null default 1,
  created_at      timestamptz not null
);

-- One technology at one building.
create table coverages (
  id                  bigint generated always as identity primary key,
  building_id         bigint      not null references buildings,
  technology          text        not null
    check (technology in ('ftth', 'ethernet', 'docsis', 'dsl', 'wireless')),
  node_id             bigint      references nodes,
  connection_terms_id bigint      references connection_terms,
  speed_kbps          integer     check (speed_kbps > 0),
  ports_total         integer     check (ports_total >= 0),
  -- As somebody counted; empty: all less the lines in service, where those are known.
  ports_free          integer     check (ports_free >= 0),
  -- Not there yet: from when it is expected.
  planned_on          date,
  version             integer     not null default 1,
  updated_at          timestamptz not null,
  updated_by          bigint      references staff,
  unique (building_id, technology)
);
create index coverages_node  on coverages (node_id) where node_id is not null;
create index coverages_terms on coverages (connection_terms_id) where connection_terms_id is not null;

-- Where nothing more is sold for now, or only with a warning. Kept after it is lifted.
create table stop_sales (
  id          bigint generated always as identity primary key,
  building_id bigint      references buildings,
  node_id     bigint      references nodes,
  level       text        not null check (level in ('warn', 'stop')),
  reason      text        not null,
  set_at      timestamptz not null,
  set_by      bigint      references staff,
  -- The last day; empty: until it is lifted.
  until_on    date,
  lifted_at   timestamptz,
  lifted_by   bigint      references staff,
  check ((building_id is null) <> (node_id is null))
);
create index stop_sales_building on stop_sales (building_id, set_at desc) where building_id is not null;
create index stop_sales_node     on stop_sales (node_id, set_at desc) where node_id is not null;

-- What others offer at a house, as somebody saw it on a day.
create table competitor_offers (
  id          bigint generated always as identity primary key,
  building_id bigint      not null references buildings,
  competitor  text        not null,
  technology  text        check (technology in ('ftth', 'ethernet', 'docsis', 'dsl', 'wireless')),
  speed_kbps  integer     check (speed_kbps > 0),
  price_minor bigint      not null check (price_minor >= 0),
  currency    text        not null,
  -- In words: what the price is for, until when.
  terms       text        not null default '',
  seen_on     date        not null,
  seen_by     bigint      references staff,
  created_at  timestamptz not null,
  removed_at  timestamptz
);
create index competitor_offers_building on competitor_offers (building_id, seen_on desc) where removed_at is null;
create index competitor_offers_seen     on competitor_offers (seen_on, id) where removed_at is null;

-- Somebody wanted a line where there was none to be had: a house, never a person.
create table coverage_wishes (
  id          bigint generated always as identity primary key,
  building_id bigint      references buildings,
  -- The house in words, where the base does not have it.
  house       text        not null,
  -- The request's, so that a repeat is no second wish.
  key         text        unique,
  created_at  timestamptz not null
);
create index coverage_wishes_building on coverage_wishes (building_id, created_at) where building_id is not null;
