-- Groups of subscribers: by a condition that is asked again and again, or a list that was kept.
create table segments (
  id            bigint generated always as identity primary key,
  name          text    not null,
  note          text    not null default '',
  kind          text    not null check (kind in ('dynamic', 'static')),
  -- What its members are asked; of a kept list, what they were found by, if by anything.
  condition     jsonb,
  -- Shown on the card of each member.
  is_badge      boolean not null default false,
  every_minutes integer not null default 60 check (every_minutes between 5 and 10080),
  -- When it is counted anew; null of a kept list, and while it is archived.
  next_at       timestamptz,
  size          integer not null default 0,
  counted_at    timestamptz,
  -- Why it could not be counted last: a field that is gone.
  failure       text,
  version       integer not null default 1,
  created_by    bigint references staff,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  archived_at   timestamptz,
  check (kind = 'static' or condition is not null)
);
create unique index segments_name on segments (lower(name)) where archived_at is null;
create index segments_due on segments (next_at) where next_at is not null;

-- Who was in it from when until when; null: still is.
create table segment_members (
  id            bigint generated always as identity primary key,
  segment_id    bigint not null references segments,
  subscriber_id bigint not null references subscribers,
  since_at      timestamptz not null,
  until_at      timestamptz,
  check (until_at >= since_at)
);
create unique index segment_members_now on segment_members (segment_id, subscriber_id)
  where until_at is null;
create index segment_members_subscriber on segment_members (subscriber_id, since_at desc);

-- Each counting, with who came and went by it.
create table segment_counts (
  id         bigint generated always as identity primary key,
  segment_id bigint not null references segments,
  counted_at timestamptz not null,
  size       integer not null,
  entered    integer not null,
  gone       integer not null
);
create index segment_counts_segment on segment_counts (segment_id, counted_at desc, id desc);
