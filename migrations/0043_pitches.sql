-- What agents are to offer besides: one prepared argument for each further service.
create table pitches (
  id          bigint generated always as identity primary key,
  product_id  bigint not null unique references products,
  argument    text not null,
  audience    text not null default 'everybody'
              check (audience in ('everybody', 'person', 'organisation')),
  -- Smaller is offered first.
  position    integer not null default 0,
  -- After an answer the same is not offered again for so long.
  pause_days  integer not null default 90 check (pause_days between 1 and 730),
  is_on       boolean not null default true,
  created_at  timestamptz not null,
  updated_at  timestamptz not null
);

-- What was said to it, once in a conversation.
create table pitch_answers (
  id              bigint generated always as identity primary key,
  conversation_id bigint not null unique references conversations,
  pitch_id        bigint not null references pitches,
  subscriber_id   bigint references subscribers,
  staff_id        bigint not null references staff,
  answer          text not null check (answer in ('interested', 'later', 'refused', 'not_said')),
  answered_at     timestamptz not null
);
create index pitch_answers_subscriber on pitch_answers (subscriber_id, pitch_id, answered_at)
  where subscriber_id is not null;
create index pitch_answers_pitch on pitch_answers (pitch_id, answered_at);
