-- sales: what became of an accepted quote: the account by which its services are given.
create table deal_connections (
  deal_id      bigint      primary key references deals,
  quote_id     bigint      not null references quotes,
  account_id   bigint      not null references accounts,
  connected_at timestamptz not null,
  connected_by bigint      references staff
);
create index deal_connections_account on deal_connections (account_id);
