-- retention: an exit is of the accounts that it was accepted for, each with what was shown of it
-- then, and what it was really settled with.
create table exit_accounts (
  case_id       bigint not null references case_exits on delete cascade,
  account_id    bigint not null references accounts,
  -- What leaving was to cost as of the day, and what stood on it, when the exit was accepted.
  fee_minor     bigint not null,
  balance_minor bigint not null,
  -- What was taken for leaving, and what stood on it when it was closed; nothing: it is open yet.
  taken_minor   bigint,
  final_minor   bigint,
  primary key (case_id, account_id),
  check ((taken_minor is null) = (final_minor is null))
);
create index exit_accounts_account on exit_accounts (account_id);
insert into exit_accounts (case_id, account_id, fee_minor, balance_minor, taken_minor, final_minor)
select x.case_id, a.id, 0, coalesce(sum(b.balance_minor), 0)::bigint,
       case when x.closed_at is not null then 0 end,
       case when x.closed_at is not null then 0 end
from   case_exits x
join   retention_cases c on c.id = x.case_id
join   subscribers s on s.id = c.subscriber_id
join   subscribers m on m.root_id = s.root_id
join   accounts a on a.subscriber_id = m.id
left   join ledger_accounts l on l.account_id = a.id
left   join ledger_balances b on b.ledger_account_id = l.id
where  a.state <> 'closed' or a.closed_on >= x.applied_on
group  by x.case_id, a.id;
-- What was taken for leaving, once it is settled.
alter table case_exits add column taken_minor bigint;
update case_exits set taken_minor = fee_minor where final_minor is not null;
alter table case_exits add check ((taken_minor is null) = (final_minor is null));
