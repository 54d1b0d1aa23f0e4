-- When the advisor speaks, and what it takes for the work of a company on a private line.
create table advisor_settings (
  only_one             boolean  primary key default true check (only_one),
  -- How many whole months are looked back upon, and how few are too few to advise anything.
  months               smallint not null default 3 check (months between 1 and 6),
  least_months         smallint not null default 2 check (least_months between 1 and months),
  -- What must be saved for a change to be worth it, in percent of what is paid now.
  least_saving_percent smallint not null default 5 check (least_saving_percent between 0 and 90),
  -- Working hours, in minutes after the local midnight.
  work_from_minute     smallint not null default 540 check (work_from_minute between 0 and 1439),
  work_to_minute       smallint not null default 1080
                       check (work_to_minute > work_from_minute and work_to_minute <= 1440),
  -- Of what was used: at least so much in working hours of working days, at most so much after
  -- them and on days off, and at least so many bytes a month in all.
  work_least_percent   smallint not null default 70 check (work_least_percent between 50 and 100),
  rest_most_percent    smallint not null default 15 check (rest_most_percent between 0 and 50),
  work_least_bytes     bigint   not null default 30000000000 check (work_least_bytes >= 0),
  version              integer  not null default 1
);
insert into advisor_settings default values;

-- Advice to all accounts, in chunks of their ids.
create table advisor_runs (
  id                 bigint      generated always as identity primary key,
  started_by         bigint      references staff,
  started_at         timestamptz not null,
  through_account_id bigint      not null default 0,
  accounts           bigint      not null default 0,
  -- The first day of the latest month that was looked at.
  month              date        not null,
  finished_at        timestamptz
);
create unique index advisor_runs_unfinished on advisor_runs ((true)) where finished_at is null;
create index advisor_runs_started on advisor_runs (started_at desc, id desc);

-- What the latest run found for each account and service.
create table advices (
  id               bigint  generated always as identity primary key,
  account_id       bigint  not null references accounts,
  service          text    not null,
  run_id           bigint  not null references advisor_runs,
  subscription_id  bigint  not null,
  product_id       bigint  not null references products,
  currency         text    not null,
  months           smallint not null,
  -- Means of a month, without what is subscribed to beside.
  now_minor        bigint  not null,
  best_version_id  bigint  references product_versions,
  best_minor       bigint,
  -- Above zero only where the best is cheaper.
  saving_minor     bigint  not null default 0 check (saving_minor >= 0),
  -- How much more the newest version of the same tariff would cost.
  underpaid_minor  bigint  not null default 0 check (underpaid_minor >= 0),
  is_shared        boolean not null,
  unique (account_id, service),
  check ((best_version_id is null) = (best_minor is null))
);
create index advices_saving    on advices (saving_minor, id)    where saving_minor > 0;
create index advices_underpaid on advices (underpaid_minor, id) where underpaid_minor > 0;
create index advices_shared    on advices (now_minor, id)       where is_shared;
create index advices_product_saving    on advices (product_id, saving_minor, id)
  where saving_minor > 0;
create index advices_product_underpaid on advices (product_id, underpaid_minor, id)
  where underpaid_minor > 0;
create index advices_run on advices (run_id);

-- Sums of a run, so that nobody adds up a million rows to see a page: of those who would save, or
-- pay, more than a step, by the tariff they have.
create table advisor_sums (
  run_id     bigint not null references advisor_runs,
  kind       text   not null check (kind in ('overpays', 'underpaid', 'shared', 'all')),
  product_id bigint not null references products,
  currency   text   not null,
  from_minor bigint not null,
  accounts   bigint not null,
  -- A month: saved, paid too little, or paid now.
  minor      bigint not null,
  primary key (run_id, kind, product_id, currency, from_minor)
);
