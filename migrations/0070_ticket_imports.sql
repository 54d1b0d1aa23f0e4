-- tickets: what an import has brought, and the number that a ticket had where it came from.
alter table tickets
  add column external_number text,
  add column import_id bigint;
create unique index tickets_external on tickets (external_number)
  where external_number is not null;
create index tickets_import on tickets (import_id) where import_id is not null;

alter table ticket_categories add column import_id bigint;

-- imports: what a file brings, subscribers or tickets.
alter table imports
  add column kind text not null default 'subscribers' check (kind in ('subscribers', 'tickets'));

alter table import_changes drop constraint import_changes_entity_check;
alter table import_changes add constraint import_changes_entity_check
  check (entity in ('subscriber', 'account', 'subscription', 'ledger_transaction', 'ticket'));
