-- Whose an imported ticket was said to be, where no subscriber was found for it: apart from its
-- words, so that it is told to the person and forgotten with him.
create table ticket_signs (
  ticket_id bigint not null references tickets,
  -- phone and email as contacts have them, a name and others as written.
  kind      text not null
            check (kind in ('account', 'contract', 'phone', 'email', 'name', 'other')),
  value     text not null check (value <> ''),
  primary key (ticket_id, kind, value)
);
create index ticket_signs_value on ticket_signs (kind, value);
