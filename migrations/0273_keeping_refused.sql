-- For how long what was refused is kept; for good, until somebody says otherwise.
create table incoming_settings (
  only_one boolean not null default true primary key check (only_one),
  refused_kept_days integer check (refused_kept_days between 1 and 3650),
  version integer not null default 1
);
insert into incoming_settings default values;
