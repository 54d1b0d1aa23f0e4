-- retention: since which day chance withholds from as many as now: of the control, and of any trial.
alter table trial_settings add column control_since date, add column shares_since date;
