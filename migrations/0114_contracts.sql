-- sales: the text of a contract as it is used from a moment on; the latest is in force.
create table contract_templates (
  id      bigint      generated always as identity primary key,
  body    text        not null check (body <> ''),
  made_at timestamptz not null,
  made_by bigint      references staff
);

-- sales: a contract as it was made of an accepted quote: all that stands on it, for good.
create table contracts (
  quote_id    bigint      primary key references quotes,
  deal_id     bigint      not null references deals,
  template_id bigint      not null references contract_templates,
  number      text        not null unique,
  dated_on    date        not null,
  language    text        not null check (language in ('ru', 'en')),
  -- The text with its places filled, the services and sums, and who gives them.
  content     jsonb       not null,
  made_at     timestamptz not null,
  -- How often the page's visitor named another phone than the person's.
  wrong_tries integer     not null default 0 check (wrong_tries >= 0)
);
create index contracts_deal on contracts (deal_id);

-- How the connection itself is paid: at once, in equal monthly parts, or not at all.
alter table quotes
  add column payment text not null default 'full' check (payment in ('full', 'split', 'free')),
  add column parts   integer not null default 1 check (parts between 1 and 36),
  add check ((payment = 'split') = (parts > 1));
