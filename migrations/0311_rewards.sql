-- loyalty: what points are spent on.
create table rewards (
  id                 bigint      generated always as identity primary key,
  name               text        not null unique check (name <> ''),
  kind               text        not null check (kind in
    ('discount', 'service_days', 'speed', 'airtime', 'goods', 'coupon')),
  points             integer     not null check (points between 1 and 100000000),
  -- Percent of a discount; minor units of airtime, and what goods or a coupon cost us.
  value              bigint      not null default 0 check (value >= 0),
  -- How long a discount, days of service or speed last.
  days               smallint    not null default 0 check (days between 0 and 366),
  -- What is switched on for a term.
  product_version_id bigint      references product_versions,
  -- How many there are; nothing: as many as are asked for.
  stock              integer     check (stock >= 0),
  -- So many a month for one member.
  most_per_month     smallint    check (most_per_month > 0),
  -- From this level on.
  level_id           bigint      references loyalty_levels,
  words              text        not null default '',
  version            integer     not null default 1,
  created_by         bigint      references staff,
  created_at         timestamptz not null,
  archived_at        timestamptz,
  check ((kind = 'speed') = (product_version_id is not null)),
  check (kind not in ('discount', 'service_days', 'speed') or days > 0),
  check (kind not in ('discount', 'airtime') or value > 0),
  check (kind <> 'discount' or value <= 100)
);

create table redemptions (
  id              bigint      generated always as identity primary key,
  reward_id       bigint      not null references rewards,
  subscriber_id   bigint      not null references subscribers,
  wallet_id       bigint      not null references point_wallets,
  points          bigint      not null check (points > 0),
  -- What it costs us.
  cost_minor      bigint      not null default 0 check (cost_minor >= 0),
  state           text        not null check (state in ('given', 'waiting', 'handed', 'undone')),
  transaction_id  bigint      not null unique references ledger_transactions,
  account_id      bigint      references accounts,
  discount_id     bigint      references discounts,
  subscription_id bigint      references subscriptions,
  -- What was switched on for a term is switched off on that day.
  ends_on         date,
  coupon          text        not null default '',
  redeemed_on     date        not null,
  redeemed_at     timestamptz not null,
  redeemed_by     bigint      references staff,
  decided_at      timestamptz,
  decided_by      bigint      references staff,
  check ((state in ('handed', 'undone')) = (decided_at is not null))
);
create index redemptions_subscriber on redemptions (subscriber_id, redeemed_on desc);
create index redemptions_reward on redemptions (reward_id, redeemed_on);
create index redemptions_waiting on redemptions (id) where state = 'waiting';
create index redemptions_ends on redemptions (ends_on) where ends_on is not null;

-- A partner's codes, each given once.
create table reward_coupons (
  id            bigint generated always as identity primary key,
  reward_id     bigint not null references rewards,
  code          text   not null check (code <> ''),
  redemption_id bigint unique references redemptions,
  unique (reward_id, code)
);
create index reward_coupons_free on reward_coupons (reward_id, id) where redemption_id is null;
