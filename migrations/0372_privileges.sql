-- loyalty: what comes off for years here and for months paid in time is a ladder of the operator's,
-- and each discount that the programme keeps is remembered once it has ended.
create table privilege_steps (
  kind    text     not null check (kind in ('tenure', 'streak')),
  months  smallint not null check (months between 1 and 600),
  percent smallint not null check (percent between 1 and 50),
  primary key (kind, months)
);

alter table friend_discounts rename to kept_discounts;
alter table kept_discounts rename column friends to reached;
alter table kept_discounts
  drop constraint friend_discounts_pkey,
  add column id bigint generated always as identity primary key,
  add column kind text not null default 'friends' check (kind in ('friends', 'privilege')),
  add column ended_on date;
alter table kept_discounts alter column kind drop default;
create unique index kept_discounts_standing on kept_discounts (subscriber_id, kind)
  where ended_on is null;
create index kept_discounts_discount on kept_discounts (discount_id);
