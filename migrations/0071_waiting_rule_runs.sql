-- tickets: what a rule was kept from for now, with the rules that led to it, until its turn comes.
alter table ticket_rule_runs add column chain bigint[];
create index ticket_rule_runs_waiting on ticket_rule_runs (rule_id, id)
  where chain is not null and event_id is not null;
