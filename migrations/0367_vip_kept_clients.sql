-- vip: an account that an import takes back is not kept for who was counted by it.
alter table vip_clients drop constraint vip_clients_account_id_fkey;

-- What stood at a client who was merged into another, and at the other, for when they are set apart.
create table vip_merged_clients (
  id      bigint not null primary key references subscribers,
  root_id bigint not null references subscribers,
  own     jsonb  not null,
  -- As the root stood before; null where they were no client.
  root    jsonb
);
create index vip_merged_clients_root on vip_merged_clients (root_id);

-- Who leaves with a gift still planned is told of once.
alter table vip_gifts add column left_told_on date;

-- By what way clients are written to first; null for whichever they use.
alter table vip_greeting_settings add column way text
  check (way in ('email', 'telegram', 'vk'));
create index vip_greetings_message on vip_greetings (outgoing_message_id)
  where outgoing_message_id is not null;
create index vip_gifts_open on vip_gifts (subscriber_id) where state in ('proposed', 'approved');
