-- conversations: what an erasure finds by a phone, an address or an account alone.
create index calls_phone on calls (phone) where phone <> '';
create index conversations_unrecognised on conversations (sender)
  where subscriber_id is null and sender <> '';
create index conversations_of_account on conversations (lower(contact_draft ->> 'account'))
  where subscriber_id is null;
