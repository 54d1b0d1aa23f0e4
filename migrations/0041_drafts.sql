-- work: what is being written, kept while it is; and who is at what.
create table drafts (
  id           bigint      generated always as identity primary key,
  staff_id     bigint      not null references staff,
  entity       text        not null,
  entity_id    bigint      not null,
  kind         text        not null check (kind in ('reply', 'note')),
  text         text        not null,
  -- Names one piece of writing, on every screen that goes on with it.
  writing      text        not null,
  -- The newest message that had come when it was begun.
  seen_id      bigint      not null default 0,
  -- The piece that was sent last: what comes late of it is not kept again.
  sent_writing text        not null default '',
  version      integer     not null default 1,
  updated_at   timestamptz not null,
  unique (staff_id, entity, entity_id, kind)
);
create index drafts_of    on drafts (entity, entity_id);
create index drafts_empty on drafts (updated_at) where text = '';

create table attention (
  entity     text        not null,
  entity_id  bigint      not null,
  staff_id   bigint      not null references staff,
  is_writing boolean     not null,
  seen_at    timestamptz not null,
  primary key (entity, entity_id, staff_id)
);
create index attention_seen on attention (seen_at);
