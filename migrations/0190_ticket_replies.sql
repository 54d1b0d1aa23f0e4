-- What was written to the subscriber from a ticket, by a person, a macro or a rule, points at the
-- message by which it went.
alter table ticket_notes add column message_id bigint references messages (id);
create index ticket_notes_message on ticket_notes (message_id) where message_id is not null;

alter table ticket_macros drop constraint ticket_macros_note_kind_check;
alter table ticket_macros
  add constraint ticket_macros_note_kind_check check (note_kind in ('note', 'told', 'reply'));

alter table ticket_rules add column note_kind text not null default 'note'
  constraint ticket_rules_note_kind_check check (note_kind in ('note', 'reply'));
