-- channels: VK communities beside mailboxes and Telegram bots.
alter table channels drop constraint channels_kind_check;
alter table channels add constraint channels_kind_check
  check (kind in ('email', 'telegram', 'vk'));
alter table raw_messages drop constraint raw_messages_channel_check;
alter table raw_messages add constraint raw_messages_channel_check
  check (channel in ('site_form', 'email', 'telegram', 'vk'));

-- Since when nobody knows whether it was taken: a messenger that takes keys knows one again for an
-- hour only.
alter table outgoing_messages add column unsure_since timestamptz;
