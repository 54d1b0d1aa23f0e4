-- reports: when the last portion of a night was counted; what is compared afterwards holds up nobody.
alter table kpi_nights add column counted_at timestamptz;
update kpi_nights set counted_at = finished_at where finished_at is not null;
alter table kpi_nights add check (finished_at is null or counted_at is not null);
