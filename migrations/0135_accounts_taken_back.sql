-- billing: an account that was closed as if it had not been opened: what it was charged has come
-- back, and no correction gives it back again.
alter table accounts add column is_taken_back boolean not null default false;
