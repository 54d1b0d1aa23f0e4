-- channels: exchanges in somebody's cloud, which tell of calls by calling us.
alter table channels drop constraint channels_kind_check;
alter table channels add constraint channels_kind_check
  check (kind in ('email', 'telegram', 'vk', 'asterisk', 'telephony'));
-- Serves the nightly deletion of what exchanges have told.
create index raw_messages_calls on raw_messages (understood_at) where channel = 'call';
