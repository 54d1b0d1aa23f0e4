-- quality: lessons on items of cards, whom each was given, and how its test was passed.
create table quality_lessons (
  id          bigint      generated always as identity primary key,
  name        text        not null unique check (name <> ''),
  -- Keys of the items of cards that it teaches.
  items       text[]      not null check (cardinality(items) > 0),
  version     integer     not null default 1,
  archived_at timestamptz
);

-- A version is never changed: what was asked of somebody stays as it was asked.
create table quality_lesson_versions (
  lesson_id    bigint      not null references quality_lessons,
  version      integer     not null,
  article      text        not null check (article <> ''),
  examples     jsonb       not null check (jsonb_typeof(examples) = 'array'),
  questions    jsonb       not null check (jsonb_typeof(questions) = 'array'),
  pass_percent smallint    not null check (pass_percent between 1 and 100),
  made_by      bigint      references staff,
  made_at      timestamptz not null,
  primary key (lesson_id, version)
);

create table quality_assignments (
  id           bigint      generated always as identity primary key,
  lesson_id    bigint      not null references quality_lessons,
  staff_id     bigint      not null references staff,
  team_id      bigint      references teams,
  assigned_by  bigint      not null references staff,
  assigned_at  timestamptz not null,
  due_on       date,
  passed_at    timestamptz,
  cancelled_at timestamptz,
  check (passed_at is null or cancelled_at is null)
);
-- Nobody has the same lesson before them twice.
create unique index quality_assignments_open on quality_assignments (staff_id, lesson_id)
  where passed_at is null and cancelled_at is null;
create index quality_assignments_staff on quality_assignments (staff_id, id desc);
create index quality_assignments_passed on quality_assignments (lesson_id, passed_at)
  where passed_at is not null;

create table quality_attempts (
  id             bigint      generated always as identity primary key,
  assignment_id  bigint      not null references quality_assignments,
  lesson_version integer     not null,
  -- Of every question, which choice was taken.
  answers        smallint[]  not null,
  right_count    smallint    not null,
  is_passed      boolean     not null,
  taken_at       timestamptz not null
);
create index quality_attempts_assignment on quality_attempts (assignment_id, id);
