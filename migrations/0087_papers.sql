-- Who gives the service, as its papers say it.
create table seller_details (
  only_one              boolean primary key default true check (only_one),
  name                  text not null default '',
  tax_number            text not null default '',
  -- КПП: why a firm is registered with a tax office; a sole trader has none.
  tax_reason_code       text not null default '',
  registration_number   text not null default '',
  address               text not null default '',
  phone                 text not null default '',
  bank_name             text not null default '',
  bank_code             text not null default '',
  bank_account          text not null default '',
  correspondent_account text not null default '',
  director_post         text not null default '',
  director              text not null default '',
  accountant            text not null default '',
  -- On which day of a month the acts of the one before are made by themselves; null: by hand only.
  acts_on_day           smallint check (acts_on_day between 1 and 28),
  version               integer not null default 1
);
insert into seller_details default values;

-- How much of a price is tax from a day on; null: the operator pays none.
create table vat_rates (
  from_on date     primary key,
  percent smallint check (percent in (5, 7, 10, 20, 22))
);

-- Who pays for an account, as papers say it, where the subscriber's record does not tell enough.
create table payer_details (
  account_id          bigint primary key references accounts,
  name                text not null default '',
  tax_number          text not null default '',
  tax_reason_code     text not null default '',
  registration_number text not null default '',
  address             text not null default '',
  version             integer not null default 1
);

-- The last number given of each kind and year: whoever makes papers holds the row, so no number is
-- left out and none is given twice.
create table paper_numbers (
  kind text    not null,
  year integer not null,
  last integer not null,
  primary key (kind, year)
);

-- Acts of a month for all organisations.
create table act_runs (
  id                 bigint  generated always as identity primary key,
  month              date    not null,
  -- Null: by the clock.
  started_by         bigint  references staff,
  started_at         timestamptz not null,
  -- All accounts up to this one are done.
  through_account_id bigint  not null default 0,
  made               integer not null default 0,
  corrected          integer not null default 0,
  finished_at        timestamptz
);
create unique index act_runs_unfinished on act_runs ((true)) where finished_at is null;
create index act_runs_month on act_runs (month, started_at desc);
create index act_runs_started on act_runs (started_at desc, id desc);

-- What was given out, with everything that stands on it: the file is made from this row alone, so
-- it is the same whenever it is asked for. The account is not referenced, for an import that is
-- undone removes it, not its papers.
create table papers (
  id           bigint generated always as identity primary key,
  kind         text   not null check (kind in ('statement', 'invoice', 'act', 'corrective_act')),
  number       text   not null,
  account_id   bigint not null,
  dated_on     date   not null,
  from_on      date,
  -- Both days are part of the period.
  to_on        date,
  currency     text   not null,
  -- What is to be paid; what was served, or by how much more or less; what stands at the end.
  amount_minor bigint not null,
  language     text   not null check (language in ('ru', 'en')),
  seller       jsonb  not null,
  payer        jsonb  not null,
  content      jsonb  not null,
  -- The act that a corrective one is of.
  corrects_id  bigint references papers,
  run_id       bigint references act_runs,
  made_at      timestamptz not null,
  made_by      bigint references staff,
  unique (kind, number),
  check ((kind = 'corrective_act') = (corrects_id is not null)),
  check (to_on >= from_on)
);
create index papers_account on papers (account_id, id desc);
create unique index papers_act on papers (account_id, from_on) where kind = 'act';
create index papers_corrects on papers (corrects_id) where corrects_id is not null;
-- An erasure takes the payer, and words in the content.
create trigger papers_append_only
  before update of kind, number, account_id, dated_on, from_on, to_on, currency, amount_minor,
                   language, seller, corrects_id, run_id, made_at, made_by or delete on papers
  for each row execute function refuse_change();
create trigger papers_never_emptied before truncate on papers
  for each statement execute function refuse_change();
