-- tickets: what work is about; an administrator keeps the list.
create table ticket_categories (
  id          bigint generated always as identity primary key,
  name        text        not null unique,
  -- What a new ticket of it begins with.
  team_id     bigint      references teams,
  priority    text        not null default 'normal'
              check (priority in ('low', 'normal', 'high', 'urgent')),
  position    integer     not null default 0,
  created_at  timestamptz not null,
  archived_at timestamptz
);
insert into ticket_categories (name, created_at)
select distinct coalesce(nullif(category, ''), '—'), now() from tickets;

-- A ticket's number is its id. Its state says whose turn it is.
alter table tickets drop constraint tickets_state_check;
alter table tickets
  add column category_id        bigint references ticket_categories,
  add column account_id         bigint references accounts,
  add column service_address_id bigint references service_addresses,
  add column description        text    not null default '',
  add column priority           text    not null default 'normal'
                                check (priority in ('low', 'normal', 'high', 'urgent')),
  -- The date that is waited for, in state waiting.
  add column waits_until        timestamptz,
  add column owner_staff_id     bigint references staff,
  add column team_id            bigint references teams,
  add column attributes         jsonb   not null default '{}',
  add column created_by         bigint references staff,
  add column updated_at         timestamptz,
  add column version            integer not null default 1;
update tickets t
set    category_id = c.id, updated_at = coalesce(t.closed_at, t.opened_at),
       state = case t.state when 'open' then 'ours' when 'waiting' then 'theirs' else 'done' end
from   ticket_categories c
where  c.name = coalesce(nullif(t.category, ''), '—');
alter table tickets
  drop column number,
  drop column category,
  alter column category_id set not null,
  alter column updated_at set not null,
  add constraint tickets_state_check check (state in ('ours', 'theirs', 'waiting', 'done')),
  add constraint tickets_waits_check check ((state = 'waiting') = (waits_until is not null));

drop index tickets_open;
create index tickets_opened   on tickets (opened_at, id);
create index tickets_state    on tickets (state, id);
create index tickets_priority on tickets (priority, id);
create index tickets_category on tickets (category_id, id);
create index tickets_owner    on tickets (owner_staff_id, id);
create index tickets_team     on tickets (team_id, id);
create index tickets_account  on tickets (account_id) where account_id is not null;
-- Serves the sweep over dates that have come.
create index tickets_waits    on tickets (waits_until) where state = 'waiting';

-- Who wants to hear of a ticket besides whoever has it.
create table ticket_watchers (
  ticket_id bigint not null references tickets,
  staff_id  bigint not null references staff,
  primary key (ticket_id, staff_id)
);

create table ticket_conversations (
  ticket_id       bigint      not null references tickets,
  conversation_id bigint      not null references conversations,
  linked_at       timestamptz not null,
  primary key (ticket_id, conversation_id)
);
create index ticket_conversations_other on ticket_conversations (conversation_id, ticket_id);

-- What colleagues wrote on it; told is what the subscriber was told, in whatever way.
create table ticket_notes (
  id              bigint generated always as identity primary key,
  ticket_id       bigint      not null references tickets,
  kind            text        not null default 'note' check (kind in ('note', 'told')),
  author_staff_id bigint      references staff,
  text            text        not null,
  created_at      timestamptz not null
);
create index ticket_notes_ticket on ticket_notes (ticket_id, id);

create table ticket_files (
  note_id bigint not null references ticket_notes,
  file_id bigint not null unique references files,
  primary key (note_id, file_id)
);
