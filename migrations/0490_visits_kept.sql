-- sales: a visit that took place stands beside the next one of its deal.
drop index visits_deal;
create unique index visits_deal on visits (deal_id, on_day, slot_id) where cancelled_at is null;
