-- retention: who falls silent, or just stops paying, becomes a case by rule.
create table leaving_signs (
  kind    text    primary key check (kind in ('stopped_paying', 'silent')),
  is_on   boolean not null default false,
  days    integer not null check (days between 1 and 365),
  version integer not null default 1
);
insert into leaving_signs (kind, days) values ('stopped_paying', 10), ('silent', 21);
