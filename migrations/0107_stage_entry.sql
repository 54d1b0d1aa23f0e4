-- sales: what is done by itself when a deal enters a stage, and whom its term is told to.
alter table pipeline_stages add column entry jsonb not null default '[]';

-- Work that a stage asks for. Its text is the stage's, so nothing of it is personal.
create table deal_tasks (
  id         bigint      generated always as identity primary key,
  deal_id    bigint      not null references deals,
  stage_id   bigint      not null references pipeline_stages,
  -- Whose it is; of whoever has the deal where nobody is named.
  staff_id   bigint      references staff,
  text       text        not null,
  due_at     timestamptz not null,
  created_at timestamptz not null,
  done_at    timestamptz,
  done_by    bigint      references staff
);
create index deal_tasks_deal  on deal_tasks (deal_id, id);
create index deal_tasks_open  on deal_tasks (deal_id) where done_at is null;
create index deal_tasks_staff on deal_tasks (staff_id, due_at, id) where done_at is null;

alter table deals
  -- When its owner was told that it stands in its stage for too long.
  add column late_told_at  timestamptz,
  -- When the supervisor is to be told as well.
  add column supervisor_at timestamptz;
-- What is late already calls nobody.
update deals set late_told_at = now(), escalated_at = now()
where  state = 'open' and due_at < now();
create index deals_late on deals (due_at, id) where state = 'open' and late_told_at is null;
create index deals_supervisor on deals (supervisor_at, id)
  where state = 'open' and escalated_at is null;
create index deals_load on deals (owner_staff_id) where state = 'open';

alter table mentions drop constraint mentions_reason_check, add constraint mentions_reason_check
  check (reason in ('named', 'noted', 'told', 'turned', 'passed_on', 'given', 'late'));
