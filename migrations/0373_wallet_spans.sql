-- loyalty: from when to when somebody had their points in which wallet, for any day gone by.
create table wallet_spans (
  subscriber_id bigint not null references subscribers,
  wallet_id     bigint not null references point_wallets,
  from_on       date   not null,
  to_on         date,
  check (to_on >= from_on)
);
create index wallet_spans_subscriber on wallet_spans (subscriber_id, from_on);
create unique index wallet_spans_open on wallet_spans (subscriber_id) where to_on is null;
insert into wallet_spans (subscriber_id, wallet_id, from_on)
select subscriber_id, wallet_id, joined_on from loyalty_members;
