-- vip: scenarios of what is done in a situation, in versions, and walks through them.
create table vip_playbooks (
  id          bigint      generated always as identity primary key,
  name        text        not null unique check (name <> ''),
  situation   text        not null default '',
  starts_on   text        not null default 'hand'
    check (starts_on in ('hand', 'admitted', 'dropping', 'wish_to_leave')),
  version     integer     not null default 1,
  archived_at timestamptz
);

-- A version is never changed: whoever walks through it goes on as they began.
create table vip_playbook_versions (
  playbook_id bigint      not null references vip_playbooks,
  version     integer     not null,
  steps       jsonb       not null check (jsonb_typeof(steps) = 'array'),
  made_by     bigint      references staff,
  made_at     timestamptz not null,
  primary key (playbook_id, version)
);

create table vip_playbook_runs (
  id               bigint      generated always as identity primary key,
  version          integer     not null default 1,
  playbook_id      bigint      not null references vip_playbooks,
  playbook_version integer     not null,
  subscriber_id    bigint      not null references subscribers,
  -- The step that is to be done, and by when; nothing where it is over.
  step             smallint,
  due_on           date,
  started_by       bigint      references staff,
  started_at       timestamptz not null,
  outcome          text        check (outcome in ('solved', 'kept', 'lost', 'given_up')),
  ended_at         timestamptz,
  foreign key (playbook_id, playbook_version) references vip_playbook_versions,
  check ((ended_at is null) = (outcome is null)),
  check ((ended_at is null) = (step is not null))
);
create unique index vip_playbook_runs_one on vip_playbook_runs (subscriber_id, playbook_id)
  where ended_at is null;
create index vip_playbook_runs_subscriber on vip_playbook_runs (subscriber_id);
create index vip_playbook_runs_playbook on vip_playbook_runs (playbook_id, playbook_version);

create table vip_playbook_deeds (
  run_id  bigint      not null references vip_playbook_runs,
  step    smallint    not null,
  answer  smallint    not null,
  note    text        not null default '',
  done_by bigint      references staff,
  done_at timestamptz not null,
  primary key (run_id, step)
);
