-- Files may bring what can be had at buildings.
alter table imports drop constraint imports_kind_check;
alter table imports add constraint imports_kind_check
  check (kind in ('subscribers', 'tickets', 'usage', 'coverage'));

alter table import_changes drop constraint import_changes_entity_check;
alter table import_changes add constraint import_changes_entity_check check (
  entity in ('subscriber', 'account', 'subscription', 'ledger_transaction', 'ticket', 'coverage'));
