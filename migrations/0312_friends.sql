-- loyalty: who has brought whom.
create table friendships (
  id           bigint      generated always as identity primary key,
  inviter_id   bigint      not null references subscribers,
  -- Somebody is brought once.
  friend_id    bigint      not null unique references subscribers,
  deal_id      bigint      not null references deals,
  connected_on date        not null,
  state        text        not null check (state in ('connected', 'held', 'rewarded', 'refused')),
  -- Why it waits or was refused.
  reason       text        not null default '' check (reason in
    ('', 'self', 'phone', 'address', 'household', 'loop', 'not_new', 'ceiling', 'by_hand')),
  -- Months that the friend has paid in time.
  paid_months  smallint    not null default 0,
  rewarded_on  date,
  made_at      timestamptz not null,
  decided_at   timestamptz,
  decided_by   bigint      references staff,
  check ((state = 'rewarded') = (rewarded_on is not null)),
  check ((state in ('held', 'refused')) <= (reason <> ''))
);
create index friendships_inviter on friendships (inviter_id, connected_on desc);
create index friendships_rewarded on friendships (rewarded_on) where rewarded_on is not null;
create index friendships_open on friendships (id) where state in ('connected', 'held');

alter table loyalty_settings
  -- Both are rewarded when the friend has paid so many months.
  add column friend_months smallint not null default 2 check (friend_months between 1 and 24),
  -- In a year nobody is rewarded for more.
  add column most_friends  smallint not null default 10 check (most_friends between 1 and 1000);

-- What comes off while so many friends stay.
create table friend_steps (
  friends smallint primary key check (friends > 0),
  percent smallint not null check (percent between 1 and 100)
);
insert into friend_steps (friends, percent) values (1, 5), (3, 10), (5, 15);

-- The discount that somebody has for them now.
create table friend_discounts (
  subscriber_id bigint   primary key references subscribers,
  account_id    bigint   not null references accounts,
  discount_id   bigint   not null references discounts,
  percent       smallint not null,
  friends       smallint not null,
  given_on      date     not null
);

-- Who has named a friend's code.
create index deals_referral_code on deals (referral_code) where referral_code <> '';
