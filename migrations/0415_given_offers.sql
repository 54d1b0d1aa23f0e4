-- retention: one record of what was given so that somebody stays, at a save desk or on a call of a
-- play: the limits of an offer hold over all of them.
create table given_offers (
  id            bigint      generated always as identity primary key,
  offer_id      bigint      not null references retention_offers,
  subscriber_id bigint      not null references subscribers,
  -- Where it was given.
  case_id       bigint      references retention_cases,
  play_task_id  bigint      references play_tasks,
  care_task_id  bigint      references care_list_members (id),
  account_id    bigint      references accounts,
  -- What came of it: a discount, a promise, a correction, a subscription or a ticket.
  result_id     bigint,
  -- What it costs; of what was undone what had been given by then.
  cost_minor    bigint      not null check (cost_minor >= 0),
  given_at      timestamptz not null,
  given_by      bigint      references staff,
  undone_at     timestamptz,
  undone_by     bigint      references staff,
  check (num_nonnulls(case_id, play_task_id, care_task_id) = 1)
);
create index given_offers_offer on given_offers (offer_id, given_at);
create index given_offers_subscriber on given_offers (subscriber_id, given_at);
create index given_offers_case on given_offers (case_id) where case_id is not null;

insert into given_offers (offer_id, subscriber_id, case_id, account_id, result_id, cost_minor,
                          given_at, given_by, undone_at, undone_by)
select b.offer_id, c.subscriber_id, b.case_id, b.account_id, b.result_id, b.cost_minor, b.said_at,
       b.said_by, b.undone_at, b.undone_by
from   case_offers b join retention_cases c on c.id = b.case_id
where  b.answer = 'taken';

insert into given_offers (offer_id, subscriber_id, play_task_id, result_id, cost_minor, given_at,
                          given_by)
select p.offer_id, k.subscriber_id, k.id, k.result_id,
       greatest(0, k.cost_minor - s.contact_minor), k.done_at, k.done_by
from   play_tasks k join plays p on p.id = k.play_id cross join play_settings s
where  k.outcome = 'taken' and p.offer_id is not null;

-- What was answered in a case stands there, with what was given for it.
alter table case_offers add column given_id bigint references given_offers;
update case_offers b set given_id = g.id
from   given_offers g
where  b.answer = 'taken' and g.case_id = b.case_id and g.offer_id = b.offer_id
and    g.given_at = b.said_at and g.undone_at is not distinct from b.undone_at;
alter table case_offers drop column account_id, drop column result_id, drop column cost_minor;
