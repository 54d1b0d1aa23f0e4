-- Who leaves with one account and stays with another has not left: an outcome of its own.
alter table retention_cases drop constraint if exists retention_cases_outcome_check;
alter table retention_cases
  add check (outcome in ('stays', 'left', 'left_part', 'mistake', 'unreached'));
update retention_cases c set outcome = 'left_part', left_on = null
from   subscribers s
where  c.outcome = 'left' and s.id = c.subscriber_id
and    exists (select from case_exits x where x.case_id = c.id)
and    exists (
  select from subscribers m join accounts a on a.subscriber_id = m.id
  where  m.root_id = s.root_id and a.created_at::date <= c.left_on
  and    coalesce(a.closed_on, 'infinity') > c.left_on + 1);

-- Each account of an exit has its own last day: a number may go before the rest does.
alter table exit_accounts add ends_on date;
update exit_accounts e set ends_on = x.ends_on from case_exits x where x.case_id = e.case_id;
alter table exit_accounts alter ends_on set not null;

-- Why an exit could not be settled, and since when; it waits, and bars no other.
alter table case_exits add failure text, add failed_at timestamptz;
alter table case_exits add check ((failure is null) = (failed_at is null));
drop index case_exits_due;
create index case_exits_open on case_exits (case_id) where closed_at is null;

-- The account that goes with a number, and that the number stays after all.
alter table port_notices add account_id bigint references accounts,
                         add called_off_at timestamptz;
alter table port_notices add check (decision = 'accepted' or account_id is null),
                         add check (decision = 'accepted' or called_off_at is null);
create index port_notices_account on port_notices (account_id) where account_id is not null;
