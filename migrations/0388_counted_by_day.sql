-- tickets, conversations: what happened since a day is counted by subscriber out of the index alone.
drop index tickets_opened;
create index tickets_opened on tickets (opened_at, id) include (subscriber_id, merged_into_id);
drop index conversations_opened;
create index conversations_opened on conversations (opened_at, id)
  include (subscriber_id, merged_into_id);
