-- What a mailbox itself holds of the last day, and how much of that was never stored.
alter table channels
  add column there_count integer,
  add column there_missing integer,
  add column there_at timestamptz;

-- Under which other numbers the same bytes came again.
alter table raw_messages add column other_keys text[] not null default '{}';
create index raw_messages_repeated on raw_messages (channel_id) where other_keys <> '{}';
