-- A task of a list of care is taken by somebody, as any other, and rests till the next try.
alter table care_list_members
  add column id bigint generated always as identity,
  add column version integer not null default 1,
  add column owner_staff_id bigint references staff (id),
  add column starts_at timestamptz;

update care_list_members set starts_at = opened_at where state = 'open';

create unique index care_list_members_id on care_list_members (id);
drop index care_list_members_open;
create index care_list_members_open on care_list_members (due_at, id) where state = 'open';
