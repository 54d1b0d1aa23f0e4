-- sales: two versions of a script against each other, each deal by chance with one of them.
create table script_experiments (
  id                bigint generated always as identity primary key,
  script_id         bigint      not null references sale_scripts,
  first_version_id  bigint      not null references sale_script_versions,
  second_version_id bigint      not null references sale_script_versions,
  -- Of the deals, how many begin with the second.
  second_percent    integer     not null check (second_percent between 1 and 99),
  -- The difference of shares that has to be seen, in percentage points.
  least_points      integer     not null check (least_points between 1 and 50),
  -- Deals without which nothing is told; said beforehand, so that nobody stops when it looks good.
  needed_first      integer     not null check (needed_first > 0),
  needed_second     integer     not null check (needed_second > 0),
  started_at        timestamptz not null,
  started_by        bigint      references staff,
  ended_at          timestamptz,
  ended_by          bigint      references staff,
  reason            text        not null default '',
  check (first_version_id <> second_version_id),
  check ((ended_at is null) = (reason = ''))
);
create unique index script_experiments_on on script_experiments (script_id) where ended_at is null;
create index script_experiments_script on script_experiments (script_id, id);

-- Which version it was stands with the sale.
alter table guided_sales add column experiment_id bigint references script_experiments;
create index guided_sales_experiment on guided_sales (experiment_id, deal_id, id)
  where experiment_id is not null;
