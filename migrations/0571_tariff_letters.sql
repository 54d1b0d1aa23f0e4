-- By which letter somebody was told that their tariff for friends ends: one that never left told
-- them nothing.
alter table friend_tariffs add column outgoing_message_id bigint references outgoing_messages (id);

create index friend_tariffs_message on friend_tariffs (outgoing_message_id)
  where outgoing_message_id is not null;
