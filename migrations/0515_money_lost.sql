-- quality: what processes lose a month, counted by process and stratum, and the contacts behind it.
create table lost_counts (
  month      date not null,
  step       text not null,
  counted_on date not null,
  primary key (month, step)
);

create table lost_cells (
  process        text not null check (process in
                   ('callbacks', 'recommendations', 'pitches', 'leavers', 'norms', 'suspensions',
                    'nodes', 'prices')),
  month          date not null,
  stratum        text not null,
  contacts       bigint not null,
  wrong          bigint not null,
  wrong_known    bigint not null,
  wrong_good     bigint not null,
  right_known    bigint not null,
  right_good     bigint not null,
  worth_minor    bigint not null,
  bought         bigint not null,
  bought_minor   bigint not null,
  bought_squares double precision not null,
  once_known     bigint not null default 0,
  once_minor     bigint not null default 0,
  primary key (process, month, stratum)
);

create table lost_contacts (
  id          bigint generated always as identity primary key,
  process     text not null,
  month       date not null,
  kind        text not null check (kind in ('conversation', 'deal', 'case', 'ticket', 'account',
                                            'subscriber')),
  ref_id      bigint not null,
  at          timestamptz not null,
  root_id     bigint,
  person      text not null,
  stratum     text not null,
  is_known    boolean not null,
  is_good     boolean,
  worth_minor bigint,
  amount      bigint,
  is_once     boolean not null default false
);
create index lost_contacts_listed on lost_contacts (process, at desc, id desc);
create index lost_contacts_month on lost_contacts (month, process);
create index lost_contacts_person on lost_contacts (person, month);

-- Who paid more than a newcomer in a month: the list of the night is of its day alone.
create table overpaid_kept (
  month         date not null,
  subscriber_id bigint not null,
  gap_minor     bigint not null check (gap_minor > 0),
  kept_at       timestamptz not null,
  primary key (month, subscriber_id)
);

create index dunning_deeds_done on dunning_deeds (done_at);
create index promises_taken on promises (taken_at);
