-- tickets: what one has to do with another, and which became one.
create table ticket_links (
  from_id   bigint      not null references tickets,
  to_id     bigint      not null references tickets,
  kind      text        not null check (kind in ('duplicate_of', 'caused_by', 'blocks')),
  linked_at timestamptz not null,
  primary key (from_id, to_id, kind),
  check (from_id <> to_id)
);
create index ticket_links_other on ticket_links (to_id, from_id);

-- A merged ticket keeps its rows and points at the one it became; root_id is where the pointers end.
alter table tickets
  add column merged_into_id bigint references tickets,
  add column root_id        bigint references tickets,
  add constraint tickets_merged_check check ((merged_into_id is null) = (root_id is null));
create index tickets_merged on tickets (root_id) where root_id is not null;
create index tickets_merged_into on tickets (merged_into_id) where merged_into_id is not null;
