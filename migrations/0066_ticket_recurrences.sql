-- tickets: those that are opened again and again by a calendar.
create table ticket_recurrences (
  id          bigint generated always as identity primary key,
  name        text        not null unique,
  -- How often: every so many days, weeks, months or years, at what time; from when until when.
  schedule    jsonb       not null,
  time_zone   text        not null,
  -- What becomes of one that falls on a day off of this calendar.
  calendar_id bigint      references calendars,
  off_days    text        not null default 'keep' check (
    off_days in ('keep', 'skip', 'next', 'previous')),
  -- After a stop: each that was missed, or the last of them alone.
  catch_up    text        not null default 'last' check (catch_up in ('last', 'each')),
  -- What the ticket begins with, as the route that opens one takes it.
  template    jsonb       not null,
  -- The next one; null where there is none any more, or while it is paused.
  next_on     date,
  next_at     timestamptz,
  is_paused   boolean     not null default false,
  version     integer     not null default 1,
  created_at  timestamptz not null,
  archived_at timestamptz,
  check ((next_on is null) = (next_at is null))
);
create index ticket_recurrences_due on ticket_recurrences (next_at) where next_at is not null;

-- What came of each day: its ticket, or why there is none. One row for a day, for good.
create table ticket_recurrence_days (
  recurrence_id bigint      not null references ticket_recurrences,
  occurs_on     date        not null,
  ticket_id     bigint      references tickets,
  reason        text,
  made_at       timestamptz not null,
  primary key (recurrence_id, occurs_on),
  check ((ticket_id is null) <> (reason is null))
);
