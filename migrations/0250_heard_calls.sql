-- retention: what was written down after a call is heard once, and moves with whose call it was.
alter table case_wishes add column attempt_id bigint unique references call_attempts;
