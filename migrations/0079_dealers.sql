-- dealers: who sells the operator's cards and takes payments for it, and on what terms.
create table dealers (
  id                 bigint generated always as identity primary key,
  name               text        not null unique,
  contract_number    text        not null,
  contract_on        date        not null,
  terms              text        not null default '',
  currency           text        not null check (currency ~ '^[A-Z]{3}$'),
  -- How much it may owe and hold in cards at once.
  credit_limit_minor bigint      not null check (credit_limit_minor >= 0),
  version            integer     not null default 1,
  created_at         timestamptz not null,
  archived_at        timestamptz
);

-- Whose cabinet somebody of the staff opens: one works for one dealer.
create table dealer_staff (
  staff_id  bigint      primary key references staff,
  dealer_id bigint      not null references dealers,
  added_at  timestamptz not null
);
create index dealer_staff_dealer on dealer_staff (dealer_id);

-- What a dealer is paid for. What was earned stays as it was counted then.
create table dealer_commissions (
  id           bigint generated always as identity primary key,
  dealer_id    bigint      not null references dealers,
  kind         text        not null check (kind in
               ('payment_percent', 'card_percent', 'card_sum')),
  -- Hundredths of a percent.
  basis_points integer     check (basis_points between 0 and 10000),
  amount_minor bigint      check (amount_minor >= 0),
  from_on      date        not null,
  -- The last day.
  to_on        date        check (to_on >= from_on),
  created_at   timestamptz not null,
  created_by   bigint      references staff,
  unique (dealer_id, kind, from_on),
  check ((kind = 'card_sum') = (amount_minor is not null)),
  check ((kind = 'card_sum') = (basis_points is null))
);

-- Cards printed together: numbers from 1 on within a series.
create table card_batches (
  id            bigint generated always as identity primary key,
  series        text        not null unique check (series ~ '^[A-ZА-ЯЁ0-9]{1,10}$'),
  cards         integer     not null check (cards between 1 and 2000000),
  value_minor   bigint      not null check (value_minor > 0),
  currency      text        not null check (currency ~ '^[A-Z]{3}$'),
  -- The last day on which a card is activated.
  valid_until   date        not null,
  -- So many exist already.
  made          integer     not null default 0 check (made between 0 and cards),
  -- When the file with PINs was taken away, once, and by whom.
  pins_taken_at timestamptz,
  pins_taken_by bigint      references staff,
  -- Up to this number those that nobody has used are written off.
  expired_through integer   not null default 0 check (expired_through between 0 and cards),
  created_at    timestamptz not null,
  created_by    bigint      references staff
);
create index card_batches_expiring on card_batches (valid_until) where expired_through < cards;

-- PINs of a batch as sealed files, until they are taken.
create table card_pin_files (
  batch_id     bigint  not null references card_batches,
  first_number integer not null,
  file_id      bigint  not null references files,
  primary key (batch_id, first_number)
);

create table cards (
  batch_id         bigint      not null references card_batches,
  number           integer     not null,
  -- HMAC-SHA-256 of the PIN with a key that lies outside the database.
  pin_hash         bytea       not null,
  state            text        not null default 'stock' check (state in
                   ('stock', 'given', 'sold', 'activated', 'expired')),
  is_blocked       boolean     not null default false,
  dealer_id        bigint      references dealers,
  -- What the dealer earned by selling it, to be taken back with the sale.
  commission_minor bigint      not null default 0,
  account_id       bigint      references accounts,
  activated_at     timestamptz,
  primary key (batch_id, number),
  check ((state = 'activated') = (account_id is not null)),
  check ((state = 'activated') = (activated_at is not null)),
  check (state not in ('given', 'sold', 'activated') or dealer_id is not null)
);
create unique index cards_pin     on cards (pin_hash);
create index        cards_dealer  on cards (dealer_id, batch_id, number) where state = 'given';
create index        cards_account on cards (account_id, activated_at) where account_id is not null;

-- What happened to cards, by ranges of numbers that went one way together.
create table card_deeds (
  id               bigint generated always as identity primary key,
  batch_id         bigint      not null references card_batches,
  kind             text        not null check (kind in ('given', 'returned', 'sold',
                   'sale_undone', 'blocked', 'unblocked', 'expired')),
  first_number     integer     not null,
  last_number      integer     not null check (last_number >= first_number),
  dealer_id        bigint      references dealers,
  -- Of one card.
  value_minor      bigint      not null,
  -- Of all together; below zero where it is taken back.
  commission_minor bigint      not null default 0,
  done_on          date        not null,
  done_at          timestamptz not null,
  done_by          bigint      references staff,
  reason           text        not null default ''
);
create index card_deeds_one    on card_deeds (batch_id, first_number) where last_number = first_number;
create index card_deeds_ranges on card_deeds (batch_id, first_number) where last_number > first_number;
create index card_deeds_dealer on card_deeds (dealer_id, done_on, id) where dealer_id is not null;

-- Money between a dealer and the operator: payments taken from subscribers, and what was paid in.
create table dealer_payments (
  id               bigint generated always as identity primary key,
  dealer_id        bigint      not null references dealers,
  kind             text        not null check (kind in ('taken', 'paid_in')),
  -- The payment of the subscriber, where one was taken.
  payment_id       bigint      unique references payments,
  way              text        check (way in ('cash', 'bank')),
  document         text        not null default '',
  amount_minor     bigint      not null check (amount_minor > 0),
  commission_minor bigint      not null default 0,
  done_on          date        not null,
  done_at          timestamptz not null,
  done_by          bigint      references staff,
  check (kind = 'taken' or payment_id is null),
  check ((kind = 'paid_in') = (way is not null))
);
create index dealer_payments_dealer  on dealer_payments (dealer_id, done_on, id);

-- Closed settlements: what was counted when both sides agreed.
create table dealer_settlements (
  id         bigint generated always as identity primary key,
  dealer_id  bigint      not null references dealers,
  from_on    date        not null,
  to_on      date        not null check (to_on >= from_on),
  counted    jsonb       not null,
  closed_at  timestamptz not null,
  closed_by  bigint      references staff,
  unique (dealer_id, to_on)
);
create trigger dealer_settlements_append_only before update or delete on dealer_settlements
  for each row execute function refuse_change();

-- Wrong PINs and numbers, counted by whom they hit and where they came from.
create table card_attempts (
  id           bigint generated always as identity primary key,
  counted_for  text        not null,
  attempted_at timestamptz not null
);
create index card_attempts_counted on card_attempts (counted_for, attempted_at);
create index card_attempts_age     on card_attempts (attempted_at);

alter table roles drop constraint roles_code_check;
alter table roles add check (code in ('administrator', 'supervisor', 'agent', 'dealer'));

alter table payment_sources drop constraint payment_sources_kind_check;
alter table payment_sources add check (kind in
  ('osmp', 'yookassa', 'bank', 'cash', 'cards', 'dealers'));
