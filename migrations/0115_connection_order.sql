-- sales: a connection may be taken back, and made again.
alter table deal_connections drop constraint deal_connections_pkey;
alter table deal_connections
  add column id          bigint generated always as identity primary key,
  add column undone_at   timestamptz,
  add column undone_by   bigint references staff,
  add column undo_reason text not null default '',
  add check ((undone_at is null) = (undo_reason = ''));
create unique index deal_connections_live on deal_connections (deal_id) where undone_at is null;

-- sales: what is taken for the connection itself, in one part or some, each charged once.
create table connection_parts (
  connection_id bigint      not null references deal_connections,
  number        integer     not null check (number > 0),
  due_on        date        not null,
  amount_minor  bigint      not null check (amount_minor > 0),
  words         text        not null,
  charged_at    timestamptz,
  -- Will not be taken any more: the connection was taken back, or nobody is left to pay.
  dropped_at    timestamptz,
  primary key (connection_id, number),
  check (charged_at is null or dropped_at is null)
);
create index connection_parts_due on connection_parts (due_on)
  where charged_at is null and dropped_at is null;

-- sales: what was handed over with a connection, and what of it came back.
create table deal_equipment (
  id                 bigint      generated always as identity primary key,
  deal_id            bigint      not null references deals,
  product_version_id bigint      references product_versions,
  kind               text        not null check (kind <> ''),
  serial             text        not null check (serial <> ''),
  basis              text        not null check (basis in ('sold', 'rented')),
  handed_at          timestamptz not null,
  handed_by          bigint      references staff,
  returned_at        timestamptz,
  returned_by        bigint      references staff,
  return_reason      text        not null default '',
  check ((returned_at is null) = (return_reason = ''))
);
create index deal_equipment_deal on deal_equipment (deal_id, id);
create unique index deal_equipment_out on deal_equipment (serial) where returned_at is null;
