-- channels: exchanges, whose calls are seen and dialled.
alter table channels drop constraint channels_kind_check;
alter table channels add constraint channels_kind_check
  check (kind in ('email', 'telegram', 'vk', 'asterisk'));
alter table raw_messages drop constraint raw_messages_channel_check;
alter table raw_messages add constraint raw_messages_channel_check
  check (channel in ('site_form', 'email', 'telegram', 'vk', 'call'));

-- staff: the short number of somebody's phone on the exchange.
alter table staff add column extension text;
create unique index staff_extension on staff (extension) where disabled_at is null;

-- conversations: calls as an exchange sees them.
create table calls (
  id              bigint generated always as identity primary key,
  channel_id      bigint      not null references channels,
  -- The exchange's own name of the call, which joins its lines.
  linked_id       text        not null,
  -- All that was ever told of it; the rest is worked out from this.
  told            jsonb       not null,
  direction       text        check (direction in ('in', 'out', 'internal')),
  -- The other side's phone in E.164; empty where it is hidden or erased.
  phone           text        not null default '',
  our_number      text        not null default '',
  -- Short numbers that ring at this moment.
  ringing         text[]      not null default '{}',
  conversation_id bigint      references conversations,
  -- Of us who speaks, or spoke last.
  staff_id        bigint      references staff,
  began_at        timestamptz,
  answered_at     timestamptz,
  ended_at        timestamptz,
  -- How it ended; null while it goes on.
  result          text        check (result in ('answered', 'missed', 'abandoned', 'no_answer',
                              'busy', 'failed', 'unknown')),
  -- Under which name the exchange keeps what was said.
  recording       text,
  unique (channel_id, linked_id)
);
-- Serves what rings and is spoken now: a handful of rows.
create index calls_going on calls (began_at) where result is null;
create index calls_conversation on calls (conversation_id, began_at);

-- A call of the exchange that somebody of us speaks in waits for its outcome like one of ours.
alter table call_attempts add column call_id bigint unique references calls;
alter table call_attempts drop constraint call_attempts_evidence_check;
alter table call_attempts add constraint call_attempts_evidence_check
  check (evidence in ('agent', 'exchange'));
