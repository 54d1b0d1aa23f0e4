-- When the free ports of a line were counted: what is connected later takes from the count.
alter table coverages add counted_at timestamptz;
update coverages set counted_at = updated_at where ports_free is not null;
