-- sales: everybody who might want to be connected, before somebody says what becomes of it.
create table leads (
  id              bigint      generated always as identity primary key,
  state           text        not null default 'new'
                  check (state in ('new', 'accepted', 'attached', 'declined')),
  name            text        not null,
  phone           text        not null default '',
  email           text        not null default '',
  -- As it was said; the building where the base knows it.
  address         text        not null default '',
  building_id     bigint      references buildings,
  flat            text        not null default '',
  wanted          text        not null default '',
  source_id       bigint      references lead_sources,
  campaign        text        not null default '',
  dealer_id       bigint      references dealers,
  referral_code   text        not null default '',
  -- One conversation brings one lead.
  conversation_id bigint      unique references conversations,
  -- What it was attached to, or became.
  subscriber_id   bigint      references subscribers,
  household_id    bigint      references households,
  deal_id         bigint      references deals,
  decline_reason_id bigint    references lost_reasons,
  decline_note    text        not null default '',
  owner_staff_id  bigint      references staff,
  team_id         bigint      references teams,
  created_at      timestamptz not null,
  created_by      bigint      references staff,
  decided_at      timestamptz,
  decided_by      bigint      references staff,
  version         integer     not null default 1,
  check ((state = 'new') = (decided_at is null)),
  check ((state = 'declined') = (decline_reason_id is not null)),
  check (state <> 'accepted' or deal_id is not null),
  check (state <> 'attached' or coalesce(subscriber_id, household_id, deal_id) is not null)
);
-- The bucket of what waits, the earliest first, and what was decided, the latest first.
create index leads_new        on leads (created_at, id) where state = 'new';
create index leads_decided    on leads (decided_at desc, id desc) where state <> 'new';
create index leads_phone      on leads (phone) where phone <> '';
create index leads_email      on leads (email) where email <> '';
create index leads_building   on leads (building_id, flat) where building_id is not null;
create index leads_subscriber on leads (subscriber_id) where subscriber_id is not null;
create index leads_deal       on leads (deal_id) where deal_id is not null;
