-- reports: what is counted besides moves of accounts: contacts, wishes to leave, sales, outages.
create table kpi_facts (
  source        text   not null check (source in ('contact', 'wish', 'sale', 'outage')),
  row_id        bigint not null,
  -- The building of an outage; nought elsewhere.
  part          bigint not null,
  "on"          date   not null,
  subscriber_id bigint,
  -- As what it counts.
  measures      text[] not null,
  -- What it adds besides one: minutes, or minor units.
  amount        bigint not null,
  -- Under which values it is told, by dimension.
  dimensions    jsonb  not null,
  primary key (source, row_id, part)
);
create index kpi_facts_on on kpi_facts (source, "on", row_id, part);

alter table kpi_nights rename column account_id to after_id;
-- What is looked at: moves of accounts first, then one source of facts after another.
alter table kpi_nights add column stage text not null default 'moves';
