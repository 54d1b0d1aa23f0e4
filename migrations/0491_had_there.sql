-- sales: products that somebody had at the address already, when a tariff was recommended to them.
alter table sale_recommendations add column had bigint[] not null default '{}';
