-- sales: scripts of a guided sale, and the sales that walk through them.
create table sale_scripts (
  id          bigint generated always as identity primary key,
  name        text        not null unique,
  -- The first that is not archived is the one agents walk through.
  position    integer     not null default 0,
  created_at  timestamptz not null,
  archived_at timestamptz
);

-- A version is never changed: a sale that walks through it keeps its own.
create table sale_script_versions (
  id        bigint generated always as identity primary key,
  script_id bigint      not null references sale_scripts,
  number    integer     not null,
  -- [{key, kind, words, next, fills, options: [{label, value, next}]}], the first one begins.
  steps     jsonb       not null,
  made_at   timestamptz not null,
  made_by   bigint      references staff,
  unique (script_id, number)
);

create table guided_sales (
  id                    bigint generated always as identity primary key,
  deal_id               bigint      not null references deals,
  script_version_id     bigint      not null references sale_script_versions,
  state                 text        not null default 'open'
    check (state in ('open', 'agreed', 'thinking', 'refused')),
  -- Keys of the steps walked through, where it stands the last.
  path                  text[]      not null,
  -- {step: {options: [at], number}}: kept when the agent goes back.
  answers               jsonb       not null default '{}',
  -- What the agent says of the line, where nothing is known of the building.
  technology            text,
  line_kbps             integer     check (line_kbps > 0),
  -- What was agreed on beside: {versionId, tvVersionId, name, feeMinor, connectionFeeMinor}.
  taken                 jsonb,
  taken_minor           bigint,
  payment               text        check (payment in ('full', 'split', 'free')),
  payment_parts         integer     check (payment_parts between 2 and 36),
  connection_minor      bigint,
  alternatives_asked_at timestamptz,
  started_at            timestamptz not null,
  started_by            bigint      references staff,
  ended_at              timestamptz,
  ended_by              bigint      references staff,
  version               integer     not null default 1,
  check ((state = 'open') = (ended_at is null)),
  check ((technology is null) = (line_kbps is null))
);
create unique index guided_sales_open on guided_sales (deal_id) where state = 'open';
create index guided_sales_deal  on guided_sales (deal_id, id);
create index guided_sales_ended on guided_sales (ended_at, id) where ended_at is not null;

-- Every recommendation as it was made: to whom, of what, why.
create table sale_recommendations (
  id             bigint generated always as identity primary key,
  guided_sale_id bigint      not null references guided_sales,
  needs          jsonb       not null,
  lines          jsonb       not null,
  -- Versions that could have been sold there.
  available      bigint[]    not null,
  -- The one recommended, then those told when asked for; none where nothing covers the need.
  choices        jsonb       not null,
  fee_minor      bigint,
  made_at        timestamptz not null,
  made_by        bigint      references staff
);
create index sale_recommendations_sale on sale_recommendations (guided_sale_id, id);

-- Further services that were offered, and what was answered.
create table guided_furthers (
  guided_sale_id     bigint  not null references guided_sales,
  product_id         bigint  not null references products,
  product_version_id bigint  not null references product_versions,
  is_needed          boolean not null,
  kept_percent       integer not null,
  answer             text    check (answer in ('interested', 'later', 'refused', 'not_said')),
  answered_at        timestamptz,
  answered_by        bigint  references staff,
  primary key (guided_sale_id, product_id)
);

-- What somebody wants to have, with what it costs them.
create table deal_products (
  deal_id            bigint not null references deals,
  product_version_id bigint not null references product_versions,
  monthly_minor      bigint not null,
  once_minor         bigint not null,
  primary key (deal_id, product_version_id)
);
