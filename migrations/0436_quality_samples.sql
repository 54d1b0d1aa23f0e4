-- quality: how many contacts of everybody are looked at, and which, drawn once a week is over.
create table quality_plans (
  is_only         boolean     primary key default true check (is_only),
  contacts_weekly integer     not null default 0 check (contacts_weekly between 0 and 20),
  -- Weeks before it are not drawn.
  begins_on       date,
  -- Told to nobody, so that nobody can reckon who will be drawn.
  seed            text        not null
    default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
  version         integer     not null default 1
);
insert into quality_plans default values;

create table quality_weeks (
  week_on         date        primary key,
  contacts_weekly integer     not null,
  drawn_at        timestamptz not null
);

create table quality_draws (
  id              bigint      generated always as identity primary key,
  week_on         date        not null references quality_weeks,
  staff_id        bigint      not null references staff,
  team_id         bigint      references teams,
  -- Never drawn twice.
  conversation_id bigint      not null unique references conversations,
  channel         text        not null,
  length          text        not null check (length in ('short', 'middle', 'long')),
  outcome         text        not null,
  kind            text        not null check (kind in ('sale', 'support', 'leaving', 'vip')),
  -- In which order contacts of this person and week were drawn.
  place           integer     not null,
  state           text        not null
    check (state in ('waiting', 'spare', 'skipped', 'reviewed')),
  skip_reason     text
    check (skip_reason in ('no_record', 'not_theirs', 'close_person', 'broken', 'other')),
  skip_words      text        not null default '',
  skipped_by      bigint      references staff,
  skipped_at      timestamptz,
  unique (week_on, staff_id, place),
  check ((state = 'skipped') = (skip_reason is not null)),
  check ((state = 'skipped') = (skipped_at is not null))
);
create index quality_draws_waiting on quality_draws (week_on, staff_id, place)
  where state = 'waiting';
