-- What a change of many was for when it began, by portions: a row that comes to match its filter
-- later is not meant.
create table bulk_change_portions (
  bulk_change_id bigint not null references bulk_changes on delete cascade,
  last_id bigint not null,
  row_ids bigint[] not null,
  primary key (bulk_change_id, last_id)
);

alter table bulk_changes
  drop constraint bulk_changes_state_check,
  drop column target,
  -- Since when nothing moved, and how often it was taken up again since.
  add column moved_at timestamptz,
  add column resumed smallint not null default 0;

-- One that was going on knows no portions: it ends where it stands, and can be taken back.
update bulk_changes
set    moved_at = coalesce(finished_at, created_at),
       last_id  = case when state = 'undoing' then last_id else 0 end,
       state    = case when state = 'running' then 'stopped' else state end;

alter table bulk_changes
  alter column moved_at set not null,
  add constraint bulk_changes_state_check
    check (state in ('running', 'done', 'stopped', 'undoing', 'undone'));

create index bulk_changes_moved on bulk_changes (moved_at) where state in ('running', 'undoing');
