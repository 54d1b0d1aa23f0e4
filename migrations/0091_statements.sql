-- A bank's statement as it was brought; the file itself is kept for a while.
create table statement_files (
  id         bigint generated always as identity primary key,
  source_id  bigint      not null references payment_sources,
  file_id    bigint      not null unique references files,
  sha256     text        not null,
  -- How it was read: as the exchange tells, or by which column tells what.
  reading    text        not null,
  brought_at timestamptz not null,
  staff_id   bigint      references staff,
  -- Whether its file is still there.
  is_kept    boolean     not null default true
);
create index statement_files_sha256 on statement_files (sha256);
create index statement_files_kept on statement_files (brought_at) where is_kept;

-- The operator's own account in that bank: a file of another one is refused.
alter table payment_sources add column bank_account text;
create unique index payment_sources_bank_account on payment_sources (bank_account);

-- By which a line of another statement is known for the same payment.
alter table payments
  add column statement_id bigint references statement_files,
  add column document_number text not null default '',
  add column payer_account text not null default '';
create index payments_of_statements on payments (paid_at, amount_minor)
  where statement_id is not null;
create index payments_statement on payments (statement_id) where statement_id is not null;

-- Lines that look as if they came already, before a person: nothing of them is posted.
create table payment_doubts (
  id              bigint generated always as identity primary key,
  source_id       bigint      not null references payment_sources,
  statement_id    bigint      not null references statement_files,
  external_id     text        not null,
  -- What it seems to be; null where only the file was here before.
  like_payment_id bigint      references payments,
  amount_minor    bigint      not null check (amount_minor > 0),
  paid_at         timestamptz not null,
  document_number text        not null,
  payer           text        not null,
  payer_tax_number text       not null,
  payer_account   text        not null,
  purpose         text        not null,
  received_at     timestamptz not null,
  settled_at      timestamptz,
  settled_by      bigint      references staff,
  -- What it was credited as after all; null where it had come.
  payment_id      bigint      references payments,
  unique (source_id, external_id)
);
create index payment_doubts_open on payment_doubts (received_at, id) where settled_at is null;
create index payment_doubts_like on payment_doubts (like_payment_id);
create index payment_doubts_words on payment_doubts (received_at) where payer <> '' or purpose <> '';
