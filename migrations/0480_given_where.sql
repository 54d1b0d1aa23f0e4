-- retention: what a list of care comes to is of no offer: it stands with the list, and rests gifts
-- from there.
alter table given_offers drop column care_task_id;
alter table given_offers add check (num_nonnulls(case_id, play_task_id) = 1);
