-- loyalty: who pays more than a newcomer would for the same at the same house.
create table unfair_prices (
  subscription_id bigint   primary key references subscriptions,
  subscriber_id   bigint   not null references subscribers,
  account_id      bigint   not null references accounts,
  -- What a newcomer would have: the same product, or one that is as fast or faster.
  version_id      bigint   not null references product_versions,
  tenure_months   integer  not null,
  -- A month, with all discounts; a newcomer's as the mean of the first year.
  paid_minor      bigint   not null,
  newcomer_minor  bigint   not null,
  -- Likely to be lost within ninety days, times what they would bring.
  at_risk_minor   bigint   not null default 0,
  counted_on      date     not null,
  check (paid_minor > newcomer_minor)
);
create index unfair_prices_risk on unfair_prices (at_risk_minor desc, subscription_id);

-- What was made right, and by which discount.
create table rights_made (
  id              bigint      generated always as identity primary key,
  subscription_id bigint      not null references subscriptions,
  subscriber_id   bigint      not null references subscribers,
  account_id      bigint      not null references accounts,
  discount_id     bigint      not null references discounts,
  gap_minor       bigint      not null check (gap_minor > 0),
  given_on        date        not null,
  given_by        bigint      references staff,
  undone_at       timestamptz,
  undone_by       bigint      references staff
);
create index rights_made_given on rights_made (given_on);
create unique index rights_made_standing on rights_made (subscription_id) where undone_at is null;

alter table loyalty_settings
  -- From so many months on somebody is loyal.
  add column loyal_months smallint not null default 12 check (loyal_months between 1 and 240);
