-- channels: a mailbox that is read and answered from; what goes out is stored before it is sent.
create table channels (
  id          bigint generated always as identity primary key,
  kind        text        not null check (kind in ('email')),
  name        text        not null,
  state       text        not null default 'on' check (state in ('on', 'paused')),
  -- {imap, smtp, from}: hosts, users, folder, sender. No secret stands here.
  settings    jsonb       not null,
  -- The passwords, sealed with the key in the data folder.
  secrets     text        not null default '',
  -- How far the mailbox was read: {uidValidity, lastUid}, and since when it is read.
  place       jsonb       not null default '{}',
  last_in_at  timestamptz,
  last_out_at timestamptz,
  -- What is wrong with it now: with which of its servers, a code, and the server's own words.
  trouble_of  text        check (trouble_of in ('imap', 'smtp')),
  trouble     text,
  error       text,
  error_at    timestamptz,
  version     integer     not null default 1,
  created_at  timestamptz not null
);

alter table raw_messages drop constraint raw_messages_channel_check;
alter table raw_messages add constraint raw_messages_channel_check
  check (channel in ('site_form', 'email'));
alter table raw_messages add column channel_id bigint references channels;
-- A letter's bytes, as they came.
alter table raw_messages add column file_id bigint references files;
-- Tells a letter that a mailbox shows under a new number; stays after an erasure, so that what is
-- still in the mailbox does not come back.
alter table raw_messages add column sha256 text;
create unique index raw_messages_sum on raw_messages (channel_id, sha256) where sha256 is not null;

create table outgoing_messages (
  id          bigint generated always as identity primary key,
  channel_id  bigint      not null references channels,
  -- Of whoever asked to send it: the same message is stored once.
  key         text        not null,
  recipient   text        not null,
  -- {subject, text, fromName, recipientName, inReplyTo, references}.
  payload     jsonb       not null,
  -- The Message-ID with which it leaves, also when it is sent again.
  external_id text        not null unique,
  -- waiting → sending → sent | failed | unknown (broken off after the words were handed over).
  state       text        not null default 'waiting'
              check (state in ('waiting', 'sending', 'sent', 'failed', 'unknown')),
  tries       integer     not null default 0,
  try_after   timestamptz not null,
  -- Why it has not left: a code, and the other side's own words.
  trouble     text,
  error       text,
  sending_at  timestamptz,
  sent_at     timestamptz,
  created_at  timestamptz not null,
  erased_at   timestamptz,
  unique (channel_id, key)
);
create index outgoing_messages_waiting on outgoing_messages (try_after, id) where state = 'waiting';
create index outgoing_messages_sending on outgoing_messages (sending_at) where state = 'sending';
-- Serves the health of a channel.
create index outgoing_messages_stuck on outgoing_messages (channel_id)
  where state in ('waiting', 'sending', 'unknown');
create index outgoing_messages_recipient on outgoing_messages (recipient) where recipient <> '';

-- conversations: by letters as well as by requests.
alter table conversations add column channel_id bigint references channels;
-- The subject without Re: and Fwd:, by which letters without a thread are told.
alter table conversations add column subject_key text not null default '';
alter table conversations drop constraint conversations_closed_outcome_check;
alter table conversations add constraint conversations_closed_outcome_check
  check (closed_outcome in ('reached', 'wrong_number', 'refused', 'given_up', 'not_a_request',
                            'answered'));

alter table messages add column external_id text not null default '';
alter table messages add column sender_name text not null default '';
alter table messages add column sender_address text not null default '';
-- Where an answer goes: the address that the sender asked to be answered at.
alter table messages add column answer_to text not null default '';
alter table messages add column subject text not null default '';
-- What the sender quoted of earlier letters.
alter table messages add column quoted text not null default '';
-- Written by a program: an automatic answer.
alter table messages add column is_automatic boolean not null default false;
alter table messages add column outgoing_message_id bigint unique references outgoing_messages;
create index messages_external on messages (external_id) where external_id <> '';

create table message_files (
  message_id   bigint  not null references messages,
  file_id      bigint  not null unique references files,
  is_inline    boolean not null default false,
  primary key (message_id, file_id)
);
