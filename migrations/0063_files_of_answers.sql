-- work: files that go with what is being written, kept from the moment they are chosen.
create table draft_files (
  draft_id   bigint      not null references drafts,
  file_id    bigint      not null unique references files,
  created_at timestamptz not null,
  primary key (draft_id, file_id)
);
create index draft_files_old on draft_files (created_at);

-- channels: files that go with a message.
create table outgoing_files (
  outgoing_message_id bigint  not null references outgoing_messages,
  file_id             bigint  not null references files,
  place               integer not null,
  -- Under what name the other side has the bytes already, so that they go over once.
  reference           text    not null default '',
  primary key (outgoing_message_id, file_id)
);
-- Where words and files are messages each for itself: in how many it leaves, and how many have
-- left for certain.
alter table outgoing_messages add column parts integer not null default 1;
alter table outgoing_messages add column parts_sent integer not null default 0;
