-- By what message a code left, so that an erasure finds it wherever it went.
alter table sent_codes
  add column outgoing_message_id bigint references outgoing_messages (id);
create index sent_codes_subscriber on sent_codes (subscriber_id);
