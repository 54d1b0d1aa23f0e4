-- Some of those who are connected want to be mobile too.
alter table products
  drop constraint products_serves_check,
  add  constraint products_serves_check check (
    serves <@ array['video', 'games', 'work', 'cameras', 'tv', 'wifi', 'mobile']);

-- What is recommended may be in a bundle, with more that comes in it.
update sale_recommendations set choices = (
  select coalesce(jsonb_agg(c || '{"bundle": null, "also": []}' order by place), '[]')
  from   jsonb_array_elements(choices) with ordinality as each (c, place))
where choices <> '[]';

update guided_sales set taken = taken || '{"bundle": null, "also": []}' where taken is not null;
