-- What stands on a bank account of the operator, by whatever way it was told: a statement is compared
-- with all of it, by day and sum.
alter table payments add column is_at_bank boolean not null default false;
update payments p set is_at_bank = true
from   payment_sources s where s.id = p.source_id and s.kind = 'bank';

create index payments_at_bank on payments (amount_minor, paid_at) where is_at_bank;
drop index payments_of_statements;
