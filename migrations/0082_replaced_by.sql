-- What takes the place of a subscription, so that taking it back reopens that one and no other.
alter table subscriptions add column replaced_by_id bigint references subscriptions (id);

create index subscriptions_replaced_by on subscriptions (replaced_by_id)
  where replaced_by_id is not null;

-- Those that wait to be replaced, by the day and the service as they were told apart before.
update subscriptions s set replaced_by_id = n.id
from   subscriptions n
join   product_versions nv on nv.id = n.product_version_id
join   products np on np.id = nv.product_id,
       product_versions v, products p
where  n.account_id = s.account_id and n.started_on > current_date and n.started_on = s.ended_on
and    v.id = s.product_version_id and p.id = v.product_id and p.service = np.service;
