-- When screens were told that a follow-up has come due.
alter table follow_ups add column told_at timestamptz;
update follow_ups set told_at = due_at where due_at <= now();
create index follow_ups_untold on follow_ups (due_at) where done_at is null and told_at is null;
