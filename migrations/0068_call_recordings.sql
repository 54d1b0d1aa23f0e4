-- channels: recordings of calls, fetched from where the exchange keeps them.
create table call_recordings (
  id         bigint generated always as identity primary key,
  channel_id bigint      not null references channels,
  -- The exchange's own name of the call.
  linked_id  text        not null,
  -- Under which name the exchange keeps it; empty once it is erased here.
  name       text        not null,
  state      text        not null default 'waiting'
             check (state in ('waiting', 'fetched', 'failed', 'erased')),
  tries      integer     not null default 0,
  try_after  timestamptz not null,
  trouble    text,
  file_id    bigint      unique references files,
  created_at timestamptz not null,
  unique (channel_id, linked_id)
);
create index call_recordings_waiting on call_recordings (try_after, id) where state = 'waiting';
create index call_recordings_old on call_recordings (created_at) where state <> 'erased';

-- conversations: how long what was said is kept.
alter table desk_settings add column recordings_kept_days integer not null default 180;
