-- When the other side has read what we wrote, where its messenger tells.
alter table outgoing_messages add column read_at timestamptz;
