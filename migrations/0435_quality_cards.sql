-- quality: by what a contact is judged, in versions.
create table quality_cards (
  id          bigint      generated always as identity primary key,
  name        text        not null unique check (name <> ''),
  kind        text        not null check (kind in ('sale', 'support', 'leaving', 'vip')),
  version     integer     not null default 1,
  archived_at timestamptz
);

-- A version is never changed: what was judged by it stays judged by it.
create table quality_card_versions (
  card_id bigint      not null references quality_cards,
  version integer     not null,
  groups  jsonb       not null check (jsonb_typeof(groups) = 'array'),
  made_by bigint      references staff,
  made_at timestamptz not null,
  primary key (card_id, version)
);
