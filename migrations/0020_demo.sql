-- How far the demo operator has been made, so that a making that was cut off goes on.
create table demo_runs (
  id           bigint generated always as identity primary key,
  seed         text        not null,
  subscribers  integer     not null,
  today        date        not null,
  -- Null until the network stands; then the first of its incidents.
  first_incident_id bigint,
  chunks_made  integer     not null default 0,
  started_at   timestamptz not null,
  finished_at  timestamptz
);
