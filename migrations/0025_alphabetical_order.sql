-- Names stand in the order of the Russian alphabet: Ё beside Е, capitals beside small letters,
-- Cyrillic before Latin. The indexes that begin with a name are built anew by this.
alter table subscribers alter column display_name type text collate "ru-x-icu";

-- The indexes of fast attributes that are texts stand on the expression by which lists sort.
do $$
declare
  fast record;
begin
  for fast in
    select id, key from attribute_definitions
    where  entity = 'subscribers' and type = 'text' and index_state = 'ready'
  loop
    execute format('drop index if exists attribute_%s', fast.id);
    execute format(
      'create index attribute_%s on subscribers (((attributes ->> %L) collate "ru-x-icu"), id)'
      ' where merged_into_id is null', fast.id, fast.key);
  end loop;
end $$;
