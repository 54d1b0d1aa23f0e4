-- The number last given to an account that was opened here; one row, made at the first of them.
create table account_numbers (
  id   integer primary key default 1 check (id = 1),
  last bigint  not null
);
