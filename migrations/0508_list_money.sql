-- retention: what a task of a list of care is expected to cost, so that no more are handed out than
-- there is money for.
alter table care_list_members add column cost_minor bigint not null default 0;
update care_list_members m
set    cost_minor = m.incentive_minor + case when m.takes_call then l.contact_minor else 0 end
from   care_lists l where l.id = m.list_id;
