-- tickets: what is promised of them, counted by the one engine of norms.
-- What differs from the general norm, for a category, a priority, or both.
create table ticket_norms (
  id             bigint generated always as identity primary key,
  kind           text    not null check (kind in ('first_reply', 'next_reply', 'resolution')),
  category_id    bigint  references ticket_categories,
  priority       text    check (priority in ('low', 'normal', 'high', 'urgent')),
  target_seconds integer not null check (target_seconds > 0),
  calendar_id    bigint  not null references calendars,
  unique nulls not distinct (kind, category_id, priority),
  check (category_id is not null or priority is not null)
);

-- The clock of one promise, with the promise as it was when it began.
create table ticket_clocks (
  id            bigint generated always as identity primary key,
  ticket_id     bigint      not null references tickets,
  kind          text        not null check (kind in ('first_reply', 'next_reply', 'resolution')),
  norm_seconds  integer     not null,
  calendar_id   bigint      not null references calendars,
  started_at    timestamptz not null,
  met_at        timestamptz,
  -- Working time until it was met.
  spent_seconds integer
);
create index ticket_clocks_ticket on ticket_clocks (ticket_id, id);

-- Stretches in which all clocks of a ticket stand.
create table ticket_pauses (
  ticket_id bigint      not null references tickets,
  from_at   timestamptz not null,
  to_at     timestamptz,
  reason    text        not null check (reason in ('theirs', 'waiting', 'done')),
  primary key (ticket_id, from_at)
);

alter table tickets
  -- When the next of its norms is broken; null while its clocks stand.
  add column due_at       timestamptz,
  -- When the supervisor is called next, and when that was last done.
  add column escalate_at  timestamptz,
  add column escalated_at timestamptz;
create index tickets_due      on tickets (due_at, id);
create index tickets_escalate on tickets (escalate_at) where escalate_at is not null;
