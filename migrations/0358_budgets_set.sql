-- vip: a budget that somebody has set stays, be it nothing.
alter table vip_budgets add column is_set boolean not null default false;
update vip_budgets set is_set = amount_minor > 0 or version > 1;
