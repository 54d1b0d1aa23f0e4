-- Persons and organisations, how to reach them, where they live, what they want.

create table subscribers (
  id             bigint generated always as identity primary key,
  kind           text        not null check (kind in ('person', 'organisation')),
  -- What lists and cards show; may be empty when a base has no names.
  display_name   text        not null default '',
  last_name      text,
  first_name     text,
  middle_name    text,
  birth_on       date,
  tax_number     text,
  -- active: has service; prospect: not yet; left: had it, and left.
  status         text        not null default 'active'
                 check (status in ('prospect', 'active', 'suspended', 'left')),
  customer_since date,
  left_on        date,
  external_id    text,
  note           text        not null default '',
  attributes     jsonb       not null default '{}',
  owner_staff_id bigint,
  team_id        bigint,
  -- A merged subscriber keeps its rows and points at the one it became; the root is the last of
  -- that chain. Lists show roots; readers ask for the cluster's ids first.
  merged_into_id bigint      references subscribers,
  root_id        bigint      not null,
  import_id      bigint,
  version        integer     not null default 1,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  erased_at      timestamptz,
  check ((merged_into_id is null) = (root_id = id))
);
create index subscribers_root      on subscribers (root_id) where merged_into_id is not null;
create index subscribers_name      on subscribers (display_name, id) where merged_into_id is null;
create index subscribers_status    on subscribers (status, display_name, id) where merged_into_id is null;
create index subscribers_since     on subscribers (customer_since, id) where merged_into_id is null;
create index subscribers_created   on subscribers (created_at, id) where merged_into_id is null;
create unique index subscribers_external on subscribers (external_id) where external_id is not null;
create index subscribers_import    on subscribers (import_id) where import_id is not null;
create index subscribers_owner     on subscribers (owner_staff_id) where owner_staff_id is not null;
create index subscribers_team      on subscribers (team_id) where team_id is not null;

-- People through whom one talks with a subscriber.
create table contact_persons (
  id            bigint generated always as identity primary key,
  subscriber_id bigint      not null references subscribers,
  name          text        not null,
  role          text        not null check (role in ('head', 'accountant', 'technical', 'family', 'other')),
  birth_on      date,
  note          text        not null default '',
  created_at    timestamptz not null,
  removed_at    timestamptz
);
create index contact_persons_subscriber on contact_persons (subscriber_id);

-- Every way to reach a subscriber, normalised: phones in E.164, e-mails in lower case.
create table contacts (
  id                bigint generated always as identity primary key,
  subscriber_id     bigint      not null references subscribers,
  contact_person_id bigint      references contact_persons,
  kind              text        not null
                    check (kind in ('phone', 'email', 'telegram', 'vk', 'whatsapp', 'max')),
  value             text        not null,
  extension         text,
  label             text        not null default '',
  is_primary        boolean     not null default false,
  import_id         bigint,
  created_at        timestamptz not null,
  removed_at        timestamptz
);
create index contacts_subscriber on contacts (subscriber_id) where removed_at is null;
-- Serves recognition of a caller and the search for duplicates.
create index contacts_value      on contacts (kind, value) where removed_at is null;
create index contacts_import     on contacts (import_id) where import_id is not null;

create table documents (
  id            bigint generated always as identity primary key,
  subscriber_id bigint      not null references subscribers,
  kind          text        not null
                check (kind in ('passport', 'contract', 'power_of_attorney', 'registration', 'other')),
  number        text        not null default '',
  issued_on     date,
  issued_by     text        not null default '',
  file_id       bigint      references files,
  import_id     bigint,
  created_at    timestamptz not null,
  removed_at    timestamptz
);
create index documents_subscriber on documents (subscriber_id) where removed_at is null;
create index documents_number     on documents (number) where number <> '' and removed_at is null;

create table streets (
  id        bigint generated always as identity primary key,
  city      text   not null,
  kind      text   not null default '',
  name      text   not null,
  -- Folded city and name without kind: what a typed street is matched with.
  key       text   not null,
  import_id bigint,
  unique (key, kind)
);

create table buildings (
  id                bigint generated always as identity primary key,
  street_id         bigint  not null references streets,
  number            text    not null,
  is_private_sector boolean not null default false,
  technology        text    check (technology in ('ftth', 'ethernet', 'docsis', 'dsl', 'wireless')),
  district          text    not null default '',
  import_id         bigint,
  unique (street_id, number)
);

create table premises (
  id          bigint generated always as identity primary key,
  building_id bigint not null references buildings,
  -- Empty for a house.
  flat        text   not null default '',
  import_id   bigint,
  unique (building_id, flat)
);

create table service_addresses (
  id            bigint generated always as identity primary key,
  subscriber_id bigint      not null references subscribers,
  premise_id    bigint      references premises,
  -- As it was written, where it could not be understood.
  raw_text      text        not null default '',
  label         text        not null default '',
  is_primary    boolean     not null default false,
  import_id     bigint,
  created_at    timestamptz not null,
  removed_at    timestamptz,
  check (premise_id is not null or raw_text <> '')
);
create index service_addresses_subscriber on service_addresses (subscriber_id) where removed_at is null;
create index service_addresses_premise    on service_addresses (premise_id) where removed_at is null;

-- Needs, wishes and bad experiences, each with the day until which it counts as fresh.
create table needs (
  id             bigint generated always as identity primary key,
  subscriber_id  bigint      not null references subscribers,
  kind           text        not null check (kind in ('need', 'wish', 'bad_experience', 'life_event')),
  text           text        not null,
  source         text        not null default '',
  noted_by       bigint      references staff,
  noted_at       timestamptz not null,
  fresh_until    date        not null,
  confirmed_at   timestamptz not null,
  closed_at      timestamptz,
  closed_reason  text
);
create index needs_subscriber on needs (subscriber_id) where closed_at is null;
create index needs_stale      on needs (fresh_until) where closed_at is null;

-- Append-only: the newest row of a channel and purpose holds.
create table consents (
  id            bigint generated always as identity primary key,
  subscriber_id bigint      not null references subscribers,
  channel       text        not null
                check (channel in ('phone', 'sms', 'email', 'messenger', 'post', 'any')),
  purpose       text        not null
                check (purpose in ('service', 'advertising', 'research', 'personal_data', 'third_parties')),
  is_granted    boolean     not null,
  source        text        not null,
  proof         text        not null default '',
  recorded_by   bigint      references staff,
  recorded_at   timestamptz not null
);
create index consents_subscriber on consents (subscriber_id, channel, purpose, recorded_at desc);
create trigger consents_append_only before update on consents
  for each row execute function refuse_change();

create table households (
  id         bigint generated always as identity primary key,
  kind       text        not null check (kind in ('household', 'holding')),
  name       text        not null,
  created_at timestamptz not null,
  closed_at  timestamptz
);

create table household_members (
  household_id  bigint      not null references households,
  subscriber_id bigint      not null references subscribers,
  role          text        not null default '',
  joined_at     timestamptz not null,
  primary key (household_id, subscriber_id)
);
create index household_members_subscriber on household_members (subscriber_id);

-- A merge is a pointer with an overlay: the fields chosen from the one that was merged away.
create table subscriber_merges (
  id          bigint generated always as identity primary key,
  from_id     bigint      not null references subscribers,
  into_id     bigint      not null references subscribers,
  -- Chosen fields and what stood in them before, to be put back.
  overlay     jsonb       not null default '{}',
  merged_by   bigint      references staff,
  merged_at   timestamptz not null,
  undone_by   bigint      references staff,
  undone_at   timestamptz
);
create index subscriber_merges_into on subscriber_merges (into_id) where undone_at is null;
create unique index subscriber_merges_from on subscriber_merges (from_id) where undone_at is null;

-- Pairs that look like one person: found in the base, judged by a human.
create table duplicate_pairs (
  first_id   bigint      not null references subscribers,
  second_id  bigint      not null references subscribers,
  score      real        not null,
  reasons    text[]      not null,
  state      text        not null default 'open' check (state in ('open', 'merged', 'different')),
  found_at   timestamptz not null,
  judged_by  bigint      references staff,
  judged_at  timestamptz,
  primary key (first_id, second_id),
  check (first_id < second_id)
);
create index duplicate_pairs_open on duplicate_pairs (score desc, first_id, second_id) where state = 'open';
create index duplicate_pairs_second on duplicate_pairs (second_id);
