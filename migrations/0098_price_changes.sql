-- A version whose subscribers are to be moved to another of the same product, told beforehand.
create table price_changes (
  id              bigint      generated always as identity primary key,
  from_version_id bigint      not null references product_versions,
  to_version_id   bigint      not null references product_versions,
  from_on         date        not null,
  -- What is told, with [product], [before], [after], [day].
  words           text        not null,
  state           text        not null default 'planned'
    check (state in ('planned', 'announced', 'moved', 'cancelled')),
  planned_at      timestamptz not null,
  planned_by      bigint      references staff,
  announced_at    timestamptz,
  ended_at        timestamptz,
  version         integer     not null default 1,
  check (from_version_id <> to_version_id)
);
create unique index price_changes_open on price_changes (from_version_id)
  where state in ('planned', 'announced');

-- Whom an announced change touches: those who had the version then. Nobody else is moved.
create table price_moves (
  price_change_id     bigint not null references price_changes,
  subscription_id     bigint not null references subscriptions on delete cascade,
  account_id          bigint not null references accounts,
  told_at             timestamptz,
  -- Null where no channel reaches them.
  way                 text,
  outgoing_message_id bigint,
  done_at             timestamptz,
  -- Null where it was done and they had left the version meanwhile.
  moved_to_id         bigint references subscriptions on delete set null,
  primary key (price_change_id, subscription_id)
);
create index price_moves_subscription on price_moves (subscription_id);
create index price_moves_account      on price_moves (account_id);
create index price_moves_moved_to     on price_moves (moved_to_id) where moved_to_id is not null;
create index price_moves_untold       on price_moves (price_change_id, subscription_id)
  where told_at is null;
create index price_moves_undone       on price_moves (price_change_id, subscription_id)
  where done_at is null;

-- Came in place of another by a change of price: nothing is connected anew.
alter table subscriptions add column is_moved boolean not null default false;

alter table billing_settings
  -- For how many days a change of price is known before it holds.
  add column price_notice_days integer not null default 10
    check (price_notice_days between 10 and 180);
