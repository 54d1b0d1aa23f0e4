-- conversations: some messages of one become a conversation of their own.
create table conversation_splits (
  id         bigint      generated always as identity primary key,
  from_id    bigint      not null references conversations,
  into_id    bigint      not null unique references conversations,
  -- A human had touched the one already: the contact is counted there alone.
  is_touched boolean     not null,
  split_by   bigint      references staff,
  split_at   timestamptz not null,
  undone_by  bigint      references staff,
  undone_at  timestamptz
);
create index conversation_splits_from on conversation_splits (from_id);

create table conversation_split_messages (
  split_id   bigint  not null references conversation_splits,
  message_id bigint  not null references messages,
  -- Where it stood before, and stands again when the split is taken back.
  former_id  bigint  not null references conversations,
  -- That one was opened by it.
  has_opened boolean not null,
  primary key (split_id, message_id)
);
create index conversation_split_messages_message on conversation_split_messages (message_id);

-- tickets: some notes of one become a ticket of their own.
create table ticket_splits (
  id        bigint      generated always as identity primary key,
  from_id   bigint      not null references tickets,
  into_id   bigint      not null unique references tickets,
  split_by  bigint      references staff,
  split_at  timestamptz not null,
  undone_by bigint      references staff,
  undone_at timestamptz
);
create index ticket_splits_from on ticket_splits (from_id);

create table ticket_split_notes (
  split_id  bigint not null references ticket_splits,
  note_id   bigint not null references ticket_notes,
  former_id bigint not null references tickets,
  primary key (split_id, note_id)
);
create index ticket_split_notes_note on ticket_split_notes (note_id);

-- conversations: two that are about one thing; the lower id stands first.
create table conversation_links (
  one_id    bigint      not null references conversations,
  other_id  bigint      not null references conversations,
  linked_at timestamptz not null,
  primary key (one_id, other_id),
  check (one_id < other_id)
);
create index conversation_links_other on conversation_links (other_id);
