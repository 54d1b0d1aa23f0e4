-- A payment that a dealer took and has given back: each return is a row of its own, with the
-- commission that went back below zero.
alter table dealer_payments
  drop constraint dealer_payments_kind_check,
  drop constraint dealer_payments_check,
  drop constraint dealer_payments_payment_id_key,
  add check (kind in ('taken', 'paid_in', 'returned')),
  add check (kind <> 'paid_in' or payment_id is null);
create unique index dealer_payments_taken on dealer_payments (payment_id) where kind = 'taken';
create index dealer_payments_payment on dealer_payments (payment_id) where payment_id is not null;
