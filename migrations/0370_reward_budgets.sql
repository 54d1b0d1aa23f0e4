-- loyalty: what rewards may cost in a month, one of them and all together.
alter table rewards add column budget_minor bigint check (budget_minor > 0);
alter table loyalty_settings add column rewards_minor bigint check (rewards_minor > 0);
create index redemptions_redeemed on redemptions (redeemed_on);
create index redemptions_wallet on redemptions (wallet_id, redeemed_on);
create index rights_made_discount on rights_made (discount_id);
