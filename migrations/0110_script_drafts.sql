-- sales: a script is written as a draft; agents walk through the version that was published.
alter table sale_scripts
  -- The version that a sale begins with; another than the newest where one went back. No key says
  -- so, for versions point at their script, and a backup needs an order of tables.
  add column current_id bigint,
  -- Steps that nobody walks through yet, with flaws or without.
  add column draft      jsonb,
  add column drafted_at timestamptz,
  add column drafted_by bigint references staff,
  add column version    integer not null default 1;

update sale_scripts s
set    current_id = (select v.id from sale_script_versions v
                     where  v.script_id = s.id order by v.number desc limit 1);

create index guided_sales_script on guided_sales (script_version_id, state);
