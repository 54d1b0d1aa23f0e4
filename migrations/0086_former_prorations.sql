-- How months gone by were counted, so that what comes late for one is counted as the month was.
-- Each month is of the first row through it; of none, what is set now.
create table former_prorations (
  through_month date primary key,
  proration     text not null check (proration in ('day', 'second'))
);
