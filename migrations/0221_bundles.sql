-- Products that cost less together: by percent, or for a price of their own a month.
create table bundles (
  id          bigint generated always as identity primary key,
  name        text not null unique,
  kind        text not null check (kind in ('percent', 'price')),
  value       bigint not null check (value > 0),
  created_at  timestamptz not null,
  archived_at timestamptz,
  check (kind = 'price' or value < 10000)
);

create table bundle_products (
  bundle_id  bigint not null references bundles,
  product_id bigint not null references products,
  primary key (bundle_id, product_id)
);

-- What a bundle takes off each of its parts that an account has.
alter table discounts add column bundle_id bigint references bundles;

-- A quote keeps what a bundle takes off each line.
update quotes set lines = (
  select coalesce(jsonb_agg(l || '{"bundle": null}' order by place), '[]')
  from   jsonb_array_elements(lines) with ordinality as each (l, place));
