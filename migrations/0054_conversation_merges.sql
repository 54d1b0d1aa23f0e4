-- conversations: merged is a pointer. What was merged keeps its rows and shows as what it became.
alter table conversations add column merged_into_id bigint references conversations;
alter table conversations add column root_id bigint references conversations;
alter table conversations add constraint conversations_root_check
  check ((merged_into_id is null) = (root_id is null));
create index conversations_root on conversations (root_id) where root_id is not null;
alter table conversations drop constraint conversations_closed_outcome_check;
alter table conversations add constraint conversations_closed_outcome_check
  check (closed_outcome in ('reached', 'wrong_number', 'refused', 'given_up', 'not_a_request',
                            'answered', 'merged'));

create table conversation_merges (
  id           bigint      generated always as identity primary key,
  from_id      bigint      not null references conversations,
  into_id      bigint      not null references conversations,
  -- How both stood before, to be put back.
  from_before  jsonb       not null,
  into_before  jsonb       not null,
  -- What the merge made of the other one: changed since, it is left as it is.
  into_version integer     not null,
  merged_by    bigint      references staff,
  merged_at    timestamptz not null,
  undone_by    bigint      references staff,
  undone_at    timestamptz
);
create unique index conversation_merges_from on conversation_merges (from_id) where undone_at is null;
create index conversation_merges_into on conversation_merges (into_id) where undone_at is null;
