-- How many of those who have a tariff keep a further service beside it; counted each night.
create table kept_services (
  tariff_id  bigint  not null references products on delete cascade,
  product_id bigint  not null references products on delete cascade,
  accounts   integer not null check (accounts > 0),
  keep       integer not null check (keep between 1 and accounts),
  primary key (tariff_id, product_id)
);
create index kept_services_product on kept_services (product_id);
create table kept_service_counts (
  "on" date primary key
);
