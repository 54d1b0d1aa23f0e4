-- Rights over keeping subscribers were offered to supervisors without being given: naming two of
-- them had silenced the others.
update roles
set    permissions = permissions || (
         select jsonb_object_agg(one, 'all')
         from   unnest(offered) one
         where  one like 'retention.%' and not permissions ? one)
where  code = 'supervisor'
and    exists (select from unnest(offered) one
               where one like 'retention.%' and not permissions ? one);
