-- Cash desks: each is a source of payments with a place; and who works at it.
create table cash_desks (
  source_id bigint primary key references payment_sources,
  place     text   not null default '',
  -- Whose people take money there; null: everybody who may.
  team_id   bigint references teams
);

create table cash_shifts (
  id                       bigint generated always as identity primary key,
  desk_id                  bigint      not null references cash_desks,
  -- The desk's own number of it, from 1.
  number                   integer     not null,
  staff_id                 bigint      not null references staff,
  team_id                  bigint      references teams,
  opened_at                timestamptz not null,
  -- What was counted in the desk, and by how much it was other than the shift before had left.
  opening_minor            bigint      not null check (opening_minor >= 0),
  opening_difference_minor bigint      not null default 0,
  opening_words            text        not null default '',
  ended_at                 timestamptz,
  ended_by                 bigint      references staff,
  expected_minor           bigint,
  counted_minor            bigint      check (counted_minor >= 0),
  words                    text        not null default '',
  unique (desk_id, number),
  check ((ended_at is null) = (counted_minor is null)),
  check ((ended_at is null) = (expected_minor is null))
);
create unique index cash_shifts_open_desk  on cash_shifts (desk_id)  where ended_at is null;
create unique index cash_shifts_open_staff on cash_shifts (staff_id) where ended_at is null;
create index cash_shifts_staff on cash_shifts (staff_id, id desc);

-- What moved in a shift, in order: payments, what went back, cash brought in and carried away.
create table cash_operations (
  id             bigint generated always as identity primary key,
  shift_id       bigint      not null references cash_shifts,
  -- In the shift, from 1: with the shift's number it is the number of the receipt.
  number         integer     not null,
  kind           text        not null check (kind in ('payment', 'return', 'in', 'out')),
  -- The screen's own key: pressed twice, it is done once.
  key            text        not null,
  amount_minor   bigint      not null check (amount_minor > 0),
  -- What the payer handed over, where it was told; the rest is change.
  given_minor    bigint      check (given_minor >= amount_minor),
  payment_id     bigint      references payments,
  words          text        not null default '',
  done_at        timestamptz not null,
  unique (shift_id, number),
  unique (shift_id, key),
  check ((payment_id is not null) = (kind in ('payment', 'return')))
);
create index cash_operations_payment on cash_operations (payment_id) where payment_id is not null;

alter table ledger_accounts drop constraint ledger_accounts_kind_check;
alter table ledger_accounts add check (kind in
  ('subscriber', 'dealer', 'opening_balances', 'revenue', 'cash', 'bank', 'gateway', 'corrections',
   'unidentified', 'cards', 'commission', 'write_offs', 'cash_in_transit', 'cash_differences'));

-- A source that was made as a cash desk is one.
insert into cash_desks (source_id) select id from payment_sources where kind = 'cash';
