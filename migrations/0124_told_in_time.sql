-- price_moves: the day on which one who was told is moved: that of the change, or as many days after
-- the telling as a change is to be known for. Whoever was not told has none, and is not moved.
alter table price_moves add column moves_on date;
update price_moves m set moves_on = c.from_on
from   price_changes c
where  c.id = m.price_change_id and m.told_at is not null and m.way is not null;
create index price_moves_due on price_moves (price_change_id, moves_on, subscription_id)
  where done_at is null;
drop index price_moves_undone;
