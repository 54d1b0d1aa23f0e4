-- quality: a contact judged by a card in the version that it had then.
create table quality_reviews (
  id           bigint      generated always as identity primary key,
  version      integer     not null default 1,
  draw_id      bigint      not null unique references quality_draws,
  staff_id     bigint      not null references staff,
  team_id      bigint      references teams,
  reviewer_id  bigint      not null references staff,
  card_id      bigint      not null,
  card_version integer     not null,
  -- Which parts of the card apply to it.
  applies      text[]      not null,
  words        text        not null default '',
  score        smallint    check (score between 0 and 100),
  is_zeroed    boolean     not null default false,
  started_at   timestamptz not null,
  finished_at  timestamptz,
  foreign key (card_id, card_version) references quality_card_versions,
  check (staff_id <> reviewer_id),
  check ((finished_at is null) = (score is null))
);
create index quality_reviews_finished on quality_reviews (finished_at desc, id desc)
  where finished_at is not null;
create index quality_reviews_staff on quality_reviews (staff_id, finished_at desc, id desc);
create index quality_reviews_reviewer on quality_reviews (reviewer_id, id desc);

create table quality_answers (
  review_id   bigint      not null references quality_reviews on delete cascade,
  item        text        not null,
  answer      text        not null check (answer in ('yes', 'no', 'na', '0', '1', '2', '3', '4')),
  -- What the system knew, and by which row.
  filled      text,
  source_kind text,
  source_id   bigint,
  source_at   timestamptz,
  -- Why it is answered otherwise than the system knew.
  reason      text        not null default '',
  note        text        not null default '',
  primary key (review_id, item),
  check (filled is null or filled = answer or reason <> '')
);

create table quality_notes (
  id         bigint      generated always as identity primary key,
  review_id  bigint      not null references quality_reviews on delete cascade,
  -- At a message, or at a second of a call's recording.
  message_id bigint      references messages,
  call_id    bigint      references calls,
  second     integer     check (second >= 0),
  words      text        not null check (words <> ''),
  check ((message_id is null) <> (call_id is null)),
  check ((call_id is null) = (second is null))
);
create index quality_notes_review on quality_notes (review_id, id);

create table quality_disputes (
  id             bigint      generated always as identity primary key,
  review_id      bigint      not null references quality_reviews,
  item           text        not null,
  words          text        not null check (words <> ''),
  answer_before  text        not null,
  score_before   smallint    not null,
  asked_at       timestamptz not null,
  decided_by     bigint      references staff,
  decided_at     timestamptz,
  answer_after   text,
  decision_words text        not null default '',
  -- An item is disputed once; what was decided stays.
  unique (review_id, item),
  check ((decided_at is null) = (answer_after is null)),
  check (decided_at is null or decision_words <> '')
);
create index quality_disputes_open on quality_disputes (id) where decided_at is null;
