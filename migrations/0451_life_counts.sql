-- reports: of accounts connected in a month, how many left after so many months, and how many were
-- here still when they were last looked at.
create table life_counts (
  dimension text   not null,
  value     text   not null,
  -- The month of connection.
  cohort    date   not null,
  -- Whole months from connection to the day of leaving, or to the last day counted.
  months    int    not null check (months >= 0),
  gone      bigint not null,
  here      bigint not null,
  primary key (dimension, value, cohort, months)
);
