-- vip: gifts, from the catalogue over a month's plan and its budget to what came of them.
create table vip_suppliers (
  id          bigint      generated always as identity primary key,
  name        text        not null unique check (name <> ''),
  contact     text        not null default '',
  archived_at timestamptz
);

create table vip_gift_items (
  id          bigint      generated always as identity primary key,
  name        text        not null unique check (name <> ''),
  kind        text        not null check (kind in ('flowers', 'cognac', 'stationery', 'branded',
    'sim', 'airtime', 'certificate', 'phone', 'original')),
  supplier_id bigint      references vip_suppliers,
  price_minor bigint      not null check (price_minor > 0),
  -- How many there are; nothing: it is bought when it is needed.
  stock       integer     check (stock >= 0),
  archived_at timestamptz,
  version     integer     not null default 1
);

create table vip_gift_settings (
  only_one                boolean  not null default true primary key check (only_one),
  -- Of one gift, by who takes it; 3,000 roubles is what the Civil Code, art. 575, allows.
  official_most_minor     bigint   not null default 300000 check (official_most_minor >= 0),
  organisation_most_minor bigint   not null default 300000 check (organisation_most_minor >= 0),
  person_most_minor       bigint   not null default 1500000 check (person_most_minor >= 0),
  -- Of all gifts to one client in a calendar year.
  year_most_minor         bigint   not null default 3000000 check (year_most_minor >= 0),
  -- From this on, a gift to whom one leads oneself takes two who approve.
  second_from_minor       bigint   not null default 200000 check (second_from_minor >= 0),
  -- What an occasion may cost, by tier: of it budgets are made.
  profitable_minor        bigint   not null default 100000 check (profitable_minor >= 0),
  high_minor              bigint   not null default 200000 check (high_minor >= 0),
  very_high_minor         bigint   not null default 300000 check (very_high_minor >= 0),
  -- So many times what is usual is unusually generous.
  unusual_times           smallint not null default 3 check (unusual_times between 2 and 100),
  version                 integer  not null default 1
);
insert into vip_gift_settings default values;

create table vip_budgets (
  month        date    not null check (extract(day from month) = 1),
  tier         text    not null check (tier in ('profitable', 'high', 'very_high')),
  amount_minor bigint  not null default 0 check (amount_minor >= 0),
  version      integer not null default 1,
  primary key (month, tier)
);

create table vip_gifts (
  id               bigint      generated always as identity primary key,
  version          integer     not null default 1,
  subscriber_id    bigint      not null references subscribers,
  tier             text        not null check (tier in ('profitable', 'high', 'very_high')),
  month            date        not null check (extract(day from month) = 1),
  deliver_on       date        not null,
  occasion_key     text,
  occasion_kind    text        check (occasion_kind in
    ('head', 'contact', 'company', 'own', 'other')),
  item_id          bigint      not null references vip_gift_items,
  count            smallint    not null check (count between 1 and 1000),
  cost_minor       bigint      not null check (cost_minor > 0),
  recipient        text        not null,
  recipient_kind   text        not null
    check (recipient_kind in ('official', 'organisation', 'person')),
  note             text        not null default '',
  state            text        not null default 'proposed'
    check (state in ('proposed', 'approved', 'delivered', 'refused', 'cancelled')),
  planned_by       bigint      references staff,
  planned_at       timestamptz not null,
  -- Given by whoever leads the client, for so much that two have to approve it.
  needs_second     boolean     not null default false,
  approved_by      bigint      references staff,
  approved_at      timestamptz,
  second_by        bigint      references staff,
  -- Above the month's budget, and why somebody approved it nevertheless.
  overspend_reason text        not null default '',
  delivered_by     bigint      references staff,
  delivered_at     timestamptz,
  reaction         text        check (reaction in
    ('delighted', 'thanked', 'calm', 'none', 'declined')),
  reaction_note    text        not null default '',
  reacted_at       timestamptz,
  check ((state = 'delivered') = (delivered_at is not null)),
  check (state not in ('approved', 'delivered') or approved_by is not null),
  check (state not in ('approved', 'delivered') or not needs_second or second_by is not null),
  check (approved_by is null or approved_by <> planned_by),
  check (second_by is null or second_by <> planned_by and second_by <> approved_by),
  check (reaction is null or state = 'delivered')
);
create index vip_gifts_month on vip_gifts (month, tier);
create index vip_gifts_subscriber on vip_gifts (subscriber_id, deliver_on);
create index vip_gifts_due on vip_gifts (deliver_on, id) where state = 'approved';
