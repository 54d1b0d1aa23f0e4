-- A call that is passed on has a recording of each part. What was erased has no name any more, and
-- is found by its call, so that nothing more is kept of it.
alter table call_recordings drop constraint call_recordings_channel_id_linked_id_key;
create index call_recordings_call on call_recordings (channel_id, linked_id);
create unique index call_recordings_named on call_recordings (channel_id, linked_id, name)
  where state <> 'erased';

update calls
set    told = (told - 'recording') || jsonb_build_object('recordings',
         jsonb_build_object(told -> 'recording' ->> 'name', told -> 'recording' -> 'at'))
where  told ? 'recording';
