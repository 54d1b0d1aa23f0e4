-- From whom proactive extras are withheld, so that their effect can be seen.
create table trial_settings (
  only_one boolean not null default true primary key check (only_one),
  -- Nobody who knows a subscriber's number can tell by it whether they are held out.
  salt bytea not null check (length(salt) = 32),
  -- Of a thousand subscribers so many are never given extras, whatever the list.
  control_per_mille smallint not null default 15 check (control_per_mille between 10 and 20),
  -- Of a list so many of a hundred are held out.
  hold_percent smallint not null default 15 check (hold_percent between 10 and 20),
  version integer not null default 1
);
insert into trial_settings (salt)
values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
