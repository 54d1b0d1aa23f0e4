-- What a gateway has told us, as it came, before it is understood and asked after.
create table payment_notices (
  id          bigint generated always as identity primary key,
  source_id   bigint      not null references payment_sources,
  received_at timestamptz not null,
  event       text        not null,
  -- The gateway's number of the payment or the refund.
  object_id   text        not null,
  -- Emptied once it is of no use any more: it may hold what is the payer's.
  body        text        not null,
  state       text        not null default 'waiting'
    check (state in ('waiting', 'done', 'ignored', 'refused')),
  -- How often it came, and why it could not be understood the last time.
  times       integer     not null default 1,
  words       text        not null default '',
  unique (source_id, event, object_id)
);
create index payment_notices_old on payment_notices (received_at) where body <> '';

-- A refund that was made at the gateway, by its number there.
alter table payment_returns add column external_id text;
create unique index payment_returns_external on payment_returns (payment_id, external_id)
  where external_id is not null;
-- Payments on nobody's account, whose payer's words are emptied once they are old.
create index payments_on_nobody on payments (received_at)
  where account_id is null and (payer <> '' or purpose <> '');
