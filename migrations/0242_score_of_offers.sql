-- How likely they were to leave by the nightly score when an offer was answered: by it is learnt how
-- often it keeps whom. Nothing: they had no score.
alter table case_offers add column leave_chance double precision
  check (leave_chance between 0 and 1);
