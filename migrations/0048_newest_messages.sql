-- search: of words that many messages hold, the newest are read first and no others.
create index search_messages_newest on search_messages (happened_at desc);
