-- tickets: what is done by itself when something happens to a ticket, or has lasted on it.
create table ticket_rules (
  id            bigint generated always as identity primary key,
  name          text        not null unique,
  -- What happens, or what lasts for after_seconds of the calendar's hours (of all hours, if none).
  moment        text        not null check (moment in (
    'opened', 'changed', 'state_changed', 'noted', 'told', 'answered', 'norm_near',
    'in_state', 'unchanged', 'unanswered', 'overdue')),
  after_seconds integer     not null default 0 check (after_seconds >= 0),
  calendar_id   bigint      references calendars,
  -- Of which tickets, in the language of filters; of all where there is none.
  condition     jsonb,
  -- What it does, as a macro does it.
  fields        jsonb       not null,
  note          text        not null default '',
  watcher_ids   bigint[]    not null default '{}',
  -- Rules for one moment go in this order.
  position      integer     not null,
  -- From when on it acts; null while it is switched off.
  on_since      timestamptz,
  version       integer     not null default 1,
  -- The version of which somebody has looked at what it would have done.
  tried_version integer,
  created_at    timestamptz not null,
  archived_at   timestamptz
);

-- What rules did and what was stopped: at most once for an event, and for a stay.
create table ticket_rule_runs (
  id        bigint generated always as identity primary key,
  rule_id   bigint      not null references ticket_rules,
  ticket_id bigint      not null references tickets,
  at        timestamptz not null,
  event_id  bigint,
  -- Since when that had lasted which the rule waits for.
  since     timestamptz,
  outcome   text        not null check (
    outcome in ('done', 'unchanged', 'refused', 'stopped', 'failed')),
  -- The code of a refusal, or what stopped it.
  reason    text,
  check ((event_id is null) <> (since is null))
);
create unique index ticket_rule_runs_event on ticket_rule_runs (rule_id, event_id, ticket_id)
  where event_id is not null;
create unique index ticket_rule_runs_stay on ticket_rule_runs (rule_id, ticket_id, since)
  where since is not null;
create index ticket_rule_runs_ticket on ticket_rule_runs (ticket_id, at);
create index ticket_rule_runs_rule on ticket_rule_runs (rule_id, at);

-- Since when it is whose turn it is; unknown of those that have not turned since this column stands.
alter table tickets add column state_since timestamptz;
create index tickets_in_state on tickets ((coalesce(state_since, updated_at)))
  where root_id is null;
create index tickets_unchanged on tickets (updated_at) where state <> 'done' and root_id is null;
create index ticket_clocks_awaited on ticket_clocks (started_at)
  where met_at is null and kind <> 'resolution';

-- A note that a rule has written.
alter table ticket_notes add column rule_id bigint references ticket_rules;
