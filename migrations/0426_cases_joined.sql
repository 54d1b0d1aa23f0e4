-- What a case that goes on with another's wishes has from where: a merge may be undone.
alter table case_wishes add from_case_id bigint references retention_cases;
alter table port_notices add from_case_id bigint references retention_cases;
create index case_wishes_from on case_wishes (from_case_id) where from_case_id is not null;
create index port_notices_from on port_notices (from_case_id) where from_case_id is not null;

create table case_joins (
  case_id        bigint      primary key references retention_cases,
  into_id        bigint      not null references retention_cases,
  joined_at      timestamptz not null,
  -- How the one that goes on stood before.
  had_reason_id  bigint      references leaving_reasons,
  was_angry      boolean     not null,
  was_repeated   boolean     not null,
  was_spoken_at  timestamptz,
  check (case_id <> into_id)
);
create index case_joins_into on case_joins (into_id);
