-- What a version binds to, what it needs and what it costs the operator.
alter table product_versions
  -- Whoever leaves earlier pays the fee of leaving, where there is one.
  add column least_months          smallint not null default 0 check (least_months between 0 and 60),
  add column leaving_fee_minor     bigint   not null default 0 check (leaving_fee_minor >= 0),
  -- One of these must reach the address; none: it needs no line of ours.
  add column technologies          text[]   not null default '{}' check (
    technologies <@ array['ftth', 'ethernet', 'docsis', 'dsl', 'wireless']),
  add column guaranteed_speed_kbps integer  check (
    guaranteed_speed_kbps > 0 and guaranteed_speed_kbps <= speed_kbps),
  add column tv_channels           integer  check (tv_channels > 0),
  -- What a month of it costs the operator; null: not known.
  add column cost_minor            bigint   check (cost_minor >= 0);

alter table products
  drop constraint products_kind_check,
  add constraint products_kind_check check (kind in ('tariff', 'addon', 'equipment')),
  -- What people want it for: video, games, work, cameras, tv, wifi.
  add column serves        text[] not null default '{}' check (
    serves <@ array['video', 'games', 'work', 'cameras', 'tv', 'wifi']),
  -- Why it is sold: to gather clients fast, to try a technology, to hold value.
  add column purpose       text   check (purpose in ('gather', 'try', 'hold')),
  add column purpose_words text   not null default '',
  -- What a month should bring: takes, or where value is held the average fee in minor units.
  add column purpose_goal  bigint check (purpose_goal > 0);

create table catalog_settings (
  only_one             boolean  primary key default true check (only_one),
  -- Of a price, what must stay above the cost.
  least_margin_percent smallint not null default 0 check (least_margin_percent between 0 and 90),
  version              integer  not null default 1
);
insert into catalog_settings default values;
