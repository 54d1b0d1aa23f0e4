-- How likely subscribers are to leave: what is learnt, which of it is in force, what it says.

create table risk_settings (
  only_one boolean not null default true primary key check (only_one),
  -- Who leaves sooner than so many days after a moment could not be kept any more.
  gap_days smallint not null default 7 check (gap_days between 0 and 30),
  discount_percent smallint not null default 20 check (discount_percent between 0 and 100),
  value_months smallint not null default 36 check (value_months between 12 and 36),
  -- What is left of a fee where a product's cost is not known.
  margin_percent smallint not null default 40 check (margin_percent between 1 and 100),
  version integer not null default 1
);
insert into risk_settings default values;

create table risk_versions (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('model', 'scorecard')),
  made_at timestamptz not null,
  made_by bigint references staff (id),
  quality jsonb not null,
  -- What scores: the learnt functions and all that goes with them.
  body bytea not null
);

-- What is in force is what was activated last.
create table risk_activations (
  id bigint generated always as identity primary key,
  version_id bigint not null references risk_versions (id),
  activated_at timestamptz not null,
  activated_by bigint references staff (id),
  reason text not null default ''
);

create table risk_trainings (
  id bigint generated always as identity primary key,
  state text not null default 'waiting'
    check (state in ('waiting', 'running', 'done', 'cancelled', 'failed')),
  step text not null default 'waiting',
  progress smallint not null default 0 check (progress between 0 and 100),
  asked_at timestamptz not null,
  asked_by bigint references staff (id),
  cancel_asked_at timestamptz,
  ended_at timestamptz,
  version_id bigint references risk_versions (id),
  trouble text,
  check ((ended_at is null) = (state in ('waiting', 'running')))
);
create unique index risk_trainings_one on risk_trainings ((true)) where ended_at is null;

create table risk_scores (
  -- The subscriber's.
  id bigint not null primary key references subscribers (id),
  version_id bigint not null references risk_versions (id),
  scored_at timestamptz not null,
  chance_30 numeric(6, 5) not null check (chance_30 between 0 and 1),
  chance_60 numeric(6, 5) not null check (chance_60 between 0 and 1),
  chance_90 numeric(6, 5) not null check (chance_90 between 0 and 1),
  -- Of the next 36 months.
  lifetime_months real not null,
  margin_minor bigint not null,
  value_minor bigint not null,
  reason_group text,
  -- Keys of facts, the strongest first, whether there is more or less than usual, and their numbers.
  reasons text[] not null,
  sides text[] not null,
  numbers real[] not null
);
create index risk_scores_chance on risk_scores (chance_90, id);
create index risk_scores_value on risk_scores (value_minor, id);

create table risk_drifts (
  version_id bigint not null references risk_versions (id),
  scored_on date not null,
  -- A fact's key, or `score`.
  fact text not null,
  psi real not null,
  primary key (version_id, scored_on, fact)
);
