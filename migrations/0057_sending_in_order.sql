-- channels: of one chat nothing overtakes what was said before it.
create index outgoing_messages_in_chat on outgoing_messages (channel_id, recipient, id)
  where state in ('waiting', 'sending');
