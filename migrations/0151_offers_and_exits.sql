-- retention: what may be offered to whoever wants to leave, what was, and how people leave.
create table retention_offers (
  id                  bigint           generated always as identity primary key,
  name                text             not null unique check (name <> ''),
  kind                text             not null check (kind in
    ('repair', 'deferral', 'tariff', 'apology', 'discount', 'bonus')),
  -- How it is said aloud.
  words               text             not null default '',
  -- Of a discount in percent, of a bonus in minor units a month, of an apology in minor units.
  value               bigint           not null default 0 check (value >= 0),
  months              integer          not null default 0 check (months between 0 and 24),
  -- Groups of reasons that it helps with; none: all that an offer can help.
  group_ids           bigint[]         not null default '{}',
  least_monthly_minor bigint           not null default 0,
  least_tenure_months integer          not null default 0,
  save_rate           double precision not null check (save_rate between 0 and 1),
  take_up             double precision not null check (take_up between 0 and 1),
  harm                double precision not null default 0 check (harm between 0 and 1),
  contact_minor       bigint           not null default 0 check (contact_minor >= 0),
  cooldown_days       integer          not null default 180 check (cooldown_days >= 0),
  -- What it may cost in a month; nothing: as much as it takes.
  budget_minor        bigint           check (budget_minor >= 0),
  archived_at         timestamptz,
  version             integer          not null default 1,
  created_at          timestamptz      not null
);

create table case_offers (
  id             bigint      generated always as identity primary key,
  case_id        bigint      not null references retention_cases,
  offer_id       bigint      not null references retention_offers,
  answer         text        not null check (answer in ('taken', 'refused')),
  expected_minor bigint      not null,
  cost_minor     bigint      not null default 0,
  account_id     bigint      references accounts,
  -- What came of it: a discount, a correction, a ticket, a promise, a subscription.
  result_id      bigint,
  said_at        timestamptz not null,
  said_by        bigint      references staff,
  undone_at      timestamptz,
  undone_by      bigint      references staff
);
create unique index case_offers_once on case_offers (case_id, offer_id) where undone_at is null;
create index case_offers_offer on case_offers (offer_id, said_at);

create table case_exits (
  case_id      bigint      primary key references retention_cases,
  number       bigint      generated always as identity unique,
  applied_on   date        not null,
  ends_on      date        not null,
  leaving_fee  text        not null check (leaving_fee in ('charged', 'waived')),
  words        text        not null default '',
  fee_minor    bigint      not null,
  balance_minor bigint     not null,
  -- What stood on the accounts when they were closed; below zero it is owed.
  final_minor  bigint,
  currency     text        not null,
  accepted_by  bigint      references staff,
  accepted_at  timestamptz not null,
  closed_at    timestamptz,
  check (ends_on >= applied_on),
  check ((closed_at is null) = (final_minor is null))
);
create index case_exits_due on case_exits (ends_on) where closed_at is null;

create table exit_equipment (
  id          bigint      generated always as identity primary key,
  case_id     bigint      not null references case_exits on delete cascade,
  name        text        not null check (name <> ''),
  serial      text        not null default '',
  returned_on date,
  returned_by bigint      references staff
);
create index exit_equipment_case on exit_equipment (case_id, id);

-- What another operator has told of a number that is to be ported out.
create table port_notices (
  case_id    bigint      primary key references retention_cases,
  number     text        not null check (number <> ''),
  operator   text        not null check (operator <> ''),
  came_at    timestamptz not null,
  due_at     timestamptz not null,
  decision   text        check (decision in ('accepted', 'refused')),
  ground     text        check (ground in
    ('wrong_data', 'debt', 'not_ours', 'blocked_by_court', 'moved_lately')),
  decided_at timestamptz,
  decided_by bigint      references staff,
  check ((decision is null) = (decided_at is null)),
  check ((decision = 'refused') = (ground is not null))
);
create index port_notices_due on port_notices (due_at) where decision is null;
