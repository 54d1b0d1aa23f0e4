-- vip: days of which clients are greeted, by whom and how; told to calendars by a secret link.
create table vip_occasions (
  id                bigint      generated always as identity primary key,
  subscriber_id     bigint      not null references subscribers,
  kind              text        not null
    check (kind in ('head', 'contact', 'company', 'own', 'other')),
  -- Whose birthday it is, or what the day is called.
  name              text        not null default '',
  contact_person_id bigint      references contact_persons,
  month             smallint    not null check (month between 1 and 12),
  day               smallint    not null check (day between 1 and
    case when month in (4, 6, 9, 11) then 30 when month = 2 then 29 else 31 end),
  year              smallint    check (year between 1800 and 2200),
  note              text        not null default '',
  -- By itself in writing, or by whoever leads the client.
  greet_by          text        not null default 'hand' check (greet_by in ('hand', 'message')),
  -- When somebody last said that it still holds.
  confirmed_on      date        not null,
  added_by          bigint      references staff,
  removed_at        timestamptz,
  version           integer     not null default 1,
  check (kind <> 'other' or name <> ''),
  check (day < 29 or month <> 2 or year is null or year % 4 = 0)
);
create index vip_occasions_subscriber on vip_occasions (subscriber_id);
create unique index vip_occasions_contact on vip_occasions (contact_person_id)
  where removed_at is null and contact_person_id is not null;

create table vip_greeting_settings (
  only_one      boolean  not null default true primary key check (only_one),
  is_on         boolean  not null default false,
  -- Outside these hours nobody is greeted.
  hours_from    smallint not null default 10 check (hours_from between 0 and 23),
  hours_to      smallint not null default 19 check (hours_to between 1 and 24),
  -- After so many days somebody has to say that a day still holds.
  stale_days    integer  not null default 730 check (stale_days between 30 and 3650),
  -- Words by kind of occasion.
  words         jsonb    not null default '{}',
  version       integer  not null default 1,
  check (hours_from < hours_to)
);
insert into vip_greeting_settings default values;

create table vip_greetings (
  id                  bigint      generated always as identity primary key,
  subscriber_id       bigint      not null references subscribers,
  -- `o7` an occasion of ours, `p7` a contact person's birthday, `s` the client's own.
  occasion_key        text        not null,
  year                smallint    not null,
  way                 text        not null
    check (way in ('email', 'telegram', 'vk', 'call', 'visit', 'card')),
  words               text        not null default '',
  outgoing_message_id bigint      references outgoing_messages,
  greeted_by          bigint      references staff,
  greeted_at          timestamptz not null,
  unique (subscriber_id, occasion_key, year)
);

create table vip_feeds (
  staff_id bigint      not null primary key references staff,
  digest   text        not null unique,
  made_at  timestamptz not null
);
