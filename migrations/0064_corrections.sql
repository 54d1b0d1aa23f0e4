-- Corrections of accounts: proposed by one, decided by another, posted through the ledger once. The
-- money stands in the ledger alone; a row here says why it moved and who wanted it.

create table correction_reasons (
  id          bigint generated always as identity primary key,
  name        text not null unique,
  created_at  timestamptz not null,
  archived_at timestamptz
);

-- Up to which sum a role decides: of what others propose (null: any sum), and of one's own.
create table correction_limits (
  role_id      bigint primary key references roles on delete cascade,
  others_minor bigint check (others_minor >= 0),
  own_minor    bigint not null default 0 check (own_minor >= 0)
);

create table corrections (
  id             bigint generated always as identity primary key,
  account_id     bigint not null references accounts,
  kind           text not null
                 check (kind in ('compensation', 'recalculation', 'refund', 'reversal')),
  -- Positive raises the balance. In the account's currency.
  amount_minor   bigint not null
                 check (amount_minor <> 0 and abs(amount_minor) <= 9007199254740991),
  reason_id      bigint not null references correction_reasons,
  words          text not null default '',
  -- What it corrects, if that is known: a line of the statement, or a period.
  line_id        bigint references ledger_postings,
  from_on        date,
  to_on          date,
  reverses_id    bigint references corrections,
  -- The work that it came from: a ticket.
  origin_kind    text,
  origin_id      bigint,
  state          text not null
                 check (state in ('proposed', 'posted', 'refused', 'withdrawn', 'reversed')),
  -- Null: nobody in person, as what was brought along with a base, or what a rule proposes.
  proposed_by    bigint references staff,
  -- Of whoever proposed, at that time: whose leader decides.
  team_id        bigint references teams,
  proposed_at    timestamptz not null,
  decided_by     bigint references staff,
  decided_at     timestamptz,
  refusal        text not null default '',
  transaction_id bigint unique references ledger_transactions,
  check ((kind = 'reversal') = (reverses_id is not null)),
  check ((from_on is null) = (to_on is null)),
  check (to_on >= from_on),
  check ((origin_kind is null) = (origin_id is null)),
  check ((state in ('posted', 'reversed')) = (transaction_id is not null)),
  check ((state = 'proposed') = (decided_at is null)),
  -- No line is given back by more than a refund takes, no period is a line.
  check (line_id is null or from_on is null),
  check (kind <> 'refund' or line_id is not null)
);

create index corrections_account on corrections (account_id, id desc);
create index corrections_waiting on corrections (id) where state = 'proposed';
create index corrections_decided on corrections (id desc) where state <> 'proposed';
create index corrections_proposer on corrections (proposed_by, id desc);
create index corrections_line on corrections (line_id) where line_id is not null;
create index corrections_origin on corrections (origin_kind, origin_id)
  where origin_id is not null;
-- What was posted is taken back once.
create unique index corrections_reversal on corrections (reverses_id)
  where reverses_id is not null and state in ('proposed', 'posted');

-- What of an account a ticket is about: a line of its statement, or a period.
create table ticket_subjects (
  id         bigint generated always as identity primary key,
  ticket_id  bigint not null references tickets,
  account_id bigint not null references accounts,
  line_id    bigint references ledger_postings,
  from_on    date,
  to_on      date,
  added_by   bigint references staff,
  added_at   timestamptz not null,
  unique nulls not distinct (ticket_id, account_id, line_id, from_on, to_on),
  check ((line_id is null) = (from_on is not null)),
  check ((from_on is null) = (to_on is null)),
  check (to_on >= from_on)
);
create index ticket_subjects_line on ticket_subjects (line_id) where line_id is not null;
create index ticket_subjects_account on ticket_subjects (account_id);
