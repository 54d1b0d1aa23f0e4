-- vip: individual terms of a client, for a time, weighed against the margin and approved by others.
create table vip_terms_settings (
  only_one          boolean  not null default true primary key check (only_one),
  -- What is less by so much a month takes two who approve.
  second_from_minor bigint   not null default 500000 check (second_from_minor > 0),
  -- So does what lasts longer, or has no end.
  longest_months    smallint not null default 12 check (longest_months between 1 and 60),
  -- So many days before the end whoever leads the client is told.
  notice_days       smallint not null default 30 check (notice_days between 1 and 180),
  version           integer  not null default 1
);
insert into vip_terms_settings default values;

create table vip_terms (
  id            bigint      generated always as identity primary key,
  version       integer     not null default 1,
  subscriber_id bigint      not null references subscribers,
  kind          text        not null check (
    kind in ('percent', 'sum', 'fixed', 'free', 'longer', 'no_suspension')),
  -- Hundredths of a percent, a sum or price in minor units, or days, by the kind.
  value         bigint      not null check (value >= 0),
  -- Of a longer term and of no suspension; the others are of services. No foreign key: an account
  -- that an import takes back is not kept for it.
  account_id    bigint,
  from_on       date        not null,
  -- The last day; none where there is no end.
  to_on         date        check (to_on >= from_on),
  reason        text        not null check (reason <> ''),
  -- What the services cost the client a month before and with it, and what they cost us.
  now_minor     bigint      not null,
  then_minor    bigint      not null,
  cost_minor    bigint,
  state         text        not null default 'proposed' check (
    state in ('proposed', 'approved', 'refused', 'ended')),
  second_for    text[]      not null default '{}' check (
    second_for <@ array['below_floor', 'long', 'dear']),
  asked_by      bigint      references staff,
  asked_at      timestamptz not null,
  approved_by   bigint      references staff check (approved_by <> asked_by),
  second_by     bigint      references staff check (second_by not in (asked_by, approved_by)),
  decided_at    timestamptz,
  told_on       date,
  peace_until   date,
  ended_by      bigint      references staff,
  ended_at      timestamptz,
  end_reason    text        not null default '',
  check ((account_id is not null) = (kind in ('longer', 'no_suspension'))),
  check (state <> 'approved' or approved_by is not null),
  check (state <> 'approved' or second_for = '{}' or second_by is not null)
);
create index vip_terms_subscriber on vip_terms (subscriber_id, id desc);
create index vip_terms_running on vip_terms (to_on) where state = 'approved';

-- Services that terms are of, and by which discount; no foreign keys, as above.
create table vip_terms_services (
  terms_id        bigint not null references vip_terms,
  subscription_id bigint not null,
  discount_id     bigint,
  primary key (terms_id, subscription_id)
);
create index vip_terms_services_subscription on vip_terms_services (subscription_id);
create index vip_terms_services_discount on vip_terms_services (discount_id)
  where discount_id is not null;
