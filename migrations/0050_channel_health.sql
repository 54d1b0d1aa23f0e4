-- channels: what came by each channel lately, and how far it has got.
create index raw_messages_of_channel on raw_messages (channel_id, received_at desc);
-- What the provider said still waits with it for us, and when; null where it does not say.
alter table channels add column waiting_there integer;
alter table channels add column looked_at timestamptz;
