-- reports: which leave by e-mail again and again, and what became of each.
create table report_schedules (
  id         bigint      generated always as identity primary key,
  version    integer     not null default 1,
  ask        jsonb       not null,
  format     text        not null check (format in ('xlsx', 'csv', 'pdf')),
  rhythm     text        not null check (rhythm in ('day', 'week', 'month')),
  day        smallint    not null check (day between 1 and 28),
  hour       smallint    not null check (hour between 0 and 23),
  staff_ids  bigint[]    not null,
  is_on      boolean     not null,
  next_at    timestamptz not null,
  changed_by bigint      references staff (id),
  created_at timestamptz not null
);
create index report_schedules_next on report_schedules (next_at, id) where is_on;

create table report_sendings (
  id                  bigint      generated always as identity primary key,
  schedule_id         bigint      not null references report_schedules (id),
  due_at              timestamptz not null,
  staff_id            bigint      not null references staff (id),
  outcome             text        not null
                      check (outcome in ('queued', 'not_allowed', 'no_mailbox')),
  outgoing_message_id bigint      unique references outgoing_messages (id),
  unique (schedule_id, due_at, staff_id),
  check ((outcome = 'queued') = (outgoing_message_id is not null))
);
