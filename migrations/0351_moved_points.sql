-- loyalty: points that were moved know which they were, so that they are taken back where they lie.
alter table point_earnings add column moved_from_id bigint references point_earnings;
update point_earnings set moved_from_id = split_part(key, ' ', 2)::bigint
where  rule_id is null and key like 'moved %';
create index point_earnings_moved_from on point_earnings (moved_from_id)
  where moved_from_id is not null;
