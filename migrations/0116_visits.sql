-- sales: when somebody can come to connect: a weekday's hours in a district, and how many at once.
create table visit_slots (
  id          bigint      generated always as identity primary key,
  -- Of buildings; empty: wherever there is no slot of the district's own.
  district    text        not null default '',
  weekday     integer     not null check (weekday between 1 and 7),
  from_minute integer     not null check (from_minute between 0 and 1439),
  to_minute   integer     not null check (to_minute <= 1440),
  seats       integer     not null check (seats between 1 and 100),
  archived_at timestamptz,
  check (from_minute < to_minute)
);
create unique index visit_slots_hours on visit_slots (district, weekday, from_minute)
  where archived_at is null;

-- sales: a visit that was booked; a seat of a day is one deal's, and a deal has one visit to come.
create table visits (
  id            bigint      generated always as identity primary key,
  deal_id       bigint      not null references deals,
  slot_id       bigint      not null references visit_slots,
  on_day        date        not null,
  seat          integer     not null check (seat > 0),
  booked_at     timestamptz not null,
  booked_by     bigint      references staff,
  cancelled_at  timestamptz,
  cancel_reason text        not null default '',
  check ((cancelled_at is null) = (cancel_reason = ''))
);
create unique index visits_seat on visits (on_day, slot_id, seat) where cancelled_at is null;
create unique index visits_deal on visits (deal_id) where cancelled_at is null;
