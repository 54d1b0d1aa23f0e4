-- sales: a task that was done may be opened again beside a later one of the same equipment.
drop index deal_tasks_equipment;
create index deal_tasks_equipment on deal_tasks (equipment_id) where done_at is null;
