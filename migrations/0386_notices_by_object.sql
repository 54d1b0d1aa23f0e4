-- Notices are found by what they tell of, whatever they tell.
alter table payment_notices
  add constraint payment_notices_source_id_object_id_event_key unique (source_id, object_id, event),
  drop constraint payment_notices_source_id_event_object_id_key;
