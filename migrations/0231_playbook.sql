-- retention: what is said to whoever wants to leave, branch by branch; and by what the save desk
-- opens a repair and proposes an apology.
alter table leaving_reasons add column words text not null default '';

create table save_desk_settings (
  only_one           boolean not null default true primary key check (only_one),
  -- Said first, before anybody knows why.
  opening_words      text    not null default '',
  -- None: the operator's first.
  repair_category_id bigint  references ticket_categories,
  apology_reason_id  bigint  references correction_reasons,
  version            integer not null default 1
);
