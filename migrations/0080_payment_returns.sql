-- What went back of a payment, never more than came; and who said whose an unidentified one is.
alter table payments
  add column returned_minor bigint      not null default 0
    check (returned_minor between 0 and amount_minor),
  add column placed_at      timestamptz,
  add column placed_by      bigint      references staff,
  add constraint payments_returned_whole
    check ((state = 'returned') = (returned_minor = amount_minor));

create table payment_returns (
  id             bigint generated always as identity primary key,
  payment_id     bigint      not null references payments,
  amount_minor   bigint      not null check (amount_minor > 0),
  reason         text        not null,
  returned_at    timestamptz not null,
  -- Null: the gateway said so.
  staff_id       bigint      references staff,
  transaction_id bigint      not null references ledger_transactions
);
create index payment_returns_payment on payment_returns (payment_id, id);
-- Whose an organisation's payment is, by the tax number that its bank names.
create index subscribers_tax_number on subscribers (tax_number) where tax_number is not null;
