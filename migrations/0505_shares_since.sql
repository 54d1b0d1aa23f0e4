-- retention: since which day chance withholds from as many as now.
alter table trial_settings add column shares_since date;
