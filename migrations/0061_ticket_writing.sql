-- work: whoever watches a record is told of it where those called by name are.
alter table mentions
  -- Called by name in a note; else what happened to what one watches, or was given.
  add column reason text not null default 'named'
             check (reason in ('named', 'noted', 'told', 'turned', 'passed_on', 'given')),
  -- Nobody's, where the program itself did it.
  alter column by_staff_id drop not null,
  -- The note in which it stands; none of news.
  alter column source_id drop not null;
create index mentions_news on mentions (entity, entity_id, staff_id)
  where reason <> 'named' and seen_at is null;
