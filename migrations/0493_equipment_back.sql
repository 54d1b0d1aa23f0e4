-- sales: a serial number is one, however its letters are written.
update deal_equipment e set serial = e.serial || ' (' || e.id || ')'
where  e.returned_at is null and exists (
         select from deal_equipment o
         where  upper(o.serial) = upper(e.serial) and o.returned_at is null and o.id < e.id);
drop index deal_equipment_out;
create unique index deal_equipment_out on deal_equipment (upper(serial)) where returned_at is null;

-- What was handed over for nothing is brought back: such a task outlasts its deal.
alter table deal_tasks add column equipment_id bigint references deal_equipment;
create unique index deal_tasks_equipment on deal_tasks (equipment_id) where done_at is null;
