-- What somebody typed into a list's filter belongs to no subscriber; an erasure looks through all of
-- it for the person's names and numbers.
create index personal_history_of_nobody on personal_history (recorded_at)
  where subscriber_id is null;
