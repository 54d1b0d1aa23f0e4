-- Why visits of a deal were called off is found when its person is erased.
create index visits_called_off on visits (deal_id) where cancelled_at is not null;
