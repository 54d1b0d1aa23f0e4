-- channels: messengers beside mailboxes.
alter table channels drop constraint channels_kind_check;
alter table channels add constraint channels_kind_check check (kind in ('email', 'telegram'));
alter table channels drop constraint channels_trouble_of_check;
alter table channels add constraint channels_trouble_of_check
  check (trouble_of in ('imap', 'smtp', 'api'));

alter table raw_messages drop constraint raw_messages_channel_check;
alter table raw_messages add constraint raw_messages_channel_check
  check (channel in ('site_form', 'email', 'telegram'));
-- How often the provider has brought it again.
alter table raw_messages add column repeats integer not null default 0;

-- The provider's own name of a message that has left.
alter table outgoing_messages add column provider_id text not null default '';

-- Files of messages from messengers: what came is a name to fetch them by.
create table incoming_files (
  id             bigint generated always as identity primary key,
  raw_message_id bigint      not null references raw_messages on delete cascade,
  channel_id     bigint      not null references channels,
  -- Telegram's file_id.
  place          text        not null,
  name           text        not null,
  content_type   text        not null,
  state          text        not null default 'waiting'
                 check (state in ('waiting', 'fetched', 'failed')),
  tries          integer     not null default 0,
  try_after      timestamptz not null,
  trouble        text,
  created_at     timestamptz not null
);
create index incoming_files_waiting on incoming_files (try_after, id) where state = 'waiting';
create index incoming_files_message on incoming_files (raw_message_id);

-- conversations: a chat goes on in its open conversation; what was said may be changed by its
-- sender, and what it was before stays readable.
create index conversations_chat on conversations (channel_id, sender, id desc)
  where channel_id is not null and sender <> '';
alter table messages add column edited_at timestamptz;
alter table messages add column former_text text not null default '';
