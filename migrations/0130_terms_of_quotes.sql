-- sales: a line of a quote says for how long a service binds and what leaving it earlier costs.
-- Nothing was said of that in quotes made before, and so nothing binds in them.
update quotes set lines = (
  select jsonb_agg('{"leastMonths": 0, "leavingFeeMinor": 0}'::jsonb || l order by n)
  from   jsonb_array_elements(lines) with ordinality e(l, n))
where jsonb_array_length(lines) > 0;
