-- loyalty: a tariff that only those may have who have brought friends who stay, and its notice.
create table friend_tariffs (
  id                bigint      generated always as identity primary key,
  subscriber_id     bigint      not null references subscribers,
  account_id        bigint      not null references accounts,
  product_id        bigint      not null references products,
  -- What they go back to.
  former_version_id bigint      not null references product_versions,
  given_on          date        not null,
  given_by          bigint      references staff,
  -- Too few friends are here: it ends on that day, unless they are enough again by then.
  ends_on           date,
  ended_on          date
);
create unique index friend_tariffs_standing on friend_tariffs (account_id) where ended_on is null;
create index friend_tariffs_subscriber on friend_tariffs (subscriber_id);
alter table loyalty_settings
  add column notice_days smallint not null default 30 check (notice_days between 1 and 180);
