-- billing: when an account was last late, apart from since when it is looked at: of one that never
-- was, the day on which it was opened is no day of being late.
alter table trust_limits add column late_ended_on date;
update trust_limits set late_ended_on = careful_since;
