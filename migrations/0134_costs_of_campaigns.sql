-- sales: what one campaign of a source has cost in a month; empty: the source as a whole.
alter table sales_costs
  add column campaign text not null default '',
  drop constraint sales_costs_month_kind_source_id_key,
  add unique nulls not distinct (month, kind, source_id, campaign);
