-- imports: bases brought in from files, step by step; every step resumes, and the whole is undone.
create table imports (
  id            bigint generated always as identity primary key,
  file_id       bigint      not null references files,
  file_name     text        not null,
  size_bytes    bigint      not null,
  sha256        text        not null,
  -- uploaded → staging → checking → checked → applying → applied → undoing → undone. A failed one
  -- remembers the state in which it failed and goes on from there.
  state         text        not null default 'uploaded'
                check (state in ('uploaded', 'staging', 'checking', 'checked', 'applying', 'applied',
                                 'undoing', 'undone', 'failed')),
  failed_in     text,
  failure       jsonb,
  -- Runs begun without getting any further.
  attempts      integer     not null default 0,
  preset        text        not null,
  key           text        not null,
  -- How the file is read, its columns, what each of them becomes, and how surely that was guessed.
  format        jsonb       not null,
  sheets        jsonb       not null default '[]',
  columns       jsonb       not null,
  mapping       jsonb       not null,
  settings      jsonb       not null default '{}',
  -- Where reading goes on: a byte, or a row of a sheet.
  read_offset   bigint      not null default 0,
  read_row      integer     not null default 1,
  -- What has been seen so far in the columns that become attributes.
  profiles      jsonb       not null default '{}',
  row_count     integer     not null default 0,
  error_count   integer     not null default 0,
  warning_count integer     not null default 0,
  -- Where applying or undoing goes on: the last row, or the last id, that is done.
  done_through  bigint      not null default 0,
  counts        jsonb       not null default '{}',
  created_by    bigint      references staff,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  applied_at    timestamptz,
  undone_at     timestamptz
);
-- Serves the warning that the same file was here before.
create index imports_file    on imports (sha256, id);
create index imports_running on imports (updated_at) where state in ('staging', 'checking', 'applying', 'undoing');

-- The rows of a file as they were understood. Rows with an error or a warning keep their cells, to
-- be handed back to the file's owner.
create table import_rows (
  import_id   bigint  not null references imports on delete cascade,
  row_number  integer not null,
  record      jsonb,
  -- By what the row finds its subscriber, and by what it looks like another one.
  key_value   text,
  phones      text[],
  person_key  text,
  cells       text[],
  error       jsonb,
  warnings    jsonb,
  primary key (import_id, row_number)
);
create index import_rows_errors   on import_rows (import_id, row_number) where error is not null;
create index import_rows_warnings on import_rows (import_id, row_number) where warnings is not null;

-- New rows that look like somebody who is here, or like an earlier row.
create table import_duplicates (
  import_id     bigint  not null references imports on delete cascade,
  row_number    integer not null,
  reason        text    not null check (reason in ('same_phone', 'same_name_and_address')),
  subscriber_id bigint,
  other_row     integer,
  id            bigint generated always as identity primary key
);
create index import_duplicates_import on import_duplicates (import_id, row_number, id);

-- What an import changed in rows that were here before it, newest last, for its undoing. What it
-- created is found by import_id in each table.
create table import_changes (
  id          bigint generated always as identity primary key,
  import_id   bigint  not null references imports on delete cascade,
  row_number  integer,
  entity      text    not null
              check (entity in ('subscriber', 'account', 'subscription', 'ledger_transaction')),
  entity_id   bigint  not null,
  before      jsonb,
  after       jsonb,
  state       text    not null default 'done' check (state in ('done', 'undone', 'kept'))
);
create index import_changes_import on import_changes (import_id, id);
-- Serves the list of what could not be undone, because it was edited since.
create index import_changes_kept   on import_changes (import_id, id) where state = 'kept';

-- Undoing removes rows by the thousand; every reference to them must be found by an index.
create index subscribers_merged on subscribers (merged_into_id) where merged_into_id is not null;
drop index contacts_subscriber;
create index contacts_subscriber on contacts (subscriber_id);
create index contacts_person on contacts (contact_person_id) where contact_person_id is not null;
drop index documents_subscriber;
create index documents_subscriber on documents (subscriber_id);
drop index service_addresses_subscriber;
create index service_addresses_subscriber on service_addresses (subscriber_id);
drop index service_addresses_premise;
create index service_addresses_premise on service_addresses (premise_id);
drop index needs_subscriber;
create index needs_subscriber on needs (subscriber_id);
drop index subscriber_merges_into;
create index subscriber_merges_into on subscriber_merges (into_id);
create index subscriber_merges_all_from on subscriber_merges (from_id);
create index accounts_service_address on accounts (service_address_id) where service_address_id is not null;
create index follow_ups_subscriber on follow_ups (subscriber_id) where subscriber_id is not null;
create index premises_import on premises (import_id) where import_id is not null;
create index buildings_import on buildings (import_id) where import_id is not null;
