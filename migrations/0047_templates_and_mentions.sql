-- work: texts to answer with, and who was called to something by name.
create table templates (
  id         bigint      generated always as identity primary key,
  staff_id   bigint      not null references staff,
  is_shared  boolean     not null default false,
  name       text        not null,
  text       text        not null,
  language   text        not null check (language in ('ru', 'en')),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index templates_staff  on templates (staff_id);
create index templates_shared on templates (id) where is_shared;

create table mentions (
  id           bigint      generated always as identity primary key,
  staff_id     bigint      not null references staff,
  by_staff_id  bigint      not null references staff,
  entity       text        not null,
  entity_id    bigint      not null,
  -- The note in which it stands.
  source_id    bigint      not null,
  mentioned_at timestamptz not null,
  seen_at      timestamptz,
  unique (entity, source_id, staff_id)
);
create index mentions_of     on mentions (staff_id, id desc);
create index mentions_unseen on mentions (staff_id) where seen_at is null;
create index mentions_at     on mentions (entity, entity_id);
