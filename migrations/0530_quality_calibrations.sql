-- quality: the same contacts judged by several who do not see each other's answers until the end.
create table quality_calibrations (
  id           bigint      generated always as identity primary key,
  name         text        not null check (name <> ''),
  card_id      bigint      not null,
  card_version integer     not null,
  led_by       bigint      not null references staff,
  opened_at    timestamptz not null,
  closed_at    timestamptz,
  foreign key (card_id, card_version) references quality_card_versions
);

create table quality_calibration_people (
  calibration_id bigint      not null references quality_calibrations on delete cascade,
  staff_id       bigint      not null references staff,
  done_at        timestamptz,
  primary key (calibration_id, staff_id)
);
create index quality_calibration_people_staff
  on quality_calibration_people (staff_id, calibration_id desc);

create table quality_calibration_contacts (
  id              bigint generated always as identity primary key,
  calibration_id  bigint not null references quality_calibrations on delete cascade,
  conversation_id bigint not null references conversations,
  -- Which parts of the card apply to it.
  applies         text[] not null
);
create unique index quality_calibration_contacts_once
  on quality_calibration_contacts (calibration_id, conversation_id);
create index quality_calibration_contacts_conversation
  on quality_calibration_contacts (conversation_id);

create table quality_calibration_answers (
  contact_id bigint not null references quality_calibration_contacts on delete cascade,
  staff_id   bigint not null references staff,
  item       text   not null,
  answer     text   not null check (answer in ('yes', 'no', 'na', '0', '1', '2', '3', '4')),
  -- Why it is answered so: what is talked about once all is open.
  words      text   not null default '',
  primary key (contact_id, staff_id, item)
);

-- What all agreed on afterwards.
create table quality_calibration_targets (
  contact_id bigint      not null references quality_calibration_contacts on delete cascade,
  item       text        not null,
  answer     text        not null check (answer in ('yes', 'no', 'na', '0', '1', '2', '3', '4')),
  words      text        not null default '',
  set_by     bigint      not null references staff,
  set_at     timestamptz not null,
  primary key (contact_id, item)
);
