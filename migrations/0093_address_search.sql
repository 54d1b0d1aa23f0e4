-- Streets are found as they sound, in Latin letters whatever they were typed in. One rule for what
-- is kept and for what is typed; takes a folded text. The usual romanisations become one spelling.
create function address_sound(folded text) returns text
language sql immutable strict parallel safe as $$
  select regexp_replace(
         regexp_replace(
         regexp_replace(
         regexp_replace(
         replace(replace(replace(replace(replace(replace(
         regexp_replace(
         replace(replace(replace(replace(replace(replace(replace(
         translate(folded, 'абвгдезийклмнопрстуфхыэіїєґў|jywqьъ', 'abvgdeziiklmnoprstufhieiiegu iivk'),
         'ж', 'zh'), 'ц', 'ts'), 'ч', 'ch'), 'ш', 'sh'), 'щ', 'sh'), 'ю', 'iu'), 'я', 'ia'),
         's(hc|c)h|shh', 'sh', 'g'),
         'kh', 'h'), 'ph', 'f'), 'tz', 'ts'), 'cz', 'ts'), 'ck', 'k'), 'x', 'ks'),
         'c(?=[ei])', 'ts', 'g'),
         'c(?!h)', 'k', 'g'),
         'i+([eou])', '\1', 'g'),
         '([a-z])\1+', '\1', 'g')
$$;

alter table streets
  add column sound text not null generated always as (address_sound(key)) stored;
create index streets_sound on streets using gin (sound public.gin_trgm_ops);

-- What a street was called before: people know it for years after.
create table street_former_names (
  id         bigint generated always as identity primary key,
  street_id  bigint      not null references streets on delete cascade,
  name       text        not null,
  -- Folded city and name, as of a street.
  key        text        not null,
  sound      text        not null generated always as (address_sound(key)) stored,
  -- When it was called so; empty where nobody knows.
  from_on    date,
  until_on   date,
  created_at timestamptz not null,
  unique (street_id, key)
);
create index street_former_names_sound on street_former_names using gin (sound public.gin_trgm_ops);
