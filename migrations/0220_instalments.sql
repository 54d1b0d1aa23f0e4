-- What is sold once may be paid in monthly parts; 0: at once.
alter table product_versions
  add column instalments smallint not null default 0,
  add check (instalments = 0 or instalments between 2 and 36),
  add check (connection_fee_minor >= instalments);

alter table charges drop constraint charges_kind_check;
alter table charges add constraint charges_kind_check
  check (kind in ('fee', 'connection', 'instalment', 'usage', 'one_off'));

-- A quote keeps in how many parts each line is paid.
update quotes set lines = (
  select coalesce(jsonb_agg(l || '{"instalments": 0}' order by place), '[]')
  from   jsonb_array_elements(lines) with ordinality as each (l, place));
