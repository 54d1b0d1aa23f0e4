-- sales: how long deals stand in a stage, what was expected of them, what sales cost and bring.

-- Each stay of a deal in a stage.
create table deal_stays (
  id         bigint      generated always as identity primary key,
  deal_id    bigint      not null references deals,
  stage_id   bigint      not null references pipeline_stages,
  entered_at timestamptz not null,
  left_at    timestamptz,
  left_for   text        check (left_for in ('stage', 'won', 'lost')),
  -- The stage that it left for.
  to_stage_id bigint     references pipeline_stages,
  check ((left_at is null) = (left_for is null)),
  check ((left_for = 'stage') = (to_stage_id is not null))
);
create unique index deal_stays_open on deal_stays (deal_id) where left_at is null;
create index deal_stays_entered on deal_stays (entered_at);
-- Of the stays before this day the last one alone is known.
insert into deal_stays (deal_id, stage_id, entered_at, left_at, left_for)
select id, stage_id, entered_stage_at, closed_at, nullif(state, 'open') from deals;

-- What the open deals were expected to bring, as it stood on a day: value by likelihood.
create table deal_forecast_days (
  "on" date primary key
);
create table deal_forecasts (
  "on"          date   not null references deal_forecast_days,
  pipeline_id   bigint not null references pipelines,
  -- The month of the expected close.
  month         date   not null,
  deals         bigint not null,
  monthly_minor bigint not null,
  once_minor    bigint not null,
  primary key ("on", pipeline_id, month)
);
create index deal_forecasts_month on deal_forecasts (month, "on");

-- What a month of winning or keeping people has cost, by source where it has one.
create table sales_costs (
  id           bigint      generated always as identity primary key,
  month        date        not null check (extract(day from month) = 1),
  kind         text        not null check (kind in ('acquisition', 'retention')),
  source_id    bigint      references lead_sources,
  amount_minor bigint      not null check (amount_minor > 0),
  note         text        not null default '',
  written_at   timestamptz not null,
  written_by   bigint      references staff,
  unique nulls not distinct (month, kind, source_id)
);

-- Accounts by the month of their connection: how many are still there in a later month, and what
-- they were charged in it.
create table cohort_counts (
  month      date primary key,
  counted_on date not null,
  -- Subscriptions that went on then, and those of them whose cost is known.
  subscriptions bigint not null default 0,
  costed        bigint not null default 0
);
create table cohort_months (
  cohort        date   not null,
  month         date   not null references cohort_counts,
  connected     bigint not null,
  alive         bigint not null,
  revenue_minor bigint not null,
  cost_minor    bigint not null,
  primary key (cohort, month)
);

create index leads_created         on leads (created_at);
create index pitch_answers_answered on pitch_answers (answered_at);
