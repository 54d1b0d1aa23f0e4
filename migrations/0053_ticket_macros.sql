-- tickets: a named set of changes with a note, put on a ticket by one key.
create table ticket_macros (
  id          bigint generated always as identity primary key,
  name        text        not null unique,
  -- What it sets: fields as the routes take them, with takes (it becomes whoever's uses it) and
  -- waitHours (the date that is waited for, from then on).
  fields      jsonb       not null,
  note_kind   text        not null default 'note' check (note_kind in ('note', 'told')),
  note        text        not null default '',
  created_at  timestamptz not null,
  archived_at timestamptz
);
