-- sales: what people object, what is answered, and whether it helped.
create table objections (
  id          bigint generated always as identity primary key,
  name        text        not null unique,
  -- Phrases in which people say it, a line each.
  words       text        not null default '',
  position    integer     not null default 0,
  created_at  timestamptz not null,
  archived_at timestamptz,
  version     integer     not null default 1
);

-- Words of an answer are never changed, for what is counted is whether these helped.
create table objection_answers (
  id           bigint generated always as identity primary key,
  objection_id bigint      not null references objections,
  words        text        not null,
  -- What the agent does after it was said.
  next_step    text        not null default '',
  created_at   timestamptz not null,
  archived_at  timestamptz
);
create index objection_answers_objection on objection_answers (objection_id);

create table guided_objections (
  id             bigint generated always as identity primary key,
  guided_sale_id bigint      not null references guided_sales,
  objection_id   bigint      not null references objections,
  answer_id      bigint      not null references objection_answers,
  has_helped     boolean     not null,
  happened_at    timestamptz not null,
  staff_id       bigint      references staff
);
create index guided_objections_sale   on guided_objections (guided_sale_id, id);
create index guided_objections_answer on guided_objections (answer_id, has_helped);
