-- quality: by what the processes of a department are audited, what was found, and what is to be done.
create table quality_checklists (
  id          bigint      generated always as identity primary key,
  name        text        not null unique check (name <> ''),
  version     integer     not null default 1,
  archived_at timestamptz
);

-- A version is never changed: what was audited by it stays audited by it.
create table quality_checklist_versions (
  checklist_id bigint      not null references quality_checklists,
  version      integer     not null,
  sections     jsonb       not null check (jsonb_typeof(sections) = 'array'),
  made_by      bigint      references staff,
  made_at      timestamptz not null,
  primary key (checklist_id, version)
);

create table quality_audits (
  id                bigint      generated always as identity primary key,
  checklist_id      bigint      not null,
  checklist_version integer     not null,
  -- Which department, or office.
  subject           text        not null check (subject <> ''),
  -- The one before it, of the same checklist and subject.
  previous_id       bigint      references quality_audits,
  led_by            bigint      not null references staff,
  started_at        timestamptz not null,
  finished_at       timestamptz,
  score             smallint    check (score between 0 and 100),
  foreign key (checklist_id, checklist_version) references quality_checklist_versions,
  check ((finished_at is null) = (score is null))
);
-- Of a checklist and subject one is under way at a time.
create unique index quality_audits_open on quality_audits (checklist_id, subject)
  where finished_at is null;
create index quality_audits_subject on quality_audits (checklist_id, subject, finished_at desc)
  where finished_at is not null;

create table quality_findings (
  audit_id bigint not null references quality_audits on delete cascade,
  point    text   not null,
  answer   text   not null check (answer in ('met', 'partly', 'unmet', 'na')),
  words    text   not null default '',
  primary key (audit_id, point)
);

create table quality_evidence (
  id       bigint generated always as identity primary key,
  audit_id bigint not null references quality_audits on delete cascade,
  point    text   not null,
  words    text   not null check (words <> ''),
  link     text   not null default ''
);
create index quality_evidence_audit on quality_evidence (audit_id, id);

create table quality_audit_steps (
  id         bigint      generated always as identity primary key,
  audit_id   bigint      not null references quality_audits on delete cascade,
  point      text        not null,
  words      text        not null check (words <> ''),
  staff_id   bigint      not null references staff,
  due_on     date        not null,
  done_at    timestamptz,
  done_by    bigint      references staff,
  done_words text        not null default '',
  check ((done_at is null) = (done_by is null))
);
create index quality_audit_steps_audit on quality_audit_steps (audit_id, id);
create index quality_audit_steps_open on quality_audit_steps (staff_id, due_on, id)
  where done_at is null;
