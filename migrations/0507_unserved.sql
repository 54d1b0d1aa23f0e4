-- retention: whom a play would have spoken to, had a call or money been left: in neither part of
-- what chance divides.
alter table play_tasks drop constraint play_tasks_state_check;
alter table play_tasks add check (state in ('open', 'done', 'dropped', 'held', 'unserved'));
