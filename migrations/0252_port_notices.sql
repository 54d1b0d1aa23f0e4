-- retention: every number that another operator asks for has a notice of its own, and its deadline
-- is seen: on the list of cases, and by whoever is told before it passes.
alter table port_notices drop constraint port_notices_pkey;
alter table port_notices add column id bigint generated always as identity primary key;
-- When people were told that its deadline is near.
alter table port_notices add column told_at timestamptz;
create index port_notices_case on port_notices (case_id, id);
create unique index port_notices_undecided on port_notices (case_id, number)
  where decision is null;
drop index port_notices_due;
create index port_notices_due on port_notices (due_at, id)
  where decision is null and told_at is null;

-- The earliest deadline of a notice that is not decided.
alter table retention_cases add column notice_due_at timestamptz;
-- When people were told that nobody had spoken with them in time.
alter table retention_cases add column late_told_at timestamptz;
create index retention_cases_notice_due on retention_cases (notice_due_at, id);
drop index retention_cases_due;
create index retention_cases_late on retention_cases (due_at, id)
  where state = 'open' and spoken_at is null and late_told_at is null;
update retention_cases c set notice_due_at = n.due_at
from   port_notices n where n.case_id = c.id and n.decision is null;
