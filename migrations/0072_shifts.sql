-- staff: a plan of who works when, and when a person last said what they do.
create table shifts (
  id         bigint generated always as identity primary key,
  staff_id   bigint not null references staff (id),
  starts_at  timestamptz not null,
  ends_at    timestamptz not null,
  -- [{ afterMinutes, minutes }] from the shift's start, so that a copied week needs no arithmetic.
  breaks     jsonb not null default '[]',
  version    integer not null default 1,
  check (ends_at > starts_at)
);
create index shifts_staff on shifts (staff_id, ends_at);
create index shifts_ends on shifts (ends_at);

-- A state said again is said anew, though it lasts since before.
alter table presence add column said_at timestamptz;
