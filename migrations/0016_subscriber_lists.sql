-- A list asks of every subscriber what its whole cluster has; so the way from a root to its members
-- has an index for all of them, also where the root is the only one.
drop index subscribers_root;
create index subscribers_root on subscribers (root_id);

-- A change of many subscribers at once, which can be taken back for as long as its rows are kept.
create table bulk_changes (
  id          bigint generated always as identity primary key,
  -- Who asked for it, with the permissions of that moment: the rest of a long run acts as them.
  actor       jsonb       not null,
  -- Whom it is for; forgotten once all are changed, for a filter may hold a name.
  target      jsonb,
  fields      jsonb       not null,
  state       text        not null check (state in ('running', 'done', 'undoing', 'undone')),
  -- How far a run has come: subscribers up to this id.
  last_id     bigint      not null default 0,
  changed     integer     not null default 0,
  -- Those that stayed as they were when it was taken back, for somebody had changed them since.
  kept        integer     not null default 0,
  created_at  timestamptz not null,
  finished_at timestamptz
);
create index bulk_changes_age on bulk_changes (created_at);

create table bulk_change_rows (
  bulk_change_id bigint not null references bulk_changes on delete cascade,
  subscriber_id  bigint not null references subscribers,
  before         jsonb  not null,
  after          jsonb  not null,
  primary key (bulk_change_id, subscriber_id)
);
create index bulk_change_rows_subscriber on bulk_change_rows (subscriber_id);
