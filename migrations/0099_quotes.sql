-- sales: what a person was offered in writing, and said yes or no to on a page of its own.
create table quotes (
  id            bigint generated always as identity primary key,
  deal_id       bigint      not null references deals,
  -- By which whoever was given the link opens the page.
  token         text        not null unique,
  -- What is offered, a line each, as it stood when it was offered.
  lines         jsonb       not null,
  words         text        not null default '',
  monthly_minor bigint      not null check (monthly_minor >= 0),
  once_minor    bigint      not null check (once_minor >= 0),
  currency      text        not null,
  -- The last day on which it may be accepted.
  valid_until   date        not null,
  state         text        not null default 'offered'
    check (state in ('offered', 'accepted', 'declined', 'withdrawn')),
  made_at       timestamptz not null,
  made_by       bigint      references staff,
  -- When the page was first looked at.
  seen_at       timestamptz,
  decided_at    timestamptz,
  -- Who said yes, as they wrote themselves, and from where.
  accepted_name text        not null default '',
  accepted_from inet,
  decline_words text        not null default '',
  check ((state = 'offered') = (decided_at is null))
);
create index quotes_deal on quotes (deal_id, id);
