-- channels: everything that comes in is stored raw before it is understood.
create table raw_messages (
  id           bigint generated always as identity primary key,
  channel      text        not null check (channel in ('site_form')),
  -- The sender's or provider's key: the same message is stored once.
  key          text        not null,
  payload      jsonb       not null,
  remote       text        not null default '',
  received_at  timestamptz not null,
  -- waiting → understood | refused (a bot, rubbish) | quarantined (could not be understood).
  state        text        not null default 'waiting'
               check (state in ('waiting', 'understood', 'refused', 'quarantined')),
  tries        integer     not null default 0,
  error        text,
  understood_at timestamptz,
  unique (channel, key)
);
create index raw_messages_waiting on raw_messages (received_at) where state = 'waiting';

-- conversations: a thread of contact, whose turn it is, and the clock of the first human touch.
create table conversations (
  id                  bigint generated always as identity primary key,
  number              bigint generated always as identity unique,
  channel             text        not null,
  raw_message_id      bigint      unique references raw_messages,
  subscriber_id       bigint      references subscribers,
  -- Who wrote, where nobody of the base was recognised: {name, phone, address}.
  contact_draft       jsonb,
  subject             text        not null default '',
  state               text        not null default 'open' check (state in ('open', 'snoozed', 'closed')),
  whose_turn          text        not null default 'ours' check (whose_turn in ('ours', 'theirs', 'nobody')),
  owner_staff_id      bigint      references staff,
  team_id             bigint      references teams,
  opened_at           timestamptz not null,
  -- When the norm is broken; the clock stops at the first touch, by whom and how.
  touch_due_at        timestamptz not null,
  touched_at          timestamptz,
  touched_by          bigint      references staff,
  touch_kind          text        check (touch_kind in ('call', 'message')),
  -- Working seconds from opening to the first touch, by the norm's calendar.
  touch_seconds       integer,
  taken_at            timestamptz,
  escalated_at        timestamptz,
  closed_at           timestamptz,
  closed_outcome      text,
  version             integer     not null default 1
);
create index conversations_queue      on conversations (touch_due_at, id) where state = 'open';
create index conversations_owner      on conversations (owner_staff_id, state) where owner_staff_id is not null;
create index conversations_subscriber on conversations (subscriber_id, opened_at desc) where subscriber_id is not null;
create index conversations_opened     on conversations (opened_at, id);

create table messages (
  id              bigint generated always as identity primary key,
  conversation_id bigint      not null references conversations,
  direction       text        not null check (direction in ('in', 'out', 'note')),
  author_staff_id bigint      references staff,
  text            text        not null,
  happened_at     timestamptz not null
);
create index messages_conversation on messages (conversation_id, happened_at, id);

-- An offer puts a request before one agent for 15 seconds.
create table offers (
  id              bigint generated always as identity primary key,
  conversation_id bigint      not null references conversations,
  staff_id        bigint      not null references staff,
  offered_at      timestamptz not null,
  expires_at      timestamptz not null,
  ended_at        timestamptz,
  end_reason      text        check (end_reason in ('taken', 'declined', 'expired', 'withdrawn'))
);
create unique index offers_live_conversation on offers (conversation_id) where ended_at is null;
create index offers_live_staff on offers (staff_id) where ended_at is null;
create index offers_conversation on offers (conversation_id);

-- A callback is the outgoing call that answers a request, tried by a plan until it has an outcome.
create table callbacks (
  id              bigint generated always as identity primary key,
  conversation_id bigint      not null references conversations,
  phone           text        not null,
  state           text        not null default 'waiting' check (state in ('waiting', 'done', 'given_up')),
  next_try_at     timestamptz not null,
  tries           integer     not null default 0,
  closed_at       timestamptz
);
create index callbacks_conversation on callbacks (conversation_id);
create index callbacks_due on callbacks (next_try_at) where state = 'waiting';

create table call_attempts (
  id          bigint generated always as identity primary key,
  callback_id bigint      not null references callbacks,
  staff_id    bigint      not null references staff,
  started_at  timestamptz not null,
  -- How we know of the call: the agent's click, later the exchange's own word.
  evidence    text        not null default 'agent' check (evidence in ('agent')),
  outcome     text        check (outcome in
              ('reached', 'no_answer', 'busy', 'wrong_number', 'asked_later', 'refused')),
  note        text        not null default '',
  ended_at    timestamptz
);
create index call_attempts_callback on call_attempts (callback_id, started_at desc);

create table follow_ups (
  id              bigint generated always as identity primary key,
  conversation_id bigint      not null references conversations,
  subscriber_id   bigint      references subscribers,
  staff_id        bigint      not null references staff,
  due_at          timestamptz not null,
  text            text        not null,
  created_at      timestamptz not null,
  done_at         timestamptz
);
create index follow_ups_due on follow_ups (staff_id, due_at) where done_at is null;
create index follow_ups_conversation on follow_ups (conversation_id);
