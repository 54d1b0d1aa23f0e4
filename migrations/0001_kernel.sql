-- What every domain stands on. Everything is made in the operator's schema (search_path), so that
-- many operators live in one database; only extensions stand in public.

create extension if not exists pg_trgm with schema public;

-- The one append-only journal. A row says that something happened, by ids and facts; nothing
-- personal stands here. Partitioned by the month of recording; the default partition only
-- catches what no month was made for, so that an event is never refused.
create table events (
  id             bigint generated always as identity,
  recorded_at    timestamptz not null,
  occurred_at    timestamptz not null,
  type           text        not null,
  subject_kind   text        not null,
  subject_id     bigint      not null,
  subscriber_id  bigint,
  actor_kind     text        not null,
  actor_staff_id bigint,
  facts          jsonb       not null default '{}',
  -- The writing transaction. Readers take only what is older than every open transaction, so a
  -- transaction begun first and committed last is never skipped. History brought in has none.
  transaction_id xid8 default pg_current_xact_id(),
  primary key (recorded_at, id)
) partition by range (recorded_at);

create table events_default partition of events default;

-- Serves the timeline of a subscriber, newest first.
create index events_timeline on events (subscriber_id, occurred_at desc, id desc)
  where subscriber_id is not null;
-- Serves readers that follow the journal.
create index events_feed on events (transaction_id, id) where transaction_id is not null;
-- Serves the history of one ticket, conversation, import, role …; a subscriber's own history that
-- was brought in is read by events_timeline alone.
create index events_subject on events (subject_kind, subject_id, id desc)
  where subscriber_id is null or transaction_id is not null;
-- Serves "what did this person of the staff do, and whose data did they look at".
create index events_actor on events (actor_staff_id, recorded_at desc)
  where actor_staff_id is not null;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;

create trigger events_append_only before update or delete on events
  for each row execute function refuse_change();

-- Former names, phones and words that events speak of. Erasing a person's data purges it here.
create table personal_history (
  event_id      bigint      primary key,
  subscriber_id bigint,
  recorded_at   timestamptz not null,
  details       jsonb       not null
);
create index personal_history_subscriber on personal_history (subscriber_id)
  where subscriber_id is not null;

-- How far each reader of the journal has come.
create table event_cursors (
  reader         text primary key,
  transaction_id xid8   not null default '0',
  event_id       bigint not null default 0
);

-- Answers to writes, by the key the caller chose: the same key gets the same answer.
create table idempotency_keys (
  caller       text        not null,
  key          text        not null,
  route        text        not null,
  request_hash text        not null,
  answer       jsonb,
  created_at   timestamptz not null,
  primary key (caller, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);

create table operator_profile (
  is_only    boolean primary key default true check (is_only),
  name       text not null,
  time_zone  text not null,
  currency   text not null,
  country    text not null,
  city_code  text,
  language   text not null check (language in ('ru', 'en')),
  settings   jsonb not null default '{}'
);
insert into operator_profile (name, time_zone, currency, country, language)
values ('Берег', 'Europe/Moscow', 'RUB', 'RU', 'ru');

-- Files kept outside the database: uploads, recordings, documents.
create table files (
  id            bigint generated always as identity primary key,
  key           text        not null unique,
  name          text        not null,
  content_type  text        not null,
  size_bytes    bigint      not null,
  sha256        text        not null,
  subscriber_id bigint,
  created_at    timestamptz not null,
  erased_at     timestamptz
);
create index files_subscriber on files (subscriber_id) where subscriber_id is not null;

-- One document of words for each thing that can be found, by kind. kernel/search folds names and
-- identifiers into lexemes; typing finds them through the words' own table, which bears slips. The
-- index keeps little back unsorted, for a search reads through all of that.
create table search_entries (
  kind           text        not null,
  ref_id         bigint      not null,
  subscriber_id  bigint,
  owner_staff_id bigint,
  team_id        bigint,
  title          text        not null,
  subtitle       text        not null default '',
  happened_at    timestamptz not null,
  words          tsvector    not null,
  primary key (kind, ref_id)
) partition by list (kind);

create table search_subscribers    partition of search_entries for values in ('subscriber');
create table search_conversations  partition of search_entries for values in ('conversation');
create table search_tickets        partition of search_entries for values in ('ticket');
create table search_others         partition of search_entries default;

create index search_entries_words on search_entries using gin (words) with (gin_pending_list_limit = 512);
create index search_entries_of    on search_entries (subscriber_id) where subscriber_id is not null;

-- Words of messages, by month: searched from the newest month back, until enough is found.
create table search_messages (
  ref_id         bigint      not null,
  subscriber_id  bigint,
  owner_staff_id bigint,
  team_id        bigint,
  title          text        not null,
  subtitle       text        not null default '',
  happened_at    timestamptz not null,
  words          tsvector    not null,
  primary key (ref_id, happened_at)
) partition by range (happened_at);

create table search_messages_default partition of search_messages default;

create index search_messages_words on search_messages using gin (words) with (gin_pending_list_limit = 512);
create index search_messages_of    on search_messages (subscriber_id) where subscriber_id is not null;

-- Distinct words with how many entries carry each, roughly: what a mistyped word is compared with.
create table search_words (
  word    text   primary key,
  entries bigint not null default 1
);
create index search_words_similar on search_words using gin (word public.gin_trgm_ops);
-- Serves the commonest words that begin with what was typed.
create index search_words_prefix  on search_words (word text_pattern_ops, entries);
