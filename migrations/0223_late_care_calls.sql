-- Whether it was told that a call of care is late: to whoever has the deal, then to who leads.
alter table care_calls
  add column late_told_at timestamptz,
  add column escalated_at timestamptz;

create index care_calls_late on care_calls (due_at, id)
  where done_at is null and dropped_at is null and late_told_at is null;
create index care_calls_shared on care_calls (shared_at, id)
  where done_at is null and dropped_at is null and escalated_at is null;
