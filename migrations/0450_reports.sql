-- reports: what each account changed on a day, the figures of a day, and the nights that counted.
create table account_moves (
  account_id      bigint  not null,
  "on"            date    not null,
  is_connected    boolean not null,
  -- Connected again: whoever holds it had an account that was closed before.
  is_returned     boolean not null,
  is_gone         boolean not null,
  -- Went by a wish that a case tells of; null: no case does.
  is_by_wish      boolean,
  -- The upper level of the reason for leaving.
  reason_id       bigint,
  was_here        boolean not null,
  is_here         boolean not null,
  before_minor    bigint  not null check (before_minor >= 0),
  after_minor     bigint  not null check (after_minor >= 0),
  movement        text    check (movement in ('new', 'return', 'expansion', 'contraction', 'churn')),
  from_product_id bigint,
  to_product_id   bigint,
  -- Of where it is served now.
  district        text    not null,
  technology      text    not null,
  primary key (account_id, "on"),
  check ((movement is null) = (before_minor = after_minor))
);
create index account_moves_connected on account_moves ("on", account_id) where is_connected;
create index account_moves_gone on account_moves ("on", account_id) where is_gone;
create index account_moves_movement on account_moves (movement, "on", account_id)
  where movement is not null;

create table kpi_days (
  dimension    text   not null,
  value        text   not null,
  measure      text   not null,
  "on"         date   not null,
  count        bigint not null,
  amount_minor bigint not null,
  primary key (dimension, value, measure, "on")
);

create table kpi_nights (
  -- All days before it are counted.
  "on"        date        primary key,
  -- The last account that was looked at; all of them at the end.
  account_id  bigint      not null default 0,
  changed     bigint      not null default 0,
  started_at  timestamptz not null,
  finished_at timestamptz,
  -- Figures of days that were not what their rows add up to, and were put right.
  wrong       bigint,
  check ((finished_at is null) = (wrong is null))
);
