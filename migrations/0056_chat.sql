-- A chat window on the operator's site: a visitor is known by a secret that the browser keeps.
alter table channels drop constraint channels_kind_check;
alter table channels add constraint channels_kind_check
  check (kind in ('email', 'telegram', 'vk', 'chat', 'asterisk', 'telephony'));
alter table raw_messages drop constraint raw_messages_channel_check;
alter table raw_messages add constraint raw_messages_channel_check
  check (channel in ('site_form', 'email', 'telegram', 'vk', 'chat', 'call'));

create table chat_visitors (
  id           bigint generated always as identity primary key,
  channel_id   bigint not null references channels,
  token_sha256 text not null,
  created_at   timestamptz not null,
  unique (channel_id, token_sha256)
);
