-- staff: what people know how to do.
create table skills (
  id          bigint generated always as identity primary key,
  name        text not null,
  name_key    text not null,
  created_at  timestamptz not null,
  archived_at timestamptz
);
create unique index skills_name on skills (name_key) where archived_at is null;

create table staff_skills (
  staff_id bigint not null references staff (id),
  skill_id bigint not null references skills (id),
  primary key (staff_id, skill_id)
);
create index staff_skills_skill on staff_skills (skill_id);

-- conversations: what asks for which skill; a rule holds where everything that it names holds.
create table skill_rules (
  id         bigint generated always as identity primary key,
  skill_id   bigint not null references skills (id),
  channel    text,
  topic      text,
  label_id   bigint references labels (id),
  language   text,
  words      text,
  created_at timestamptz not null,
  check (num_nonnulls(channel, topic, label_id, language, words) > 0)
);

-- How long it is kept for those who have the skill; by how many seconds a subscriber of the upper
-- quarter and of the top twentieth goes ahead; how much of a person a channel's conversation takes.
alter table desk_settings
  add column skill_wait_seconds integer not null default 20
    check (skill_wait_seconds between 0 and 600),
  add column head_start_seconds integer[] not null default '{10,20}'
    check (array_length(head_start_seconds, 1) = 2),
  add column channel_loads jsonb not null default
    '{"chat": {"percent": 50, "most": null}, "telegram": {"percent": 50, "most": null},
      "vk": {"percent": 50, "most": null}}';

-- Of whom the value was reckoned, how high it is, by what, and the head start it gives.
alter table conversations
  add column valued_for bigint,
  add column value_tier smallint not null default 0 check (value_tier between 0 and 2),
  add column value_reason text,
  add column head_start_seconds integer not null default 0;
alter table conversations
  add column urgent_at timestamptz not null generated always as (
    ((next_due_at at time zone 'UTC') - make_interval(secs => head_start_seconds))
      at time zone 'UTC') stored;
create index conversations_urgent on conversations (urgent_at, id) where state = 'open';
create index conversations_unvalued on conversations (id)
  where state = 'open' and valued_for is distinct from subscriber_id;
drop index conversations_owner;
create index conversations_owner on conversations (owner_staff_id, urgent_at, id)
  where state <> 'closed';

-- billing: above which monthly charge a subscriber is of the upper quarter, and of the top twentieth.
create table charge_levels (
  currency    text primary key,
  upper_minor bigint not null,
  top_minor   bigint not null,
  subscribers integer not null,
  counted_at  timestamptz not null
);
