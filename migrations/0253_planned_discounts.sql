-- billing: by when a discount was to end stays known after it was ended before its time: what was
-- foreseen on a day is told by what was known on it.
alter table discounts add column ended_at timestamptz;
alter table discounts add column planned_to_on date;
