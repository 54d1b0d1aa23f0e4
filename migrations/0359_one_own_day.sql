-- vip: a client has one birthday of their own.
update vip_occasions o set removed_at = now()
where  kind = 'own' and removed_at is null
and    exists (select from vip_occasions n
               where  n.subscriber_id = o.subscriber_id and n.kind = 'own'
               and    n.removed_at is null and n.id > o.id);
create unique index vip_occasions_own on vip_occasions (subscriber_id)
  where kind = 'own' and removed_at is null;
