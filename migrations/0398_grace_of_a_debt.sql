-- A debt is as old as it is (since_at), whatever is done about it. Whoever is resumed by hand while
-- short of money has the days of grace and the steps of dunning anew, from grace_from on.
alter table shortfalls add column grace_from timestamp with time zone;
update shortfalls set grace_from = since_at, since_at = began_at where began_at is not null;
alter table shortfalls drop column began_at;
-- What a promise that breaks gives back.
alter table promises add column grace_from timestamp with time zone;
