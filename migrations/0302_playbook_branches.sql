-- What is said in a branch of the save desk is a question; each answer leads to the next words.
alter table leaving_reasons add column answers jsonb not null default '[]'
  check (jsonb_typeof(answers) = 'array');
