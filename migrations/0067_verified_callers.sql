-- subscribers: the word by which a subscriber is known on the phone; only its hash is kept.
create table code_words (
  subscriber_id bigint primary key references subscribers (id),
  hash          text not null,
  hint          text not null default '',
  set_by        bigint references staff (id),
  set_at        timestamptz not null
);

-- conversations: that whoever calls was verified, or not, or that nobody waited for it.
create table verifications (
  id              bigint generated always as identity primary key,
  conversation_id bigint not null references conversations (id),
  subscriber_id   bigint not null references subscribers (id),
  staff_id        bigint not null references staff (id),
  happened_at     timestamptz not null,
  means           text not null check (means in ('code_word', 'sent_code', 'none')),
  result          text not null check (result in ('passed', 'failed', 'overridden')),
  reason          text not null default ''
);
create index verifications_subscriber on verifications (subscriber_id, happened_at desc);
create index verifications_conversation on verifications (conversation_id, happened_at desc);

-- A code that was sent to a subscriber to be told on the phone; the newest holds, once.
create table sent_codes (
  id              bigint generated always as identity primary key,
  conversation_id bigint not null references conversations (id),
  subscriber_id   bigint not null references subscribers (id),
  way             text not null,
  hash            text not null,
  sent_at         timestamptz not null,
  used_at         timestamptz
);
create index sent_codes_conversation on sent_codes (conversation_id, sent_at desc);

alter table desk_settings
  add column verify_callers text not null default 'ask'
    check (verify_callers in ('off', 'ask', 'hide'));
