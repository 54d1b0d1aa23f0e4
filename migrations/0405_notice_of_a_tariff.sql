-- A tariff for friends ends no sooner than somebody was told of it, by a letter or by an agent where
-- there is no way to write. What was ending before was told when its day was set. And whoever paid a
-- fee of their own before comes back to that.
alter table friend_tariffs
  add column former_fee_minor bigint check (former_fee_minor >= 0),
  add column told_at timestamp with time zone,
  add column told_by bigint references staff (id),
  add column has_no_way boolean not null default false;
update friend_tariffs set told_at = now() where ends_on is not null and ended_on is null;
create index friend_tariffs_untold on friend_tariffs (has_no_way, id)
  where ended_on is null and ends_on is not null and told_at is null;
create index friend_tariffs_told_by on friend_tariffs (told_by) where told_by is not null;
