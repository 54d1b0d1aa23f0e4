-- A shorter promise to those of a segment.
create table segment_norms (
  segment_id     bigint  not null references segments (id),
  kind           text    not null,
  target_seconds integer not null check (target_seconds > 0),
  primary key (kind, segment_id)
);
