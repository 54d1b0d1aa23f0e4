-- quality: a call is recorded in parts, and a second is one of a part; of older notes, of the first.
alter table quality_notes
  add column recording_id bigint references call_recordings on delete set null,
  add check (recording_id is null or call_id is not null);
