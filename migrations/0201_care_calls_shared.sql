-- From when on a call that was not made waits for everybody who works with the deal.
alter table care_calls add column shared_at timestamptz;
update care_calls set shared_at = due_at + interval '1 day';
alter table care_calls alter column shared_at set not null;
