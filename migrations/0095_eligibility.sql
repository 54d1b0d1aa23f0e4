-- Who may take a product: [{rule, …}], all of which must hold.
alter table products add column eligibility jsonb not null default '[]';

alter table catalog_settings
  -- At one time on one subscription.
  add column most_promotions smallint not null default 2  check (most_promotions between 1 and 10),
  -- By how much all promotions together may lower a fee.
  add column most_percent    smallint not null default 50 check (most_percent between 1 and 100);
