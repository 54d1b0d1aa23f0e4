-- loyalty: whoever takes part sees their points on a page of their own, whose link is sent to them.
alter table loyalty_members
  add column page_key text not null unique default replace(gen_random_uuid()::text, '-', '');

create table page_sendings (
  id                  bigint      generated always as identity primary key,
  subscriber_id       bigint      not null references subscribers,
  way                 text        not null check (way in ('email', 'telegram', 'vk')),
  outgoing_message_id bigint      not null unique references outgoing_messages,
  sent_at             timestamptz not null,
  sent_by             bigint      references staff
);
create index page_sendings_subscriber on page_sendings (subscriber_id, id);
