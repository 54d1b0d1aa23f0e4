-- sales: an acceptance can be taken back while nothing is connected, with a reason; the deal is
-- then worth what it was before.
alter table quotes
  add column former_monthly_minor bigint,
  add column former_once_minor    bigint,
  add column undo_reason          text   not null default '',
  add column undone_by            bigint references staff;
