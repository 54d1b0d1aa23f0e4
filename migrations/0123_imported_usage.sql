-- usage_records: what a file has brought, so that it can be taken back whole.
alter table usage_records add column import_id bigint;
create index usage_records_import on usage_records (import_id, id) where import_id is not null;

-- imports: files of what was used, and of what can be had at buildings.
alter table imports drop constraint imports_kind_check;
alter table imports add constraint imports_kind_check
  check (kind in ('subscribers', 'tickets', 'usage'));
