-- channels: everything that comes in is stored raw before it is understood.
create table raw_messages (
  id             bigint generated always as identity primary key,
  channel        text        not null check (channel in ('site_form')),
  -- The sender's or provider's key: the same message is stored once.
  key            text        not null,
  payload        jsonb       not null,
  -- Who sent it, normalised (a phone in E.164), and from which address: what limits are counted by.
  sender         text        not null default '',
  remote         text        not null default '',
  received_at    timestamptz not null,
  -- waiting → understood | refused (a bot, rubbish) | quarantined (could not be understood).
  state          text        not null default 'waiting'
                 check (state in ('waiting', 'understood', 'refused', 'quarantined')),
  tries          integer     not null default 0,
  try_after      timestamptz not null,
  error          text,
  understood_at  timestamptz,
  -- The number that the sender was told.
  request_number bigint,
  erased_at      timestamptz,
  unique (channel, key)
);
create index raw_messages_waiting on raw_messages (try_after, id) where state = 'waiting';
-- Serves the list of what an administrator must look at.
create index raw_messages_set_aside on raw_messages (id) where state in ('refused', 'quarantined');
create index raw_messages_sender on raw_messages (sender, received_at) where sender <> '';
create index raw_messages_remote on raw_messages (remote, received_at) where remote <> '';

-- How requests are put before people, and how a callback that nobody answered is tried again.
create table desk_settings (
  is_only              boolean     primary key default true check (is_only),
  offer_seconds        integer     not null default 15 check (offer_seconds between 5 and 300),
  -- Offers of one request before the supervisor is called.
  offer_limit          integer     not null default 3 check (offer_limit between 1 and 20),
  -- The supervisor is called when this share of the norm has passed and nobody has taken it.
  escalate_percent     integer     not null default 80 check (escalate_percent between 10 and 100),
  -- Pauses before the second try, the third …; whole days keep the hour of day.
  retry_delays_seconds integer[]   not null default '{300,1800,7200,86400}'
);
insert into desk_settings default values;

-- conversations: a thread of contact, whose turn it is, and the clock of the first human touch.
create table conversations (
  id                  bigint generated always as identity primary key,
  number              bigint generated always as identity unique,
  channel             text        not null,
  raw_message_id      bigint      unique references raw_messages,
  subscriber_id       bigint      references subscribers,
  -- What the sender said of himself: {name, phone, address}.
  contact_draft       jsonb       not null default '{}',
  -- The sender's phone in E.164 or address on the channel; empty when erased.
  sender              text        not null default '',
  -- What it is about: a topic of the site's form.
  subject             text        not null default '',
  state               text        not null default 'open' check (state in ('open', 'snoozed', 'closed')),
  whose_turn          text        not null default 'ours' check (whose_turn in ('ours', 'theirs', 'nobody')),
  owner_staff_id      bigint      references staff,
  team_id             bigint      references teams,
  opened_at           timestamptz not null,
  -- The norm as it was when the clock started, and when it is broken.
  norm_seconds        integer     not null,
  calendar_id         bigint      not null references calendars,
  touch_due_at        timestamptz not null,
  -- The clock stops at the first touch: by whom, how, after how many working seconds.
  touched_at          timestamptz,
  touched_by          bigint      references staff,
  touch_kind          text        check (touch_kind in ('call', 'message')),
  touch_seconds       integer,
  -- When it next asks for a human: the end of the norm, then the next try. What queues are sorted by.
  next_due_at         timestamptz not null,
  -- From when on it is offered to free agents; null while it is somebody's or done.
  offer_from          timestamptz,
  -- When the supervisor is called next; null when there is no reason.
  escalate_at         timestamptz,
  escalated_at        timestamptz,
  taken_at            timestamptz,
  snoozed_until       timestamptz,
  closed_at           timestamptz,
  closed_outcome      text        check (closed_outcome in ('reached', 'wrong_number', 'refused',
                                  'given_up', 'not_a_request')),
  version             integer     not null default 1
);
create index conversations_queue      on conversations (next_due_at, id) where state = 'open';
create index conversations_owner      on conversations (owner_staff_id, next_due_at, id) where state <> 'closed';
create index conversations_closed     on conversations (closed_at desc, id desc) where state = 'closed';
create index conversations_subscriber on conversations (subscriber_id, opened_at desc) where subscriber_id is not null;
create index conversations_opened     on conversations (opened_at, id);
-- Serves the joining of a second request to the one that still waits.
create index conversations_sender     on conversations (sender) where state <> 'closed' and sender <> '';
-- Serve the sweeps.
create index conversations_offer      on conversations (offer_from) where offer_from is not null;
create index conversations_escalate   on conversations (escalate_at) where escalate_at is not null;
create index conversations_snoozed    on conversations (snoozed_until) where state = 'snoozed';

create table messages (
  id              bigint generated always as identity primary key,
  conversation_id bigint      not null references conversations,
  raw_message_id  bigint      unique references raw_messages,
  direction       text        not null check (direction in ('in', 'out', 'note')),
  author_staff_id bigint      references staff,
  text            text        not null,
  happened_at     timestamptz not null
);
create index messages_conversation on messages (conversation_id, happened_at, id);

-- An offer puts a request before one agent for a few seconds.
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
create unique index offers_live_staff on offers (staff_id) where ended_at is null;
create index offers_live_expiry on offers (expires_at) where ended_at is null;
create index offers_conversation on offers (conversation_id, offered_at);
-- Serves the choice of the one who has waited longest.
create index offers_staff on offers (staff_id, offered_at desc);

-- A callback is the outgoing call that answers a request, tried by a plan until it has an outcome.
create table callbacks (
  id              bigint generated always as identity primary key,
  conversation_id bigint      not null unique references conversations,
  phone           text        not null,
  state           text        not null default 'waiting' check (state in ('waiting', 'done', 'given_up')),
  next_try_at     timestamptz not null,
  -- Calls that nobody answered: what the plan of tries counts.
  tries           integer     not null default 0,
  -- Screens are told once that a try is due.
  is_announced    boolean     not null default true,
  closed_at       timestamptz
);
create index callbacks_due on callbacks (next_try_at) where state = 'waiting' and not is_announced;

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
-- A call without an outcome is still going on; there is one at most.
create unique index call_attempts_running on call_attempts (callback_id) where ended_at is null;
-- Serves the choice of who is free.
create index call_attempts_staff on call_attempts (staff_id) where ended_at is null;

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
create index follow_ups_due on follow_ups (staff_id, due_at, id) where done_at is null;
create index follow_ups_conversation on follow_ups (conversation_id);
