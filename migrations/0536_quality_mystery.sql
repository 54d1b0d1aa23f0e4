-- quality: rounds of mystery shoppers: what each was to do, and what they met.
create table quality_rounds (
  id        bigint      generated always as identity primary key,
  name      text        not null check (name <> ''),
  begins_on date        not null,
  ends_on   date        not null,
  made_by   bigint      not null references staff,
  made_at   timestamptz not null,
  closed_at timestamptz,
  check (begins_on <= ends_on)
);
create index quality_rounds_begin on quality_rounds (begins_on desc, id desc);

create table quality_shopper_tasks (
  id           bigint      generated always as identity primary key,
  version      integer     not null default 1,
  round_id     bigint      not null references quality_rounds,
  kind         text        not null check (kind in ('buying', 'asking', 'leaving')),
  channel      text        not null
    check (channel in ('site', 'phone', 'chat', 'messenger', 'email', 'office')),
  -- What to say, and what to look for.
  script       text        not null check (script <> ''),
  look_for     text        not null default '',
  shopper      text        not null check (shopper <> ''),
  due_on       date        not null,
  -- What came of it; nothing until it was done.
  done_at      timestamptz,
  asked_at     timestamptz,
  -- Minutes until somebody called or answered; nothing where nobody did.
  answered_in  integer     check (answered_in >= 0),
  recommended  boolean,
  pitched      boolean,
  reason_asked boolean,
  words        text        not null default '',
  -- Whom they met, where they found out.
  staff_id     bigint      references staff,
  entered_by   bigint      references staff,
  check ((done_at is null) = (entered_by is null)),
  check ((done_at is null) = (asked_at is null))
);
create index quality_shopper_tasks_round on quality_shopper_tasks (round_id, due_on, id);

create table quality_shopper_proofs (
  id      bigint generated always as identity primary key,
  task_id bigint not null references quality_shopper_tasks on delete cascade,
  words   text   not null check (words <> ''),
  link    text   not null default ''
);
create index quality_shopper_proofs_task on quality_shopper_proofs (task_id, id);
