-- billing: a change of price moves a discount to the new subscription: whoever has given it finds it.
alter table discounts add column moved_from_id bigint references discounts on delete set null;
create unique index discounts_moved_from on discounts (moved_from_id)
  where moved_from_id is not null;
-- loyalty: what was switched on for points is asked for by its subscription.
create index redemptions_subscription on redemptions (subscription_id)
  where subscription_id is not null;
