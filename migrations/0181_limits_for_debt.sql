-- A debt may limit the service before it suspends it; and an operator's own calendar may say on
-- which days nobody is limited or suspended.
create table service_limits (
  account_id bigint      primary key references accounts,
  began_at   timestamptz not null
);
alter table dunning_deeds drop constraint dunning_deeds_what_check;
alter table dunning_deeds add constraint dunning_deeds_what_check
  check (what in ('remind', 'offer', 'limit', 'suspend'));
alter table billing_settings add column rest_calendar_id bigint references calendars;
