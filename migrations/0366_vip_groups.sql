-- vip: which organisation belongs to which, from a day to a day: a holding and its branches.
create table vip_branches (
  id        bigint      generated always as identity primary key,
  child_id  bigint      not null references subscribers,
  parent_id bigint      not null references subscribers check (parent_id <> child_id),
  from_on   date        not null,
  -- The last day.
  to_on     date        check (to_on >= from_on),
  noted_by  bigint      references staff,
  noted_at  timestamptz not null
);
create unique index vip_branches_open on vip_branches (child_id) where to_on is null;
create index vip_branches_child on vip_branches (child_id);
create index vip_branches_parent on vip_branches (parent_id);
