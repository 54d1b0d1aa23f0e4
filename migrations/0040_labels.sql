-- work: labels, which people put on conversations, tickets and whatever else is worked on.
create table labels (
  id             bigint generated always as identity primary key,
  name           text        not null,
  -- The name as it is compared: two in use cannot differ in case alone.
  name_key       text        not null,
  color          text        not null check (color in ('gray', 'teal', 'blue', 'green', 'amber', 'red',
                             'violet', 'rose')),
  -- Merged into another: what bore it is shown and found under that one.
  merged_into_id bigint      references labels,
  archived_at    timestamptz,
  created_at     timestamptz not null
);
create unique index labels_name on labels (name_key) where archived_at is null and merged_into_id is null;
create index labels_merged on labels (merged_into_id) where merged_into_id is not null;

create table labelled (
  entity     text        not null,
  entity_id  bigint      not null,
  label_id   bigint      not null references labels,
  staff_id   bigint      references staff,
  created_at timestamptz not null,
  primary key (entity, entity_id, label_id)
);
-- Serves lists narrowed to a label.
create index labelled_label on labelled (label_id, entity, entity_id);
