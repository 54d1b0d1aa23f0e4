-- Whoever is resumed by hand while short of money has the days of grace and the steps of dunning
-- anew (since_at); how old the debt is does not change by it. Null: both are one.
alter table shortfalls add column began_at timestamp with time zone;
