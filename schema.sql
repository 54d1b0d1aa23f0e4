-- Made from migrations/ by "npm run schema"; never edited by hand.

create table account_moves (
  account_id bigint not null,
  on date not null,
  is_connected boolean not null,
  is_returned boolean not null,
  is_gone boolean not null,
  is_by_wish boolean,
  reason_id bigint,
  was_here boolean not null,
  is_here boolean not null,
  before_minor bigint not null,
  after_minor bigint not null,
  movement text,
  from_product_id bigint,
  to_product_id bigint,
  district text not null,
  technology text not null,
  PRIMARY KEY (account_id, "on"),
  CHECK ((after_minor >= 0)),
  CHECK ((before_minor >= 0)),
  CHECK (((movement IS NULL) = (before_minor = after_minor))),
  CHECK ((movement = ANY (ARRAY['new'::text, 'return'::text, 'expansion'::text, 'contraction'::text, 'churn'::text])))
);

create table account_numbers (
  id integer not null default 1,
  last bigint not null,
  PRIMARY KEY (id),
  CHECK ((id = 1))
);

create table accounts (
  id bigint generated always as identity,
  subscriber_id bigint not null,
  number text not null,
  contract_number text,
  contract_on date,
  currency text not null,
  state text not null default 'active'::text,
  credit_limit_minor bigint not null default 0,
  service_address_id bigint,
  import_id bigint,
  created_at timestamp with time zone not null,
  closed_on date,
  payment_mode text not null default 'prepaid'::text,
  charged_from date,
  is_taken_back boolean not null default false,
  PRIMARY KEY (id),
  FOREIGN KEY (service_address_id) REFERENCES service_addresses(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  CHECK ((payment_mode = ANY (ARRAY['prepaid'::text, 'postpaid'::text]))),
  CHECK ((state = ANY (ARRAY['active'::text, 'suspended'::text, 'paused'::text, 'closed'::text])))
);

create table act_runs (
  id bigint generated always as identity,
  month date not null,
  started_by bigint,
  started_at timestamp with time zone not null,
  through_account_id bigint not null default 0,
  made integer not null default 0,
  corrected integer not null default 0,
  finished_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (started_by) REFERENCES staff(id)
);

create table advices (
  id bigint generated always as identity,
  account_id bigint not null,
  service text not null,
  run_id bigint not null,
  subscription_id bigint not null,
  product_id bigint not null,
  currency text not null,
  months smallint not null,
  now_minor bigint not null,
  best_version_id bigint,
  best_minor bigint,
  saving_minor bigint not null default 0,
  underpaid_minor bigint not null default 0,
  is_shared boolean not null,
  UNIQUE (account_id, service),
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (best_version_id) REFERENCES product_versions(id),
  FOREIGN KEY (product_id) REFERENCES products(id),
  FOREIGN KEY (run_id) REFERENCES advisor_runs(id),
  CHECK (((best_version_id IS NULL) = (best_minor IS NULL))),
  CHECK ((saving_minor >= 0)),
  CHECK ((underpaid_minor >= 0))
);

create table advisor_runs (
  id bigint generated always as identity,
  started_by bigint,
  started_at timestamp with time zone not null,
  through_account_id bigint not null default 0,
  accounts bigint not null default 0,
  month date not null,
  finished_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (started_by) REFERENCES staff(id)
);

create table advisor_settings (
  only_one boolean not null default true,
  months smallint not null default 3,
  least_months smallint not null default 2,
  least_saving_percent smallint not null default 5,
  work_from_minute smallint not null default 540,
  work_to_minute smallint not null default 1080,
  work_least_percent smallint not null default 70,
  rest_most_percent smallint not null default 15,
  work_least_bytes bigint not null default '30000000000'::bigint,
  version integer not null default 1,
  PRIMARY KEY (only_one),
  CHECK (((least_months >= 1) AND (least_months <= months))),
  CHECK (((work_to_minute > work_from_minute) AND (work_to_minute <= 1440))),
  CHECK (((least_saving_percent >= 0) AND (least_saving_percent <= 90))),
  CHECK (((months >= 1) AND (months <= 6))),
  CHECK (only_one),
  CHECK (((rest_most_percent >= 0) AND (rest_most_percent <= 50))),
  CHECK (((work_from_minute >= 0) AND (work_from_minute <= 1439))),
  CHECK ((work_least_bytes >= 0)),
  CHECK (((work_least_percent >= 50) AND (work_least_percent <= 100)))
);

create table advisor_sums (
  run_id bigint not null,
  kind text not null,
  product_id bigint not null,
  currency text not null,
  from_minor bigint not null,
  accounts bigint not null,
  minor bigint not null,
  PRIMARY KEY (run_id, kind, product_id, currency, from_minor),
  FOREIGN KEY (product_id) REFERENCES products(id),
  FOREIGN KEY (run_id) REFERENCES advisor_runs(id),
  CHECK ((kind = ANY (ARRAY['overpays'::text, 'underpaid'::text, 'shared'::text, 'all'::text])))
);

create table api_keys (
  id bigint generated always as identity,
  staff_id bigint not null,
  name text not null,
  prefix text not null,
  key_hash text not null,
  scopes text[] not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  UNIQUE (key_hash),
  PRIMARY KEY (id),
  FOREIGN KEY (staff_id) REFERENCES staff(id)
);

create table attention (
  entity text not null,
  entity_id bigint not null,
  staff_id bigint not null,
  is_writing boolean not null,
  seen_at timestamp with time zone not null,
  PRIMARY KEY (entity, entity_id, staff_id),
  FOREIGN KEY (staff_id) REFERENCES staff(id)
);

create table attribute_definitions (
  id bigint generated always as identity,
  entity text not null,
  key text not null,
  label text not null,
  type text not null,
  choices jsonb not null default '[]'::jsonb,
  is_fast boolean not null default false,
  index_state text not null default 'none'::text,
  position integer not null default 0,
  import_id bigint,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  UNIQUE (entity, key),
  PRIMARY KEY (id),
  CHECK ((index_state = ANY (ARRAY['none'::text, 'building'::text, 'ready'::text]))),
  CHECK ((key ~ '^[a-z][a-z0-9_]{0,59}$'::text)),
  CHECK ((type = ANY (ARRAY['text'::text, 'number'::text, 'date'::text, 'boolean'::text, 'choice'::text])))
);

create table billing_settings (
  only_one boolean not null default true,
  charges_begin_on date,
  proration text not null default 'day'::text,
  grace_days integer default 3,
  postpaid_grace_days integer default 20,
  spares_rest_days boolean not null default true,
  yearly_pauses integer not null default 2,
  yearly_pause_days integer not null default 90,
  least_pause_days integer not null default 7,
  version integer not null default 1,
  price_notice_days integer not null default 10,
  rest_calendar_id bigint,
  PRIMARY KEY (only_one),
  FOREIGN KEY (rest_calendar_id) REFERENCES calendars(id),
  CHECK (((grace_days >= 0) AND (grace_days <= 365))),
  CHECK (((least_pause_days >= 1) AND (least_pause_days <= 366))),
  CHECK (only_one),
  CHECK (((postpaid_grace_days >= 0) AND (postpaid_grace_days <= 365))),
  CHECK (((price_notice_days >= 10) AND (price_notice_days <= 180))),
  CHECK ((proration = ANY (ARRAY['day'::text, 'second'::text]))),
  CHECK (((yearly_pause_days >= 0) AND (yearly_pause_days <= 366))),
  CHECK (((yearly_pauses >= 0) AND (yearly_pauses <= 366)))
);

create table buildings (
  id bigint generated always as identity,
  street_id bigint not null,
  number text not null,
  is_private_sector boolean not null default false,
  technology text,
  district text not null default ''::text,
  import_id bigint,
  UNIQUE (street_id, number),
  PRIMARY KEY (id),
  FOREIGN KEY (street_id) REFERENCES streets(id),
  CHECK ((technology = ANY (ARRAY['ftth'::text, 'ethernet'::text, 'docsis'::text, 'dsl'::text, 'wireless'::text])))
);

create table bulk_change_portions (
  bulk_change_id bigint not null,
  last_id bigint not null,
  row_ids bigint[] not null,
  PRIMARY KEY (bulk_change_id, last_id),
  FOREIGN KEY (bulk_change_id) REFERENCES bulk_changes(id) ON DELETE CASCADE
);

create table bulk_change_rows (
  bulk_change_id bigint not null,
  row_id bigint not null,
  before jsonb not null,
  after jsonb not null,
  PRIMARY KEY (bulk_change_id, row_id),
  FOREIGN KEY (bulk_change_id) REFERENCES bulk_changes(id) ON DELETE CASCADE
);

create table bulk_changes (
  id bigint generated always as identity,
  actor jsonb not null,
  fields jsonb not null,
  state text not null,
  last_id bigint not null default 0,
  changed integer not null default 0,
  kept integer not null default 0,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  entity text not null,
  moved_at timestamp with time zone not null,
  resumed smallint not null default 0,
  PRIMARY KEY (id),
  CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'stopped'::text, 'undoing'::text, 'undone'::text])))
);

create table bundle_products (
  bundle_id bigint not null,
  product_id bigint not null,
  PRIMARY KEY (bundle_id, product_id),
  FOREIGN KEY (bundle_id) REFERENCES bundles(id),
  FOREIGN KEY (product_id) REFERENCES products(id)
);

create table bundles (
  id bigint generated always as identity,
  name text not null,
  kind text not null,
  value bigint not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  UNIQUE (name),
  PRIMARY KEY (id),
  CHECK (((kind = 'price'::text) OR (value < 10000))),
  CHECK ((kind = ANY (ARRAY['percent'::text, 'price'::text]))),
  CHECK ((value > 0))
);

create table calendar_exceptions (
  calendar_id bigint not null,
  on_date date not null,
  kind text not null,
  hours jsonb not null default '[]'::jsonb,
  shorter_by_seconds integer not null default 0,
  name text not null default ''::text,
  PRIMARY KEY (calendar_id, on_date, kind),
  FOREIGN KEY (calendar_id) REFERENCES calendars(id) ON DELETE CASCADE,
  CHECK ((kind = ANY (ARRAY['closed'::text, 'hours'::text, 'extra'::text, 'short'::text])))
);

create table calendars (
  id bigint generated always as identity,
  name text not null,
  time_zone text not null,
  weekly jsonb,
  holidays text,
  created_at timestamp with time zone not null,
  UNIQUE (name),
  PRIMARY KEY (id),
  CHECK ((holidays = 'RU'::text))
);

create table call_attempts (
  id bigint generated always as identity,
  callback_id bigint not null,
  staff_id bigint not null,
  started_at timestamp with time zone not null,
  evidence text not null default 'agent'::text,
  outcome text,
  note text not null default ''::text,
  ended_at timestamp with time zone,
  call_id bigint,
  UNIQUE (call_id),
  PRIMARY KEY (id),
  FOREIGN KEY (call_id) REFERENCES calls(id),
  FOREIGN KEY (callback_id) REFERENCES callbacks(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  CHECK ((evidence = ANY (ARRAY['agent'::text, 'exchange'::text]))),
  CHECK ((outcome = ANY (ARRAY['reached'::text, 'no_answer'::text, 'busy'::text, 'wrong_number'::text, 'asked_later'::text, 'refused'::text])))
);

create table call_recordings (
  id bigint generated always as identity,
  channel_id bigint not null,
  linked_id text not null,
  name text not null,
  state text not null default 'waiting'::text,
  tries integer not null default 0,
  try_after timestamp with time zone not null,
  trouble text,
  file_id bigint,
  created_at timestamp with time zone not null,
  UNIQUE (file_id),
  PRIMARY KEY (id),
  FOREIGN KEY (channel_id) REFERENCES channels(id),
  FOREIGN KEY (file_id) REFERENCES files(id),
  CHECK ((state = ANY (ARRAY['waiting'::text, 'fetched'::text, 'failed'::text, 'erased'::text])))
);

create table callbacks (
  id bigint generated always as identity,
  conversation_id bigint not null,
  phone text not null,
  state text not null default 'waiting'::text,
  next_try_at timestamp with time zone not null,
  tries integer not null default 0,
  is_announced boolean not null default true,
  closed_at timestamp with time zone,
  UNIQUE (conversation_id),
  PRIMARY KEY (id),
  FOREIGN KEY (conversation_id) REFERENCES conversations(id),
  CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'given_up'::text])))
);

create table calls (
  id bigint generated always as identity,
  channel_id bigint not null,
  linked_id text not null,
  told jsonb not null,
  direction text,
  phone text not null default ''::text,
  our_number text not null default ''::text,
  ringing text[] not null default '{}'::text[],
  conversation_id bigint,
  staff_id bigint,
  began_at timestamp with time zone,
  answered_at timestamp with time zone,
  ended_at timestamp with time zone,
  result text,
  recording text,
  UNIQUE (channel_id, linked_id),
  PRIMARY KEY (id),
  FOREIGN KEY (channel_id) REFERENCES channels(id),
  FOREIGN KEY (conversation_id) REFERENCES conversations(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text, 'internal'::text]))),
  CHECK ((result = ANY (ARRAY['answered'::text, 'missed'::text, 'abandoned'::text, 'no_answer'::text, 'busy'::text, 'failed'::text, 'unknown'::text])))
);

create table card_attempts (
  id bigint generated always as identity,
  counted_for text not null,
  attempted_at timestamp with time zone not null,
  PRIMARY KEY (id)
);

create table card_batches (
  id bigint generated always as identity,
  series text not null,
  cards integer not null,
  value_minor bigint not null,
  currency text not null,
  valid_until date not null,
  made integer not null default 0,
  pins_taken_at timestamp with time zone,
  pins_taken_by bigint,
  expired_through integer not null default 0,
  created_at timestamp with time zone not null,
  created_by bigint,
  UNIQUE (series),
  PRIMARY KEY (id),
  FOREIGN KEY (created_by) REFERENCES staff(id),
  FOREIGN KEY (pins_taken_by) REFERENCES staff(id),
  CHECK (((cards >= 1) AND (cards <= 2000000))),
  CHECK (((made >= 0) AND (made <= cards))),
  CHECK (((expired_through >= 0) AND (expired_through <= cards))),
  CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CHECK ((series ~ '^[A-ZА-ЯЁ0-9]{1,10}$'::text)),
  CHECK ((value_minor > 0))
);

create table card_deeds (
  id bigint generated always as identity,
  batch_id bigint not null,
  kind text not null,
  first_number integer not null,
  last_number integer not null,
  dealer_id bigint,
  value_minor bigint not null,
  commission_minor bigint not null default 0,
  done_on date not null,
  done_at timestamp with time zone not null,
  done_by bigint,
  reason text not null default ''::text,
  PRIMARY KEY (id),
  FOREIGN KEY (batch_id) REFERENCES card_batches(id),
  FOREIGN KEY (dealer_id) REFERENCES dealers(id),
  FOREIGN KEY (done_by) REFERENCES staff(id),
  CHECK ((last_number >= first_number)),
  CHECK ((kind = ANY (ARRAY['given'::text, 'returned'::text, 'sold'::text, 'sale_undone'::text, 'blocked'::text, 'unblocked'::text, 'expired'::text])))
);

create table card_pin_files (
  batch_id bigint not null,
  first_number integer not null,
  file_id bigint not null,
  PRIMARY KEY (batch_id, first_number),
  FOREIGN KEY (batch_id) REFERENCES card_batches(id),
  FOREIGN KEY (file_id) REFERENCES files(id)
);

create table cards (
  batch_id bigint not null,
  number integer not null,
  pin_hash bytea not null,
  state text not null default 'stock'::text,
  is_blocked boolean not null default false,
  dealer_id bigint,
  commission_minor bigint not null default 0,
  account_id bigint,
  activated_at timestamp with time zone,
  PRIMARY KEY (batch_id, number),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (batch_id) REFERENCES card_batches(id),
  FOREIGN KEY (dealer_id) REFERENCES dealers(id),
  CHECK (((state = 'activated'::text) = (account_id IS NOT NULL))),
  CHECK (((state = 'activated'::text) = (activated_at IS NOT NULL))),
  CHECK (((state <> ALL (ARRAY['given'::text, 'sold'::text, 'activated'::text])) OR (dealer_id IS NOT NULL))),
  CHECK ((state = ANY (ARRAY['stock'::text, 'given'::text, 'sold'::text, 'activated'::text, 'expired'::text])))
);

create table care_calls (
  id bigint generated always as identity,
  connection_id bigint not null,
  deal_id bigint not null,
  day smallint not null,
  starts_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  tries smallint not null default 0,
  done_at timestamp with time zone,
  done_by bigint,
  outcome text,
  note text not null default ''::text,
  dropped_at timestamp with time zone,
  shared_at timestamp with time zone not null,
  late_told_at timestamp with time zone,
  escalated_at timestamp with time zone,
  UNIQUE (connection_id, day),
  PRIMARY KEY (id),
  FOREIGN KEY (connection_id) REFERENCES deal_connections(id),
  FOREIGN KEY (deal_id) REFERENCES deals(id),
  FOREIGN KEY (done_by) REFERENCES staff(id),
  CHECK (((done_at IS NULL) = (outcome IS NULL))),
  CHECK (((day >= 1) AND (day <= 365))),
  CHECK ((outcome = ANY (ARRAY['well'::text, 'trouble'::text, 'unreached'::text])))
);

create table care_list_members (
  list_id bigint not null,
  subscriber_id bigint not null,
  place integer not null,
  action text not null,
  reason_group text not null,
  leave_chance double precision not null,
  value_minor bigint not null,
  expected_minor bigint not null,
  incentive_minor bigint not null,
  takes_call boolean not null,
  state text not null,
  opened_at timestamp with time zone,
  due_at timestamp with time zone,
  tries smallint not null default 0,
  outcome text,
  note text not null default ''::text,
  spent_minor bigint not null default 0,
  done_at timestamp with time zone,
  done_by bigint,
  id bigint generated always as identity,
  version integer not null default 1,
  owner_staff_id bigint,
  starts_at timestamp with time zone,
  cost_minor bigint not null default 0,
  PRIMARY KEY (list_id, subscriber_id),
  FOREIGN KEY (done_by) REFERENCES staff(id),
  FOREIGN KEY (list_id) REFERENCES care_lists(id),
  FOREIGN KEY (owner_staff_id) REFERENCES staff(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  CHECK ((action = ANY (ARRAY['repair'::text, 'apology'::text, 'deferral'::text, 'tariff'::text, 'bonus'::text]))),
  CHECK (((state = 'done'::text) = (outcome IS NOT NULL))),
  CHECK (((state = ANY (ARRAY['done'::text, 'dropped'::text])) = (done_at IS NOT NULL))),
  CHECK (((state <> ALL (ARRAY['held'::text, 'waiting'::text])) OR (opened_at IS NULL))),
  CHECK (((leave_chance >= (0)::double precision) AND (leave_chance <= (1)::double precision))),
  CHECK ((outcome = ANY (ARRAY['taken'::text, 'refused'::text, 'unreached'::text]))),
  CHECK ((state = ANY (ARRAY['held'::text, 'waiting'::text, 'open'::text, 'done'::text, 'dropped'::text])))
);

create table care_lists (
  id bigint generated always as identity,
  version integer not null default 1,
  name text not null,
  segment_id bigint,
  currency text not null,
  budget_minor bigint not null,
  slots integer not null,
  contact_minor bigint not null,
  daily_calls integer not null,
  hold_percent smallint not null,
  base_share double precision not null,
  least_points double precision not null,
  needed_treated integer not null,
  needed_held integer not null,
  started_on date not null,
  started_at timestamp with time zone not null,
  started_by bigint,
  ended_at timestamp with time zone,
  ended_by bigint,
  end_reason text not null default ''::text,
  UNIQUE (name),
  PRIMARY KEY (id),
  FOREIGN KEY (ended_by) REFERENCES staff(id),
  FOREIGN KEY (segment_id) REFERENCES segments(id),
  FOREIGN KEY (started_by) REFERENCES staff(id),
  CHECK (((base_share >= (0)::double precision) AND (base_share <= (1)::double precision))),
  CHECK ((budget_minor >= 0)),
  CHECK (((ended_at IS NULL) = (end_reason = ''::text))),
  CHECK ((contact_minor >= 0)),
  CHECK (((daily_calls >= 1) AND (daily_calls <= 10000))),
  CHECK (((hold_percent >= 10) AND (hold_percent <= 20))),
  CHECK (((least_points > (0)::double precision) AND (least_points <= (100)::double precision))),
  CHECK ((name <> ''::text)),
  CHECK ((slots >= 0))
);

create table case_exits (
  case_id bigint not null,
  number bigint generated always as identity,
  applied_on date not null,
  ends_on date not null,
  leaving_fee text not null,
  words text not null default ''::text,
  fee_minor bigint not null,
  balance_minor bigint not null,
  final_minor bigint,
  currency text not null,
  accepted_by bigint,
  accepted_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  taken_minor bigint,
  failure text,
  failed_at timestamp with time zone,
  UNIQUE (number),
  PRIMARY KEY (case_id),
  FOREIGN KEY (accepted_by) REFERENCES staff(id),
  FOREIGN KEY (case_id) REFERENCES retention_cases(id),
  CHECK ((ends_on >= applied_on)),
  CHECK (((closed_at IS NULL) = (final_minor IS NULL))),
  CHECK (((taken_minor IS NULL) = (final_minor IS NULL))),
  CHECK (((failure IS NULL) = (failed_at IS NULL))),
  CHECK ((leaving_fee = ANY (ARRAY['charged'::text, 'waived'::text])))
);

create table case_joins (
  case_id bigint not null,
  into_id bigint not null,
  joined_at timestamp with time zone not null,
  had_reason_id bigint,
  was_angry boolean not null,
  was_repeated boolean not null,
  was_spoken_at timestamp with time zone,
  PRIMARY KEY (case_id),
  FOREIGN KEY (case_id) REFERENCES retention_cases(id),
  FOREIGN KEY (had_reason_id) REFERENCES leaving_reasons(id),
  FOREIGN KEY (into_id) REFERENCES retention_cases(id),
  CHECK ((case_id <> into_id))
);

create table case_offers (
  id bigint generated always as identity,
  case_id bigint not null,
  offer_id bigint not null,
  answer text not null,
  expected_minor bigint not null,
  said_at timestamp with time zone not null,
  said_by bigint,
  undone_at timestamp with time zone,
  undone_by bigint,
  leave_chance double precision,
  given_id bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (case_id) REFERENCES retention_cases(id),
  FOREIGN KEY (given_id) REFERENCES given_offers(id),
  FOREIGN KEY (offer_id) REFERENCES retention_offers(id),
  FOREIGN KEY (said_by) REFERENCES staff(id),
  FOREIGN KEY (undone_by) REFERENCES staff(id),
  CHECK ((answer = ANY (ARRAY['taken'::text, 'refused'::text]))),
  CHECK (((leave_chance >= (0)::double precision) AND (leave_chance <= (1)::double precision)))
);

create table case_wishes (
  id bigint generated always as identity,
  case_id bigint not null,
  source text not null,
  rule_id bigint,
  conversation_id bigint,
  ticket_id bigint,
  message_id bigint,
  words text not null default ''::text,
  heard_at timestamp with time zone not null,
  heard_by bigint,
  attempt_id bigint,
  from_case_id bigint,
  UNIQUE (attempt_id),
  UNIQUE (message_id),
  PRIMARY KEY (id),
  FOREIGN KEY (attempt_id) REFERENCES call_attempts(id),
  FOREIGN KEY (case_id) REFERENCES retention_cases(id),
  FOREIGN KEY (conversation_id) REFERENCES conversations(id),
  FOREIGN KEY (from_case_id) REFERENCES retention_cases(id),
  FOREIGN KEY (heard_by) REFERENCES staff(id),
  FOREIGN KEY (message_id) REFERENCES messages(id),
  FOREIGN KEY (rule_id) REFERENCES wish_rules(id),
  FOREIGN KEY (ticket_id) REFERENCES tickets(id)
);

create table cash_desks (
  source_id bigint not null,
  place text not null default ''::text,
  team_id bigint,
  PRIMARY KEY (source_id),
  FOREIGN KEY (source_id) REFERENCES payment_sources(id),
  FOREIGN KEY (team_id) REFERENCES teams(id)
);

create table cash_operations (
  id bigint generated always as identity,
  shift_id bigint not null,
  number integer not null,
  kind text not null,
  key text not null,
  amount_minor bigint not null,
  given_minor bigint,
  payment_id bigint,
  words text not null default ''::text,
  done_at timestamp with time zone not null,
  UNIQUE (shift_id, key),
  UNIQUE (shift_id, number),
  PRIMARY KEY (id),
  FOREIGN KEY (payment_id) REFERENCES payments(id),
  FOREIGN KEY (shift_id) REFERENCES cash_shifts(id),
  CHECK ((amount_minor > 0)),
  CHECK ((given_minor >= amount_minor)),
  CHECK (((payment_id IS NOT NULL) = (kind = ANY (ARRAY['payment'::text, 'return'::text])))),
  CHECK ((kind = ANY (ARRAY['payment'::text, 'return'::text, 'in'::text, 'out'::text])))
);

create table cash_shifts (
  id bigint generated always as identity,
  desk_id bigint not null,
  number integer not null,
  staff_id bigint not null,
  team_id bigint,
  opened_at timestamp with time zone not null,
  opening_minor bigint not null,
  opening_difference_minor bigint not null default 0,
  opening_words text not null default ''::text,
  ended_at timestamp with time zone,
  ended_by bigint,
  expected_minor bigint,
  counted_minor bigint,
  words text not null default ''::text,
  UNIQUE (desk_id, number),
  PRIMARY KEY (id),
  FOREIGN KEY (desk_id) REFERENCES cash_desks(source_id),
  FOREIGN KEY (ended_by) REFERENCES staff(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  FOREIGN KEY (team_id) REFERENCES teams(id),
  CHECK (((ended_at IS NULL) = (counted_minor IS NULL))),
  CHECK (((ended_at IS NULL) = (expected_minor IS NULL))),
  CHECK ((counted_minor >= 0)),
  CHECK ((opening_minor >= 0))
);

create table catalog_settings (
  only_one boolean not null default true,
  least_margin_percent smallint not null default 0,
  version integer not null default 1,
  most_promotions smallint not null default 2,
  most_percent smallint not null default 50,
  PRIMARY KEY (only_one),
  CHECK (((least_margin_percent >= 0) AND (least_margin_percent <= 90))),
  CHECK (((most_percent >= 1) AND (most_percent <= 100))),
  CHECK (((most_promotions >= 1) AND (most_promotions <= 10))),
  CHECK (only_one)
);

create table channels (
  id bigint generated always as identity,
  kind text not null,
  name text not null,
  state text not null default 'on'::text,
  settings jsonb not null,
  secrets text not null default ''::text,
  place jsonb not null default '{}'::jsonb,
  last_in_at timestamp with time zone,
  last_out_at timestamp with time zone,
  trouble_of text,
  trouble text,
  error text,
  error_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  waiting_there integer,
  looked_at timestamp with time zone,
  there_count integer,
  there_missing integer,
  there_at timestamp with time zone,
  PRIMARY KEY (id),
  CHECK ((kind = ANY (ARRAY['email'::text, 'telegram'::text, 'vk'::text, 'chat'::text, 'asterisk'::text, 'telephony'::text]))),
  CHECK ((state = ANY (ARRAY['on'::text, 'paused'::text]))),
  CHECK ((trouble_of = ANY (ARRAY['imap'::text, 'smtp'::text, 'api'::text])))
);

create table charge_failures (
  run_id bigint not null,
  account_id bigint not null,
  error text not null,
  PRIMARY KEY (run_id, account_id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (run_id) REFERENCES charge_runs(id)
);

create table charge_levels (
  currency text not null,
  upper_minor bigint not null,
  top_minor bigint not null,
  subscribers integer not null,
  counted_at timestamp with time zone not null,
  PRIMARY KEY (currency)
);

create table charge_runs (
  id bigint generated always as identity,
  started_by bigint,
  started_at timestamp with time zone not null,
  from_month date not null,
  through_account_id bigint not null default 0,
  chunks integer not null default 0,
  accounts bigint not null default 0,
  charges bigint not null default 0,
  suspended bigint not null default 0,
  resumed bigint not null default 0,
  sums jsonb not null default '[]'::jsonb,
  finished_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (started_by) REFERENCES staff(id)
);

create table charges (
  id bigint generated always as identity,
  account_id bigint not null,
  subscription_id bigint,
  kind text not null,
  month date not null,
  rate_id bigint,
  amount_minor bigint not null,
  currency text not null,
  words text not null default ''::text,
  transaction_id bigint not null,
  posting_id bigint not null,
  run_id bigint,
  UNIQUE (posting_id),
  PRIMARY KEY (id),
  FOREIGN KEY (rate_id) REFERENCES usage_rates(id),
  FOREIGN KEY (run_id) REFERENCES charge_runs(id),
  FOREIGN KEY (transaction_id) REFERENCES ledger_transactions(id),
  CHECK ((amount_minor <> 0)),
  CHECK (((kind = 'usage'::text) = (rate_id IS NOT NULL))),
  CHECK (((kind = 'one_off'::text) = (subscription_id IS NULL))),
  CHECK ((kind = ANY (ARRAY['fee'::text, 'connection'::text, 'instalment'::text, 'usage'::text, 'one_off'::text])))
);

create table chat_visitors (
  id bigint generated always as identity,
  channel_id bigint not null,
  token_sha256 text not null,
  created_at timestamp with time zone not null,
  UNIQUE (channel_id, token_sha256),
  PRIMARY KEY (id),
  FOREIGN KEY (channel_id) REFERENCES channels(id)
);

create table code_words (
  subscriber_id bigint not null,
  hash text not null,
  hint text not null default ''::text,
  set_by bigint,
  set_at timestamp with time zone not null,
  PRIMARY KEY (subscriber_id),
  FOREIGN KEY (set_by) REFERENCES staff(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id)
);

create table cohort_counts (
  month date not null,
  counted_on date not null,
  subscriptions bigint not null default 0,
  costed bigint not null default 0,
  PRIMARY KEY (month)
);

create table cohort_months (
  cohort date not null,
  month date not null,
  connected bigint not null,
  alive bigint not null,
  revenue_minor bigint not null,
  cost_minor bigint not null,
  PRIMARY KEY (cohort, month),
  FOREIGN KEY (month) REFERENCES cohort_counts(month)
);

create table competitor_offers (
  id bigint generated always as identity,
  building_id bigint not null,
  competitor text not null,
  technology text,
  speed_kbps integer,
  price_minor bigint not null,
  currency text not null,
  terms text not null default ''::text,
  seen_on date not null,
  seen_by bigint,
  created_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (building_id) REFERENCES buildings(id),
  FOREIGN KEY (seen_by) REFERENCES staff(id),
  CHECK ((price_minor >= 0)),
  CHECK ((speed_kbps > 0)),
  CHECK ((technology = ANY (ARRAY['ftth'::text, 'ethernet'::text, 'docsis'::text, 'dsl'::text, 'wireless'::text])))
);

create table connection_parts (
  connection_id bigint not null,
  number integer not null,
  due_on date not null,
  amount_minor bigint not null,
  words text not null,
  charged_at timestamp with time zone,
  dropped_at timestamp with time zone,
  PRIMARY KEY (connection_id, number),
  FOREIGN KEY (connection_id) REFERENCES deal_connections(id),
  CHECK ((amount_minor > 0)),
  CHECK (((charged_at IS NULL) OR (dropped_at IS NULL))),
  CHECK ((number > 0))
);

create table connection_terms (
  id bigint generated always as identity,
  name text not null,
  base_minor bigint not null,
  metre_minor bigint not null default 0,
  included_metres integer not null default 0,
  longest_metres integer,
  most_parts integer not null default 1,
  free_from_minor bigint,
  currency text not null,
  archived_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  UNIQUE (name),
  PRIMARY KEY (id),
  CHECK ((base_minor >= 0)),
  CHECK ((free_from_minor >= 0)),
  CHECK ((included_metres >= 0)),
  CHECK ((longest_metres > 0)),
  CHECK ((metre_minor >= 0)),
  CHECK (((most_parts >= 1) AND (most_parts <= 36)))
);

create table consents (
  id bigint generated always as identity,
  subscriber_id bigint not null,
  channel text not null,
  purpose text not null,
  is_granted boolean not null,
  source text not null,
  proof text not null default ''::text,
  recorded_by bigint,
  recorded_at timestamp with time zone not null,
  PRIMARY KEY (id),
  FOREIGN KEY (recorded_by) REFERENCES staff(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  CHECK ((channel = ANY (ARRAY['phone'::text, 'sms'::text, 'email'::text, 'messenger'::text, 'post'::text, 'any'::text]))),
  CHECK ((purpose = ANY (ARRAY['service'::text, 'advertising'::text, 'research'::text, 'personal_data'::text, 'third_parties'::text])))
);

create table contact_persons (
  id bigint generated always as identity,
  subscriber_id bigint not null,
  name text not null,
  role text not null,
  birth_on date,
  note text not null default ''::text,
  created_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  CHECK ((role = ANY (ARRAY['head'::text, 'accountant'::text, 'technical'::text, 'family'::text, 'other'::text])))
);

create table contacts (
  id bigint generated always as identity,
  subscriber_id bigint not null,
  contact_person_id bigint,
  kind text not null,
  value text not null,
  extension text,
  label text not null default ''::text,
  is_primary boolean not null default false,
  import_id bigint,
  created_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (contact_person_id) REFERENCES contact_persons(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  CHECK ((kind = ANY (ARRAY['phone'::text, 'email'::text, 'telegram'::text, 'vk'::text, 'whatsapp'::text, 'max'::text])))
);

create table contract_templates (
  id bigint generated always as identity,
  body text not null,
  made_at timestamp with time zone not null,
  made_by bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (made_by) REFERENCES staff(id),
  CHECK ((body <> ''::text))
);

create table contracts (
  quote_id bigint not null,
  deal_id bigint not null,
  template_id bigint not null,
  number text not null,
  dated_on date not null,
  language text not null,
  content jsonb not null,
  made_at timestamp with time zone not null,
  wrong_tries integer not null default 0,
  UNIQUE (number),
  PRIMARY KEY (quote_id),
  FOREIGN KEY (deal_id) REFERENCES deals(id),
  FOREIGN KEY (quote_id) REFERENCES quotes(id),
  FOREIGN KEY (template_id) REFERENCES contract_templates(id),
  CHECK ((language = ANY (ARRAY['ru'::text, 'en'::text]))),
  CHECK ((wrong_tries >= 0))
);

create table conversation_links (
  one_id bigint not null,
  other_id bigint not null,
  linked_at timestamp with time zone not null,
  PRIMARY KEY (one_id, other_id),
  FOREIGN KEY (one_id) REFERENCES conversations(id),
  FOREIGN KEY (other_id) REFERENCES conversations(id),
  CHECK ((one_id < other_id))
);

create table conversation_merges (
  id bigint generated always as identity,
  from_id bigint not null,
  into_id bigint not null,
  from_before jsonb not null,
  into_before jsonb not null,
  into_version integer not null,
  merged_by bigint,
  merged_at timestamp with time zone not null,
  undone_by bigint,
  undone_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (from_id) REFERENCES conversations(id),
  FOREIGN KEY (into_id) REFERENCES conversations(id),
  FOREIGN KEY (merged_by) REFERENCES staff(id),
  FOREIGN KEY (undone_by) REFERENCES staff(id)
);

create table conversation_split_messages (
  split_id bigint not null,
  message_id bigint not null,
  former_id bigint not null,
  has_opened boolean not null,
  PRIMARY KEY (split_id, message_id),
  FOREIGN KEY (former_id) REFERENCES conversations(id),
  FOREIGN KEY (message_id) REFERENCES messages(id),
  FOREIGN KEY (split_id) REFERENCES conversation_splits(id)
);

create table conversation_splits (
  id bigint generated always as identity,
  from_id bigint not null,
  into_id bigint not null,
  is_touched boolean not null,
  split_by bigint,
  split_at timestamp with time zone not null,
  undone_by bigint,
  undone_at timestamp with time zone,
  UNIQUE (into_id),
  PRIMARY KEY (id),
  FOREIGN KEY (from_id) REFERENCES conversations(id),
  FOREIGN KEY (into_id) REFERENCES conversations(id),
  FOREIGN KEY (split_by) REFERENCES staff(id),
  FOREIGN KEY (undone_by) REFERENCES staff(id)
);

create table conversations (
  id bigint generated always as identity,
  number bigint generated always as identity,
  channel text not null,
  raw_message_id bigint,
  subscriber_id bigint,
  contact_draft jsonb not null default '{}'::jsonb,
  sender text not null default ''::text,
  subject text not null default ''::text,
  state text not null default 'open'::text,
  whose_turn text not null default 'ours'::text,
  owner_staff_id bigint,
  team_id bigint,
  opened_at timestamp with time zone not null,
  norm_seconds integer not null,
  calendar_id bigint not null,
  touch_due_at timestamp with time zone not null,
  touched_at timestamp with time zone,
  touched_by bigint,
  touch_kind text,
  touch_seconds integer,
  next_due_at timestamp with time zone not null,
  offer_from timestamp with time zone,
  escalate_at timestamp with time zone,
  escalated_at timestamp with time zone,
  taken_at timestamp with time zone,
  snoozed_until timestamp with time zone,
  closed_at timestamp with time zone,
  closed_outcome text,
  version integer not null default 1,
  channel_id bigint,
  subject_key text not null default ''::text,
  merged_into_id bigint,
  root_id bigint,
  valued_for bigint,
  value_tier smallint not null default 0,
  value_reason text,
  head_start_seconds integer not null default 0,
  urgent_at timestamp with time zone not null default (((next_due_at AT TIME ZONE 'UTC'::text) - make_interval(secs => (head_start_seconds)::double precision)) AT TIME ZONE 'UTC'::text),
  reply_due_at timestamp with time zone,
  UNIQUE (number),
  UNIQUE (raw_message_id),
  PRIMARY KEY (id),
  FOREIGN KEY (calendar_id) REFERENCES calendars(id),
  FOREIGN KEY (channel_id) REFERENCES channels(id),
  FOREIGN KEY (merged_into_id) REFERENCES conversations(id),
  FOREIGN KEY (owner_staff_id) REFERENCES staff(id),
  FOREIGN KEY (raw_message_id) REFERENCES raw_messages(id),
  FOREIGN KEY (root_id) REFERENCES conversations(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  FOREIGN KEY (team_id) REFERENCES teams(id),
  FOREIGN KEY (touched_by) REFERENCES staff(id),
  CHECK ((closed_outcome = ANY (ARRAY['reached'::text, 'wrong_number'::text, 'refused'::text, 'given_up'::text, 'not_a_request'::text, 'answered'::text, 'merged'::text]))),
  CHECK (((merged_into_id IS NULL) = (root_id IS NULL))),
  CHECK ((state = ANY (ARRAY['open'::text, 'snoozed'::text, 'closed'::text]))),
  CHECK ((touch_kind = ANY (ARRAY['call'::text, 'message'::text, 'visit'::text]))),
  CHECK (((value_tier >= 0) AND (value_tier <= 2))),
  CHECK ((whose_turn = ANY (ARRAY['ours'::text, 'theirs'::text, 'nobody'::text])))
);

create table correction_limits (
  role_id bigint not null,
  others_minor bigint,
  own_minor bigint not null default 0,
  PRIMARY KEY (role_id),
  FOREIGN KEY (role_id) REFERENCES roles(id) ON DELETE CASCADE,
  CHECK ((others_minor >= 0)),
  CHECK ((own_minor >= 0))
);

create table correction_months (
  correction_id bigint not null,
  month date not null,
  amount_minor bigint not null,
  PRIMARY KEY (correction_id, month),
  FOREIGN KEY (correction_id) REFERENCES corrections(id) ON DELETE CASCADE,
  CHECK ((month = date_trunc('month'::text, (month)::timestamp with time zone)))
);

create table correction_reasons (
  id bigint generated always as identity,
  name text not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  UNIQUE (name),
  PRIMARY KEY (id)
);

create table corrections (
  id bigint generated always as identity,
  account_id bigint not null,
  kind text not null,
  amount_minor bigint not null,
  reason_id bigint not null,
  words text not null default ''::text,
  line_id bigint,
  from_on date,
  to_on date,
  reverses_id bigint,
  origin_kind text,
  origin_id bigint,
  state text not null,
  proposed_by bigint,
  team_id bigint,
  proposed_at timestamp with time zone not null,
  decided_by bigint,
  decided_at timestamp with time zone,
  refusal text not null default ''::text,
  transaction_id bigint,
  UNIQUE (transaction_id),
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (decided_by) REFERENCES staff(id),
  FOREIGN KEY (line_id) REFERENCES ledger_postings(id),
  FOREIGN KEY (proposed_by) REFERENCES staff(id),
  FOREIGN KEY (reason_id) REFERENCES correction_reasons(id),
  FOREIGN KEY (reverses_id) REFERENCES corrections(id),
  FOREIGN KEY (team_id) REFERENCES teams(id),
  FOREIGN KEY (transaction_id) REFERENCES ledger_transactions(id),
  CHECK (((amount_minor <> 0) AND (abs(amount_minor) <= '9007199254740991'::bigint))),
  CHECK (((kind = 'reversal'::text) = (reverses_id IS NOT NULL))),
  CHECK (((from_on IS NULL) = (to_on IS NULL))),
  CHECK ((to_on >= from_on)),
  CHECK (((origin_kind IS NULL) = (origin_id IS NULL))),
  CHECK (((state = ANY (ARRAY['posted'::text, 'reversed'::text])) = (transaction_id IS NOT NULL))),
  CHECK (((state = 'proposed'::text) = (decided_at IS NULL))),
  CHECK (((line_id IS NULL) OR (from_on IS NULL))),
  CHECK (((kind <> 'refund'::text) OR (line_id IS NOT NULL))),
  CHECK ((kind = ANY (ARRAY['compensation'::text, 'recalculation'::text, 'refund'::text, 'reversal'::text]))),
  CHECK ((state = ANY (ARRAY['proposed'::text, 'posted'::text, 'refused'::text, 'withdrawn'::text, 'reversed'::text])))
);

create table coverage_wishes (
  id bigint generated always as identity,
  building_id bigint,
  house text not null,
  key text,
  created_at timestamp with time zone not null,
  UNIQUE (key),
  PRIMARY KEY (id),
  FOREIGN KEY (building_id) REFERENCES buildings(id)
);

create table coverages (
  id bigint generated always as identity,
  building_id bigint not null,
  technology text not null,
  node_id bigint,
  connection_terms_id bigint,
  speed_kbps integer,
  ports_total integer,
  ports_free integer,
  planned_on date,
  version integer not null default 1,
  updated_at timestamp with time zone not null,
  updated_by bigint,
  counted_at timestamp with time zone,
  UNIQUE (building_id, technology),
  PRIMARY KEY (id),
  FOREIGN KEY (building_id) REFERENCES buildings(id),
  FOREIGN KEY (connection_terms_id) REFERENCES connection_terms(id),
  FOREIGN KEY (node_id) REFERENCES nodes(id),
  FOREIGN KEY (updated_by) REFERENCES staff(id),
  CHECK ((ports_free >= 0)),
  CHECK ((ports_total >= 0)),
  CHECK ((speed_kbps > 0)),
  CHECK ((technology = ANY (ARRAY['ftth'::text, 'ethernet'::text, 'docsis'::text, 'dsl'::text, 'wireless'::text])))
);

create table deal_connections (
  deal_id bigint not null,
  quote_id bigint not null,
  account_id bigint not null,
  connected_at timestamp with time zone not null,
  connected_by bigint,
  id bigint generated always as identity,
  undone_at timestamp with time zone,
  undone_by bigint,
  undo_reason text not null default ''::text,
  welcome_way text not null default ''::text,
  welcome_message_id bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (connected_by) REFERENCES staff(id),
  FOREIGN KEY (deal_id) REFERENCES deals(id),
  FOREIGN KEY (quote_id) REFERENCES quotes(id),
  FOREIGN KEY (undone_by) REFERENCES staff(id),
  FOREIGN KEY (welcome_message_id) REFERENCES outgoing_messages(id),
  CHECK (((undone_at IS NULL) = (undo_reason = ''::text)))
);

create table deal_equipment (
  id bigint generated always as identity,
  deal_id bigint not null,
  product_version_id bigint,
  kind text not null,
  serial text not null,
  basis text not null,
  handed_at timestamp with time zone not null,
  handed_by bigint,
  returned_at timestamp with time zone,
  returned_by bigint,
  return_reason text not null default ''::text,
  PRIMARY KEY (id),
  FOREIGN KEY (deal_id) REFERENCES deals(id),
  FOREIGN KEY (handed_by) REFERENCES staff(id),
  FOREIGN KEY (product_version_id) REFERENCES product_versions(id),
  FOREIGN KEY (returned_by) REFERENCES staff(id),
  CHECK ((basis = ANY (ARRAY['sold'::text, 'rented'::text]))),
  CHECK (((returned_at IS NULL) = (return_reason = ''::text))),
  CHECK ((kind <> ''::text)),
  CHECK ((serial <> ''::text))
);

create table deal_forecast_days (
  on date not null,
  PRIMARY KEY ("on")
);

create table deal_forecasts (
  on date not null,
  pipeline_id bigint not null,
  month date not null,
  deals bigint not null,
  monthly_minor bigint not null,
  once_minor bigint not null,
  PRIMARY KEY ("on", pipeline_id, month),
  FOREIGN KEY ("on") REFERENCES deal_forecast_days("on"),
  FOREIGN KEY (pipeline_id) REFERENCES pipelines(id)
);

create table deal_products (
  deal_id bigint not null,
  product_version_id bigint not null,
  monthly_minor bigint not null,
  once_minor bigint not null,
  PRIMARY KEY (deal_id, product_version_id),
  FOREIGN KEY (deal_id) REFERENCES deals(id),
  FOREIGN KEY (product_version_id) REFERENCES product_versions(id)
);

create table deal_stays (
  id bigint generated always as identity,
  deal_id bigint not null,
  stage_id bigint not null,
  entered_at timestamp with time zone not null,
  left_at timestamp with time zone,
  left_for text,
  to_stage_id bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (deal_id) REFERENCES deals(id),
  FOREIGN KEY (stage_id) REFERENCES pipeline_stages(id),
  FOREIGN KEY (to_stage_id) REFERENCES pipeline_stages(id),
  CHECK (((left_at IS NULL) = (left_for IS NULL))),
  CHECK (((left_for = 'stage'::text) = (to_stage_id IS NOT NULL))),
  CHECK ((left_for = ANY (ARRAY['stage'::text, 'won'::text, 'lost'::text])))
);

create table deal_tasks (
  id bigint generated always as identity,
  deal_id bigint not null,
  stage_id bigint not null,
  staff_id bigint,
  text text not null,
  due_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  done_at timestamp with time zone,
  done_by bigint,
  equipment_id bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (deal_id) REFERENCES deals(id),
  FOREIGN KEY (done_by) REFERENCES staff(id),
  FOREIGN KEY (equipment_id) REFERENCES deal_equipment(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  FOREIGN KEY (stage_id) REFERENCES pipeline_stages(id)
);

create table dealer_commissions (
  id bigint generated always as identity,
  dealer_id bigint not null,
  kind text not null,
  basis_points integer,
  amount_minor bigint,
  from_on date not null,
  to_on date,
  created_at timestamp with time zone not null,
  created_by bigint,
  UNIQUE (dealer_id, kind, from_on),
  PRIMARY KEY (id),
  FOREIGN KEY (created_by) REFERENCES staff(id),
  FOREIGN KEY (dealer_id) REFERENCES dealers(id),
  CHECK ((amount_minor >= 0)),
  CHECK (((basis_points >= 0) AND (basis_points <= 10000))),
  CHECK ((to_on >= from_on)),
  CHECK (((kind = 'card_sum'::text) = (amount_minor IS NOT NULL))),
  CHECK (((kind = 'card_sum'::text) = (basis_points IS NULL))),
  CHECK ((kind = ANY (ARRAY['payment_percent'::text, 'card_percent'::text, 'card_sum'::text])))
);

create table dealer_hands (
  dealer_id bigint not null,
  batch_id bigint not null,
  cards integer not null,
  PRIMARY KEY (dealer_id, batch_id),
  FOREIGN KEY (batch_id) REFERENCES card_batches(id),
  FOREIGN KEY (dealer_id) REFERENCES dealers(id),
  CHECK ((cards >= 0))
);

create table dealer_payments (
  id bigint generated always as identity,
  dealer_id bigint not null,
  kind text not null,
  payment_id bigint,
  way text,
  document text not null default ''::text,
  amount_minor bigint not null,
  commission_minor bigint not null default 0,
  done_on date not null,
  done_at timestamp with time zone not null,
  done_by bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (dealer_id) REFERENCES dealers(id),
  FOREIGN KEY (done_by) REFERENCES staff(id),
  FOREIGN KEY (payment_id) REFERENCES payments(id),
  CHECK ((amount_minor > 0)),
  CHECK (((kind <> 'paid_in'::text) OR (payment_id IS NULL))),
  CHECK (((kind = 'paid_in'::text) = (way IS NOT NULL))),
  CHECK ((kind = ANY (ARRAY['taken'::text, 'paid_in'::text, 'returned'::text]))),
  CHECK ((way = ANY (ARRAY['cash'::text, 'bank'::text])))
);

create table dealer_settlements (
  id bigint generated always as identity,
  dealer_id bigint not null,
  from_on date not null,
  to_on date not null,
  counted jsonb not null,
  closed_at timestamp with time zone not null,
  closed_by bigint,
  UNIQUE (dealer_id, to_on),
  PRIMARY KEY (id),
  FOREIGN KEY (closed_by) REFERENCES staff(id),
  FOREIGN KEY (dealer_id) REFERENCES dealers(id),
  CHECK ((to_on >= from_on))
);

create table dealer_staff (
  staff_id bigint not null,
  dealer_id bigint not null,
  added_at timestamp with time zone not null,
  PRIMARY KEY (staff_id),
  FOREIGN KEY (dealer_id) REFERENCES dealers(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id)
);

create table dealers (
  id bigint generated always as identity,
  name text not null,
  contract_number text not null,
  contract_on date not null,
  terms text not null default ''::text,
  currency text not null,
  credit_limit_minor bigint not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  UNIQUE (name),
  PRIMARY KEY (id),
  CHECK ((credit_limit_minor >= 0)),
  CHECK ((currency ~ '^[A-Z]{3}$'::text))
);

create table deals (
  id bigint generated always as identity,
  pipeline_id bigint not null,
  stage_id bigint not null,
  state text not null default 'open'::text,
  subscriber_id bigint,
  household_id bigint,
  conversation_id bigint,
  name text not null,
  phone text not null default ''::text,
  email text not null default ''::text,
  address text not null default ''::text,
  building_id bigint,
  flat text not null default ''::text,
  wanted text not null default ''::text,
  source_id bigint,
  campaign text not null default ''::text,
  dealer_id bigint,
  referral_code text not null default ''::text,
  owner_staff_id bigint,
  team_id bigint,
  monthly_minor bigint not null default 0,
  once_minor bigint not null default 0,
  currency text not null,
  expected_on date,
  next_step text not null default ''::text,
  next_at timestamp with time zone,
  lost_reason_id bigint,
  lost_note text not null default ''::text,
  entered_stage_at timestamp with time zone not null,
  due_at timestamp with time zone,
  escalated_at timestamp with time zone,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  created_by bigint,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  version integer not null default 1,
  late_told_at timestamp with time zone,
  supervisor_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (building_id) REFERENCES buildings(id),
  FOREIGN KEY (conversation_id) REFERENCES conversations(id),
  FOREIGN KEY (created_by) REFERENCES staff(id),
  FOREIGN KEY (dealer_id) REFERENCES dealers(id),
  FOREIGN KEY (household_id) REFERENCES households(id),
  FOREIGN KEY (lost_reason_id) REFERENCES lost_reasons(id),
  FOREIGN KEY (owner_staff_id) REFERENCES staff(id),
  FOREIGN KEY (pipeline_id) REFERENCES pipelines(id),
  FOREIGN KEY (pipeline_id, stage_id) REFERENCES pipeline_stages(pipeline_id, id),
  FOREIGN KEY (source_id) REFERENCES lead_sources(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  FOREIGN KEY (team_id) REFERENCES teams(id),
  CHECK (((state = 'open'::text) = (closed_at IS NULL))),
  CHECK (((state = 'lost'::text) = (lost_reason_id IS NOT NULL))),
  CHECK ((monthly_minor >= 0)),
  CHECK ((once_minor >= 0)),
  CHECK ((state = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text])))
);

create table demo_runs (
  id bigint generated always as identity,
  seed text not null,
  subscribers integer not null,
  today date not null,
  first_incident_id bigint,
  chunks_made integer not null default 0,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  PRIMARY KEY (id)
);

create table desk_settings (
  is_only boolean not null default true,
  offer_seconds integer not null default 15,
  offer_limit integer not null default 3,
  escalate_percent integer not null default 80,
  retry_delays_seconds integer[] not null default '{300,1800,7200,86400}'::integer[],
  skill_wait_seconds integer not null default 20,
  head_start_seconds integer[] not null default '{10,20}'::integer[],
  channel_loads jsonb not null default '{"vk": {"most": null, "percent": 50}, "chat": {"most": null, "percent": 50}, "telegram": {"most": null, "percent": 50}}'::jsonb,
  verify_callers text not null default 'ask'::text,
  recordings_kept_days integer not null default 180,
  PRIMARY KEY (is_only),
  CHECK (((escalate_percent >= 10) AND (escalate_percent <= 100))),
  CHECK ((array_length(head_start_seconds, 1) = 2)),
  CHECK (is_only),
  CHECK (((offer_limit >= 1) AND (offer_limit <= 20))),
  CHECK (((offer_seconds >= 5) AND (offer_seconds <= 300))),
  CHECK (((skill_wait_seconds >= 0) AND (skill_wait_seconds <= 600))),
  CHECK ((verify_callers = ANY (ARRAY['off'::text, 'ask'::text, 'hide'::text])))
);

create table discounts (
  id bigint generated always as identity,
  account_id bigint not null,
  subscription_id bigint,
  promotion_id bigint,
  kind text not null,
  value bigint not null,
  from_on date not null,
  to_on date,
  words text not null default ''::text,
  given_by bigint,
  given_at timestamp with time zone not null,
  bundle_id bigint,
  ended_at timestamp with time zone,
  planned_to_on date,
  moved_from_id bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (bundle_id) REFERENCES bundles(id),
  FOREIGN KEY (given_by) REFERENCES staff(id),
  FOREIGN KEY (moved_from_id) REFERENCES discounts(id) ON DELETE SET NULL,
  FOREIGN KEY (promotion_id) REFERENCES promotions(id),
  FOREIGN KEY (subscription_id) REFERENCES subscriptions(id),
  CHECK (((kind = 'sum'::text) OR (value <= 10000))),
  CHECK ((to_on >= from_on)),
  CHECK ((kind = ANY (ARRAY['percent'::text, 'sum'::text]))),
  CHECK ((value > 0))
);

create table documents (
  id bigint generated always as identity,
  subscriber_id bigint not null,
  kind text not null,
  number text not null default ''::text,
  issued_on date,
  issued_by text not null default ''::text,
  file_id bigint,
  import_id bigint,
  created_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  former_file_id bigint,
  replaced_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (file_id) REFERENCES files(id),
  FOREIGN KEY (former_file_id) REFERENCES files(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  CHECK ((kind = ANY (ARRAY['passport'::text, 'contract'::text, 'power_of_attorney'::text, 'registration'::text, 'other'::text])))
);

create table draft_files (
  draft_id bigint not null,
  file_id bigint not null,
  created_at timestamp with time zone not null,
  UNIQUE (file_id),
  PRIMARY KEY (draft_id, file_id),
  FOREIGN KEY (draft_id) REFERENCES drafts(id),
  FOREIGN KEY (file_id) REFERENCES files(id)
);

create table drafts (
  id bigint generated always as identity,
  staff_id bigint not null,
  entity text not null,
  entity_id bigint not null,
  kind text not null,
  text text not null,
  writing text not null,
  seen_id bigint not null default 0,
  version integer not null default 1,
  updated_at timestamp with time zone not null,
  sent_writings text[] not null default '{}'::text[],
  UNIQUE (staff_id, entity, entity_id, kind),
  PRIMARY KEY (id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  CHECK ((kind = ANY (ARRAY['reply'::text, 'note'::text])))
);

create table dunning_deeds (
  id bigint generated always as identity,
  account_id bigint not null,
  debt_since timestamp with time zone not null,
  step_day integer not null,
  what text not null,
  outcome text not null,
  way text,
  outgoing_message_id bigint,
  debt_minor bigint not null,
  done_at timestamp with time zone not null,
  called_at timestamp with time zone,
  called_by bigint,
  UNIQUE (account_id, debt_since, step_day, what),
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (called_by) REFERENCES staff(id),
  CHECK ((outcome = ANY (ARRAY['sent'::text, 'by_hand'::text, 'done'::text]))),
  CHECK ((what = ANY (ARRAY['remind'::text, 'offer'::text, 'limit'::text, 'suspend'::text])))
);

create table dunning_pauses (
  account_id bigint not null,
  until_on date not null,
  words text not null,
  paused_by bigint,
  paused_at timestamp with time zone not null,
  PRIMARY KEY (account_id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (paused_by) REFERENCES staff(id)
);

create table dunning_runs (
  on date not null,
  through_account_id bigint not null default 0,
  finished_at timestamp with time zone,
  PRIMARY KEY ("on")
);

create table dunning_settings (
  only_one boolean not null default true,
  is_on boolean not null default false,
  steps jsonb not null default '[]'::jsonb,
  careful_months integer not null default 6,
  careful_percent integer not null default 200,
  tried_version integer,
  version integer not null default 1,
  PRIMARY KEY (only_one),
  CHECK ((careful_months >= 1)),
  CHECK (((careful_percent >= 100) AND (careful_percent <= 1000))),
  CHECK (only_one)
);

create table duplicate_pairs (
  first_id bigint not null,
  second_id bigint not null,
  score real not null,
  reasons text[] not null,
  state text not null default 'open'::text,
  found_at timestamp with time zone not null,
  judged_by bigint,
  judged_at timestamp with time zone,
  PRIMARY KEY (first_id, second_id),
  FOREIGN KEY (first_id) REFERENCES subscribers(id),
  FOREIGN KEY (judged_by) REFERENCES staff(id),
  FOREIGN KEY (second_id) REFERENCES subscribers(id),
  CHECK ((first_id < second_id)),
  CHECK ((state = ANY (ARRAY['open'::text, 'merged'::text, 'different'::text])))
);

create table earning_rules (
  id bigint generated always as identity,
  name text not null,
  signal text not null,
  bound integer not null default 0,
  points integer not null,
  pending_days smallint not null default 0,
  most_points integer,
  cap_period text not null default 'month'::text,
  budget_points bigint,
  on_since date,
  tried_version integer,
  version integer not null default 1,
  created_by bigint,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  UNIQUE (name),
  PRIMARY KEY (id),
  FOREIGN KEY (created_by) REFERENCES staff(id),
  CHECK (((bound >= 0) AND (bound <= 3650))),
  CHECK ((budget_points > 0)),
  CHECK ((cap_period = ANY (ARRAY['month'::text, 'year'::text]))),
  CHECK (((on_since IS NULL) OR (archived_at IS NULL))),
  CHECK ((most_points > 0)),
  CHECK ((name <> ''::text)),
  CHECK (((pending_days >= 0) AND (pending_days <= 365))),
  CHECK (((points >= 1) AND (points <= 1000000))),
  CHECK ((signal = ANY (ARRAY['welcome'::text, 'on_time'::text, 'streak'::text, 'tenure'::text, 'spending'::text, 'add_on'::text, 'birthday'::text, 'outage'::text, 'friend'::text])))
);

create table event_cursors (
  reader text not null,
  transaction_id xid8 not null default '0'::xid8,
  event_id bigint not null default 0,
  PRIMARY KEY (reader)
);

create table events (
  id bigint generated always as identity,
  recorded_at timestamp with time zone not null,
  occurred_at timestamp with time zone not null,
  type text not null,
  subject_kind text not null,
  subject_id bigint not null,
  subscriber_id bigint,
  actor_kind text not null,
  actor_staff_id bigint,
  facts jsonb not null default '{}'::jsonb,
  transaction_id xid8 default pg_current_xact_id(),
  PRIMARY KEY (recorded_at, id)
) partition by RANGE (recorded_at);

create table exit_accounts (
  case_id bigint not null,
  account_id bigint not null,
  fee_minor bigint not null,
  balance_minor bigint not null,
  taken_minor bigint,
  final_minor bigint,
  ends_on date not null,
  PRIMARY KEY (case_id, account_id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (case_id) REFERENCES case_exits(case_id) ON DELETE CASCADE,
  CHECK (((taken_minor IS NULL) = (final_minor IS NULL)))
);

create table exit_equipment (
  id bigint generated always as identity,
  case_id bigint not null,
  name text not null,
  serial text not null default ''::text,
  returned_on date,
  returned_by bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (case_id) REFERENCES case_exits(case_id) ON DELETE CASCADE,
  FOREIGN KEY (returned_by) REFERENCES staff(id),
  CHECK ((name <> ''::text))
);

create table files (
  id bigint generated always as identity,
  key text not null,
  name text not null,
  content_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  subscriber_id bigint,
  created_at timestamp with time zone not null,
  erased_at timestamp with time zone,
  UNIQUE (key),
  PRIMARY KEY (id)
);

create table follow_ups (
  id bigint generated always as identity,
  conversation_id bigint not null,
  subscriber_id bigint,
  staff_id bigint not null,
  due_at timestamp with time zone not null,
  text text not null,
  created_at timestamp with time zone not null,
  done_at timestamp with time zone,
  told_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (conversation_id) REFERENCES conversations(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id)
);

create table former_prorations (
  through_month date not null,
  proration text not null,
  PRIMARY KEY (through_month),
  CHECK ((proration = ANY (ARRAY['day'::text, 'second'::text])))
);

create table friend_steps (
  friends smallint not null,
  percent smallint not null,
  PRIMARY KEY (friends),
  CHECK ((friends > 0)),
  CHECK (((percent >= 1) AND (percent <= 100)))
);

create table friend_tariffs (
  id bigint generated always as identity,
  subscriber_id bigint not null,
  account_id bigint not null,
  product_id bigint not null,
  former_version_id bigint not null,
  given_on date not null,
  given_by bigint,
  ends_on date,
  ended_on date,
  former_fee_minor bigint,
  told_at timestamp with time zone,
  told_by bigint,
  has_no_way boolean not null default false,
  outgoing_message_id bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (former_version_id) REFERENCES product_versions(id),
  FOREIGN KEY (given_by) REFERENCES staff(id),
  FOREIGN KEY (outgoing_message_id) REFERENCES outgoing_messages(id),
  FOREIGN KEY (product_id) REFERENCES products(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  FOREIGN KEY (told_by) REFERENCES staff(id),
  CHECK ((former_fee_minor >= 0))
);

create table friendships (
  id bigint generated always as identity,
  inviter_id bigint not null,
  friend_id bigint not null,
  deal_id bigint not null,
  connected_on date not null,
  state text not null,
  reason text not null default ''::text,
  paid_months smallint not null default 0,
  rewarded_on date,
  made_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by bigint,
  taken_back smallint not null default 0,
  UNIQUE (friend_id),
  PRIMARY KEY (id),
  FOREIGN KEY (deal_id) REFERENCES deals(id),
  FOREIGN KEY (decided_by) REFERENCES staff(id),
  FOREIGN KEY (friend_id) REFERENCES subscribers(id),
  FOREIGN KEY (inviter_id) REFERENCES subscribers(id),
  CHECK (((state = 'rewarded'::text) = (rewarded_on IS NOT NULL))),
  CHECK (((state = ANY (ARRAY['held'::text, 'refused'::text])) <= (reason <> ''::text))),
  CHECK ((reason = ANY (ARRAY[''::text, 'self'::text, 'phone'::text, 'address'::text, 'household'::text, 'loop'::text, 'not_new'::text, 'ceiling'::text, 'by_hand'::text]))),
  CHECK ((state = ANY (ARRAY['connected'::text, 'held'::text, 'rewarded'::text, 'refused'::text])))
);

create table given_offers (
  id bigint generated always as identity,
  offer_id bigint not null,
  subscriber_id bigint not null,
  case_id bigint,
  play_task_id bigint,
  account_id bigint,
  result_id bigint,
  cost_minor bigint not null,
  given_at timestamp with time zone not null,
  given_by bigint,
  undone_at timestamp with time zone,
  undone_by bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (case_id) REFERENCES retention_cases(id),
  FOREIGN KEY (given_by) REFERENCES staff(id),
  FOREIGN KEY (offer_id) REFERENCES retention_offers(id),
  FOREIGN KEY (play_task_id) REFERENCES play_tasks(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  FOREIGN KEY (undone_by) REFERENCES staff(id),
  CHECK ((num_nonnulls(case_id, play_task_id) = 1)),
  CHECK ((cost_minor >= 0))
);

create table guided_furthers (
  guided_sale_id bigint not null,
  product_id bigint not null,
  product_version_id bigint not null,
  is_needed boolean not null,
  kept_percent integer not null,
  answer text,
  answered_at timestamp with time zone,
  answered_by bigint,
  PRIMARY KEY (guided_sale_id, product_id),
  FOREIGN KEY (answered_by) REFERENCES staff(id),
  FOREIGN KEY (guided_sale_id) REFERENCES guided_sales(id),
  FOREIGN KEY (product_id) REFERENCES products(id),
  FOREIGN KEY (product_version_id) REFERENCES product_versions(id),
  CHECK ((answer = ANY (ARRAY['interested'::text, 'later'::text, 'refused'::text, 'not_said'::text])))
);

create table guided_objections (
  id bigint generated always as identity,
  guided_sale_id bigint not null,
  objection_id bigint not null,
  answer_id bigint not null,
  has_helped boolean not null,
  happened_at timestamp with time zone not null,
  staff_id bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (answer_id) REFERENCES objection_answers(id),
  FOREIGN KEY (guided_sale_id) REFERENCES guided_sales(id),
  FOREIGN KEY (objection_id) REFERENCES objections(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id)
);

create table guided_sales (
  id bigint generated always as identity,
  deal_id bigint not null,
  script_version_id bigint not null,
  state text not null default 'open'::text,
  path text[] not null,
  answers jsonb not null default '{}'::jsonb,
  technology text,
  line_kbps integer,
  taken jsonb,
  taken_minor bigint,
  payment text,
  payment_parts integer,
  connection_minor bigint,
  alternatives_asked_at timestamp with time zone,
  started_at timestamp with time zone not null,
  started_by bigint,
  ended_at timestamp with time zone,
  ended_by bigint,
  version integer not null default 1,
  experiment_id bigint,
  metres integer,
  PRIMARY KEY (id),
  FOREIGN KEY (deal_id) REFERENCES deals(id),
  FOREIGN KEY (ended_by) REFERENCES staff(id),
  FOREIGN KEY (experiment_id) REFERENCES script_experiments(id),
  FOREIGN KEY (script_version_id) REFERENCES sale_script_versions(id),
  FOREIGN KEY (started_by) REFERENCES staff(id),
  CHECK (((state = 'open'::text) = (ended_at IS NULL))),
  CHECK (((technology IS NULL) = (line_kbps IS NULL))),
  CHECK ((line_kbps > 0)),
  CHECK (((metres >= 0) AND (metres <= 100000))),
  CHECK ((payment = ANY (ARRAY['full'::text, 'split'::text, 'free'::text]))),
  CHECK (((payment_parts >= 2) AND (payment_parts <= 36))),
  CHECK ((state = ANY (ARRAY['open'::text, 'agreed'::text, 'thinking'::text, 'refused'::text])))
);

create table household_members (
  household_id bigint not null,
  subscriber_id bigint not null,
  role text not null default ''::text,
  joined_at timestamp with time zone not null,
  PRIMARY KEY (household_id, subscriber_id),
  FOREIGN KEY (household_id) REFERENCES households(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id)
);

create table households (
  id bigint generated always as identity,
  kind text not null,
  name text not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  PRIMARY KEY (id),
  CHECK ((kind = ANY (ARRAY['household'::text, 'holding'::text])))
);

create table idempotency_keys (
  caller text not null,
  key text not null,
  route text not null,
  request_hash text not null,
  answer jsonb,
  created_at timestamp with time zone not null,
  PRIMARY KEY (caller, key)
);

create table import_changes (
  id bigint generated always as identity,
  import_id bigint not null,
  row_number integer,
  entity text not null,
  entity_id bigint not null,
  before jsonb,
  after jsonb,
  state text not null default 'done'::text,
  PRIMARY KEY (id),
  FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE,
  CHECK ((entity = ANY (ARRAY['subscriber'::text, 'account'::text, 'subscription'::text, 'ledger_transaction'::text, 'ticket'::text, 'coverage'::text]))),
  CHECK ((state = ANY (ARRAY['done'::text, 'undone'::text, 'kept'::text])))
);

create table import_duplicates (
  import_id bigint not null,
  row_number integer not null,
  reason text not null,
  subscriber_id bigint,
  other_row integer,
  id bigint generated always as identity,
  PRIMARY KEY (id),
  FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE,
  CHECK ((reason = ANY (ARRAY['same_phone'::text, 'same_name_and_address'::text])))
);

create table import_rows (
  import_id bigint not null,
  row_number integer not null,
  record jsonb,
  key_value text,
  phones text[],
  person_key text,
  cells text[],
  error jsonb,
  warnings jsonb,
  PRIMARY KEY (import_id, row_number),
  FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE
);

create table imports (
  id bigint generated always as identity,
  file_id bigint not null,
  file_name text not null,
  size_bytes bigint not null,
  sha256 text not null,
  state text not null default 'uploaded'::text,
  failed_in text,
  failure jsonb,
  attempts integer not null default 0,
  preset text not null,
  key text not null,
  format jsonb not null,
  sheets jsonb not null default '[]'::jsonb,
  columns jsonb not null,
  mapping jsonb not null,
  settings jsonb not null default '{}'::jsonb,
  read_offset bigint not null default 0,
  read_row integer not null default 1,
  profiles jsonb not null default '{}'::jsonb,
  row_count integer not null default 0,
  error_count integer not null default 0,
  warning_count integer not null default 0,
  done_through bigint not null default 0,
  counts jsonb not null default '{}'::jsonb,
  created_by bigint,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  applied_at timestamp with time zone,
  undone_at timestamp with time zone,
  kind text not null default 'subscribers'::text,
  PRIMARY KEY (id),
  FOREIGN KEY (created_by) REFERENCES staff(id),
  FOREIGN KEY (file_id) REFERENCES files(id),
  CHECK ((kind = ANY (ARRAY['subscribers'::text, 'tickets'::text, 'usage'::text, 'coverage'::text]))),
  CHECK ((state = ANY (ARRAY['uploaded'::text, 'staging'::text, 'checking'::text, 'checked'::text, 'applying'::text, 'applied'::text, 'undoing'::text, 'undone'::text, 'failed'::text])))
);

create table incident_buildings (
  incident_id bigint not null,
  building_id bigint not null,
  PRIMARY KEY (building_id, incident_id),
  FOREIGN KEY (building_id) REFERENCES buildings(id),
  FOREIGN KEY (incident_id) REFERENCES incidents(id)
);

create table incidents (
  id bigint generated always as identity,
  kind text not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  cause text not null default ''::text,
  created_at timestamp with time zone not null,
  PRIMARY KEY (id),
  CHECK ((kind = ANY (ARRAY['outage'::text, 'degradation'::text, 'planned_work'::text])))
);

create table incoming_files (
  id bigint generated always as identity,
  raw_message_id bigint not null,
  channel_id bigint not null,
  place text not null,
  name text not null,
  content_type text not null,
  state text not null default 'waiting'::text,
  tries integer not null default 0,
  try_after timestamp with time zone not null,
  trouble text,
  created_at timestamp with time zone not null,
  PRIMARY KEY (id),
  FOREIGN KEY (channel_id) REFERENCES channels(id),
  FOREIGN KEY (raw_message_id) REFERENCES raw_messages(id) ON DELETE CASCADE,
  CHECK ((state = ANY (ARRAY['waiting'::text, 'fetched'::text, 'failed'::text])))
);

create table incoming_settings (
  only_one boolean not null default true,
  refused_kept_days integer,
  version integer not null default 1,
  PRIMARY KEY (only_one),
  CHECK (only_one),
  CHECK (((refused_kept_days >= 1) AND (refused_kept_days <= 3650)))
);

create table kept_discounts (
  subscriber_id bigint not null,
  account_id bigint not null,
  discount_id bigint not null,
  percent smallint not null,
  reached smallint not null,
  given_on date not null,
  id bigint generated always as identity,
  kind text not null,
  ended_on date,
  fell_on date,
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (discount_id) REFERENCES discounts(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  CHECK ((kind = ANY (ARRAY['friends'::text, 'privilege'::text])))
);

create table kept_service_counts (
  on date not null,
  PRIMARY KEY ("on")
);

create table kept_services (
  tariff_id bigint not null,
  product_id bigint not null,
  accounts integer not null,
  keep integer not null,
  PRIMARY KEY (tariff_id, product_id),
  FOREIGN KEY (product_id) REFERENCES products(id) ON DELETE CASCADE,
  FOREIGN KEY (tariff_id) REFERENCES products(id) ON DELETE CASCADE,
  CHECK ((accounts > 0)),
  CHECK (((keep >= 1) AND (keep <= accounts)))
);

create table kpi_days (
  dimension text not null,
  value text not null,
  measure text not null,
  on date not null,
  count bigint not null,
  amount_minor bigint not null,
  PRIMARY KEY (dimension, value, measure, "on")
);

create table kpi_facts (
  source text not null,
  row_id bigint not null,
  part bigint not null,
  on date not null,
  subscriber_id bigint,
  measures text[] not null,
  amount bigint not null,
  dimensions jsonb not null,
  PRIMARY KEY (source, row_id, part),
  CHECK ((source = ANY (ARRAY['contact'::text, 'wish'::text, 'sale'::text, 'outage'::text])))
);

create table kpi_nights (
  on date not null,
  after_id bigint not null default 0,
  changed bigint not null default 0,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  wrong bigint,
  counted_at timestamp with time zone,
  stage text not null default 'moves'::text,
  PRIMARY KEY ("on"),
  CHECK (((finished_at IS NULL) = (wrong IS NULL))),
  CHECK (((finished_at IS NULL) OR (counted_at IS NOT NULL)))
);

create table labelled (
  entity text not null,
  entity_id bigint not null,
  label_id bigint not null,
  staff_id bigint,
  created_at timestamp with time zone not null,
  PRIMARY KEY (entity, entity_id, label_id),
  FOREIGN KEY (label_id) REFERENCES labels(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id)
);

create table labels (
  id bigint generated always as identity,
  name text not null,
  name_key text not null,
  color text not null,
  merged_into_id bigint,
  archived_at timestamp with time zone,
  created_at timestamp with time zone not null,
  PRIMARY KEY (id),
  FOREIGN KEY (merged_into_id) REFERENCES labels(id),
  CHECK ((color = ANY (ARRAY['gray'::text, 'teal'::text, 'blue'::text, 'green'::text, 'amber'::text, 'red'::text, 'violet'::text, 'rose'::text])))
);

create table lead_sources (
  id bigint generated always as identity,
  name text not null,
  position integer not null default 0,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  UNIQUE (name),
  PRIMARY KEY (id)
);

create table leads (
  id bigint generated always as identity,
  state text not null default 'new'::text,
  name text not null,
  phone text not null default ''::text,
  email text not null default ''::text,
  address text not null default ''::text,
  building_id bigint,
  flat text not null default ''::text,
  wanted text not null default ''::text,
  source_id bigint,
  campaign text not null default ''::text,
  dealer_id bigint,
  referral_code text not null default ''::text,
  conversation_id bigint,
  subscriber_id bigint,
  household_id bigint,
  deal_id bigint,
  decline_reason_id bigint,
  decline_note text not null default ''::text,
  owner_staff_id bigint,
  team_id bigint,
  created_at timestamp with time zone not null,
  created_by bigint,
  decided_at timestamp with time zone,
  decided_by bigint,
  version integer not null default 1,
  UNIQUE (conversation_id),
  PRIMARY KEY (id),
  FOREIGN KEY (building_id) REFERENCES buildings(id),
  FOREIGN KEY (conversation_id) REFERENCES conversations(id),
  FOREIGN KEY (created_by) REFERENCES staff(id),
  FOREIGN KEY (deal_id) REFERENCES deals(id),
  FOREIGN KEY (dealer_id) REFERENCES dealers(id),
  FOREIGN KEY (decided_by) REFERENCES staff(id),
  FOREIGN KEY (decline_reason_id) REFERENCES lost_reasons(id),
  FOREIGN KEY (household_id) REFERENCES households(id),
  FOREIGN KEY (owner_staff_id) REFERENCES staff(id),
  FOREIGN KEY (source_id) REFERENCES lead_sources(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  FOREIGN KEY (team_id) REFERENCES teams(id),
  CHECK (((state = 'new'::text) = (decided_at IS NULL))),
  CHECK (((state = 'declined'::text) = (decline_reason_id IS NOT NULL))),
  CHECK (((state <> 'accepted'::text) OR (deal_id IS NOT NULL))),
  CHECK (((state <> 'attached'::text) OR (COALESCE(subscriber_id, household_id, deal_id) IS NOT NULL))),
  CHECK ((state = ANY (ARRAY['new'::text, 'accepted'::text, 'attached'::text, 'declined'::text])))
);

create table leaving_reasons (
  id bigint generated always as identity,
  parent_id bigint,
  name text not null,
  takes_offers boolean not null default true,
  leave_chance double precision not null default 0.6,
  position integer not null default 0,
  archived_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  words text not null default ''::text,
  answers jsonb not null default '[]'::jsonb,
  PRIMARY KEY (id),
  FOREIGN KEY (parent_id) REFERENCES leaving_reasons(id),
  CHECK ((jsonb_typeof(answers) = 'array'::text)),
  CHECK (((leave_chance >= (0)::double precision) AND (leave_chance <= (1)::double precision))),
  CHECK ((name <> ''::text))
);

create table leaving_signs (
  kind text not null,
  is_on boolean not null default false,
  days integer not null,
  version integer not null default 1,
  PRIMARY KEY (kind),
  CHECK (((days >= 1) AND (days <= 365))),
  CHECK ((kind = ANY (ARRAY['stopped_paying'::text, 'silent'::text])))
);

create table ledger_accounts (
  id bigint generated always as identity,
  kind text not null,
  account_id bigint,
  currency text not null,
  dealer_id bigint,
  wallet_id bigint,
  UNIQUE NULLS NOT DISTINCT (kind, account_id, dealer_id, wallet_id, currency),
  PRIMARY KEY (id),
  CHECK (((kind = 'subscriber'::text) = (account_id IS NOT NULL))),
  CHECK (((kind = 'dealer'::text) = (dealer_id IS NOT NULL))),
  CHECK (((kind = 'wallet'::text) = (wallet_id IS NOT NULL))),
  CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CHECK ((kind = ANY (ARRAY['subscriber'::text, 'dealer'::text, 'wallet'::text, 'opening_balances'::text, 'revenue'::text, 'cash'::text, 'bank'::text, 'gateway'::text, 'corrections'::text, 'unidentified'::text, 'cards'::text, 'commission'::text, 'write_offs'::text, 'cash_in_transit'::text, 'cash_differences'::text, 'points_issued'::text, 'points_spent'::text, 'points_expired'::text, 'rewards'::text])))
);

create table ledger_balances (
  ledger_account_id bigint not null,
  balance_minor bigint not null default 0,
  PRIMARY KEY (ledger_account_id),
  FOREIGN KEY (ledger_account_id) REFERENCES ledger_accounts(id),
  CHECK ((abs(balance_minor) <= '9007199254740991'::bigint))
);

create table ledger_closing_totals (
  closing_id bigint not null,
  kind text not null,
  currency text not null,
  debit_minor numeric(30,0) not null,
  credit_minor numeric(30,0) not null,
  balance_minor numeric(30,0) not null,
  postings bigint not null,
  PRIMARY KEY (closing_id, kind, currency),
  FOREIGN KEY (closing_id) REFERENCES ledger_closings(id),
  CHECK ((credit_minor >= (0)::numeric)),
  CHECK ((debit_minor >= (0)::numeric))
);

create table ledger_closings (
  id bigint generated always as identity,
  closed_through date not null,
  closed_at timestamp with time zone not null,
  closed_by bigint,
  UNIQUE (closed_through),
  PRIMARY KEY (id),
  FOREIGN KEY (closed_by) REFERENCES staff(id)
);

create table ledger_postings (
  id bigint generated always as identity,
  transaction_id bigint not null,
  ledger_account_id bigint not null,
  amount_minor bigint not null,
  PRIMARY KEY (id),
  FOREIGN KEY (ledger_account_id) REFERENCES ledger_accounts(id),
  FOREIGN KEY (transaction_id) REFERENCES ledger_transactions(id),
  CHECK ((amount_minor <> 0)),
  CHECK ((abs(amount_minor) <= '9007199254740991'::bigint))
);

create table ledger_transactions (
  id bigint generated always as identity,
  kind text not null,
  key text not null,
  occurred_on date not null,
  recorded_at timestamp with time zone not null,
  reverses_id bigint,
  facts jsonb not null default '{}'::jsonb,
  content_hash text,
  written_in xid8 not null default pg_current_xact_id(),
  UNIQUE (key),
  UNIQUE (reverses_id),
  PRIMARY KEY (id),
  FOREIGN KEY (reverses_id) REFERENCES ledger_transactions(id)
);

create table level_changes (
  id bigint generated always as identity,
  subscriber_id bigint not null,
  level_id bigint,
  changed_on date not null,
  year_points bigint not null,
  PRIMARY KEY (id),
  FOREIGN KEY (level_id) REFERENCES loyalty_levels(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id)
);

create table life_counts (
  dimension text not null,
  value text not null,
  cohort date not null,
  months integer not null,
  gone bigint not null,
  here bigint not null,
  PRIMARY KEY (dimension, value, cohort, months),
  CHECK ((months >= 0))
);

create table lost_cells (
  process text not null,
  month date not null,
  stratum text not null,
  contacts bigint not null,
  wrong bigint not null,
  wrong_known bigint not null,
  wrong_good bigint not null,
  right_known bigint not null,
  right_good bigint not null,
  worth_minor bigint not null,
  bought bigint not null,
  bought_minor bigint not null,
  bought_squares double precision not null,
  once_known bigint not null default 0,
  once_minor bigint not null default 0,
  PRIMARY KEY (process, month, stratum),
  CHECK ((process = ANY (ARRAY['callbacks'::text, 'recommendations'::text, 'pitches'::text, 'leavers'::text, 'norms'::text, 'suspensions'::text, 'nodes'::text, 'prices'::text])))
);

create table lost_contacts (
  id bigint generated always as identity,
  process text not null,
  month date not null,
  kind text not null,
  ref_id bigint not null,
  at timestamp with time zone not null,
  root_id bigint,
  person text not null,
  stratum text not null,
  is_known boolean not null,
  is_good boolean,
  worth_minor bigint,
  amount bigint,
  is_once boolean not null default false,
  PRIMARY KEY (id),
  CHECK ((kind = ANY (ARRAY['conversation'::text, 'deal'::text, 'case'::text, 'ticket'::text, 'account'::text, 'subscriber'::text])))
);

create table lost_counts (
  month date not null,
  step text not null,
  counted_on date not null,
  PRIMARY KEY (month, step)
);

create table lost_reasons (
  id bigint generated always as identity,
  name text not null,
  position integer not null default 0,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  UNIQUE (name),
  PRIMARY KEY (id)
);

create table loyalty_levels (
  id bigint generated always as identity,
  name text not null,
  from_points bigint not null,
  extra_percent smallint not null default 0,
  UNIQUE (from_points),
  UNIQUE (name),
  PRIMARY KEY (id),
  CHECK (((extra_percent >= 0) AND (extra_percent <= 500))),
  CHECK ((from_points >= 0)),
  CHECK ((name <> ''::text))
);

create table loyalty_members (
  subscriber_id bigint not null,
  wallet_id bigint not null,
  joined_on date not null,
  code text not null,
  level_id bigint,
  level_since date,
  level_falls_on date,
  year_points bigint not null default 0,
  page_key text not null default replace((gen_random_uuid())::text, '-'::text, ''::text),
  UNIQUE (code),
  UNIQUE (page_key),
  PRIMARY KEY (subscriber_id),
  FOREIGN KEY (level_id) REFERENCES loyalty_levels(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  FOREIGN KEY (wallet_id) REFERENCES point_wallets(id)
);

create table loyalty_runs (
  day date not null,
  step text not null,
  rows bigint not null default 0,
  done_at timestamp with time zone not null,
  PRIMARY KEY (day, step)
);

create table loyalty_settings (
  only_one boolean not null default true,
  begun_on date,
  point_minor integer not null default 100,
  life_months smallint not null default 12,
  grace_months smallint not null default 3,
  odd_points integer not null default 3000,
  version integer not null default 1,
  friend_months smallint not null default 2,
  most_friends smallint not null default 10,
  loyal_months smallint not null default 12,
  rewards_minor bigint,
  notice_days smallint not null default 30,
  PRIMARY KEY (only_one),
  CHECK (((friend_months >= 1) AND (friend_months <= 24))),
  CHECK (((grace_months >= 0) AND (grace_months <= 24))),
  CHECK (((life_months >= 1) AND (life_months <= 120))),
  CHECK (((loyal_months >= 1) AND (loyal_months <= 240))),
  CHECK (((most_friends >= 1) AND (most_friends <= 1000))),
  CHECK (((notice_days >= 1) AND (notice_days <= 180))),
  CHECK (((odd_points >= 1) AND (odd_points <= 100000000))),
  CHECK (only_one),
  CHECK (((point_minor >= 1) AND (point_minor <= 1000000))),
  CHECK ((rewards_minor > 0))
);

create table mentions (
  id bigint generated always as identity,
  staff_id bigint not null,
  by_staff_id bigint,
  entity text not null,
  entity_id bigint not null,
  source_id bigint,
  mentioned_at timestamp with time zone not null,
  seen_at timestamp with time zone,
  reason text not null default 'named'::text,
  UNIQUE (entity, source_id, staff_id),
  PRIMARY KEY (id),
  FOREIGN KEY (by_staff_id) REFERENCES staff(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  CHECK ((reason = ANY (ARRAY['named'::text, 'noted'::text, 'told'::text, 'turned'::text, 'passed_on'::text, 'given'::text, 'late'::text])))
);

create table message_files (
  message_id bigint not null,
  file_id bigint not null,
  is_inline boolean not null default false,
  UNIQUE (file_id),
  PRIMARY KEY (message_id, file_id),
  FOREIGN KEY (file_id) REFERENCES files(id),
  FOREIGN KEY (message_id) REFERENCES messages(id)
);

create table messages (
  id bigint generated always as identity,
  conversation_id bigint not null,
  raw_message_id bigint,
  direction text not null,
  author_staff_id bigint,
  text text not null,
  happened_at timestamp with time zone not null,
  external_id text not null default ''::text,
  sender_name text not null default ''::text,
  sender_address text not null default ''::text,
  answer_to text not null default ''::text,
  subject text not null default ''::text,
  quoted text not null default ''::text,
  is_automatic boolean not null default false,
  outgoing_message_id bigint,
  edited_at timestamp with time zone,
  former_text text not null default ''::text,
  edit_number bigint not null default 0,
  is_unproven boolean not null default false,
  UNIQUE (outgoing_message_id),
  UNIQUE (raw_message_id),
  PRIMARY KEY (id),
  FOREIGN KEY (author_staff_id) REFERENCES staff(id),
  FOREIGN KEY (conversation_id) REFERENCES conversations(id),
  FOREIGN KEY (outgoing_message_id) REFERENCES outgoing_messages(id),
  FOREIGN KEY (raw_message_id) REFERENCES raw_messages(id),
  CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text, 'note'::text])))
);

create table needs (
  id bigint generated always as identity,
  subscriber_id bigint not null,
  kind text not null,
  text text not null,
  source text not null default ''::text,
  noted_by bigint,
  noted_at timestamp with time zone not null,
  fresh_until date not null,
  confirmed_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_reason text,
  PRIMARY KEY (id),
  FOREIGN KEY (noted_by) REFERENCES staff(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  CHECK ((kind = ANY (ARRAY['need'::text, 'wish'::text, 'bad_experience'::text, 'life_event'::text])))
);

create table nodes (
  id bigint generated always as identity,
  name text not null,
  created_at timestamp with time zone not null,
  UNIQUE (name),
  PRIMARY KEY (id)
);

create table norms (
  id bigint generated always as identity,
  kind text not null,
  target_seconds integer not null,
  calendar_id bigint not null,
  updated_at timestamp with time zone not null,
  UNIQUE (kind),
  PRIMARY KEY (id),
  FOREIGN KEY (calendar_id) REFERENCES calendars(id),
  CHECK ((target_seconds > 0))
);

create table objection_answers (
  id bigint generated always as identity,
  objection_id bigint not null,
  words text not null,
  next_step text not null default ''::text,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (objection_id) REFERENCES objections(id)
);

create table objections (
  id bigint generated always as identity,
  name text not null,
  words text not null default ''::text,
  position integer not null default 0,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  version integer not null default 1,
  UNIQUE (name),
  PRIMARY KEY (id)
);

create table offers (
  id bigint generated always as identity,
  conversation_id bigint not null,
  staff_id bigint not null,
  offered_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  end_reason text,
  PRIMARY KEY (id),
  FOREIGN KEY (conversation_id) REFERENCES conversations(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  CHECK ((end_reason = ANY (ARRAY['taken'::text, 'declined'::text, 'expired'::text, 'withdrawn'::text])))
);

create table operator_profile (
  is_only boolean not null default true,
  name text not null,
  time_zone text not null,
  currency text not null,
  country text not null,
  city_code text,
  language text not null,
  settings jsonb not null default '{}'::jsonb,
  PRIMARY KEY (is_only),
  CHECK (is_only),
  CHECK ((language = ANY (ARRAY['ru'::text, 'en'::text])))
);

create table outgoing_files (
  outgoing_message_id bigint not null,
  file_id bigint not null,
  place integer not null,
  reference text not null default ''::text,
  PRIMARY KEY (outgoing_message_id, file_id),
  FOREIGN KEY (file_id) REFERENCES files(id),
  FOREIGN KEY (outgoing_message_id) REFERENCES outgoing_messages(id)
);

create table outgoing_messages (
  id bigint generated always as identity,
  channel_id bigint not null,
  key text not null,
  recipient text not null,
  payload jsonb not null,
  external_id text not null,
  state text not null default 'waiting'::text,
  tries integer not null default 0,
  try_after timestamp with time zone not null,
  trouble text,
  error text,
  sending_at timestamp with time zone,
  sent_at timestamp with time zone,
  created_at timestamp with time zone not null,
  erased_at timestamp with time zone,
  provider_id text not null default ''::text,
  unsure_since timestamp with time zone,
  parts integer not null default 1,
  parts_sent integer not null default 0,
  read_at timestamp with time zone,
  UNIQUE (channel_id, key),
  UNIQUE (external_id),
  PRIMARY KEY (id),
  FOREIGN KEY (channel_id) REFERENCES channels(id),
  CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'unknown'::text])))
);

create table overpaid_kept (
  month date not null,
  subscriber_id bigint not null,
  gap_minor bigint not null,
  kept_at timestamp with time zone not null,
  PRIMARY KEY (month, subscriber_id),
  CHECK ((gap_minor > 0))
);

create table page_sendings (
  id bigint generated always as identity,
  subscriber_id bigint not null,
  way text not null,
  outgoing_message_id bigint not null,
  sent_at timestamp with time zone not null,
  sent_by bigint,
  UNIQUE (outgoing_message_id),
  PRIMARY KEY (id),
  FOREIGN KEY (outgoing_message_id) REFERENCES outgoing_messages(id),
  FOREIGN KEY (sent_by) REFERENCES staff(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  CHECK ((way = ANY (ARRAY['email'::text, 'telegram'::text, 'vk'::text])))
);

create table paid_months (
  subscriber_id bigint not null,
  month date not null,
  is_in_time boolean not null,
  streak smallint not null,
  charged_minor bigint not null,
  PRIMARY KEY (month, subscriber_id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

create table paper_numbers (
  kind text not null,
  year integer not null,
  last integer not null,
  PRIMARY KEY (kind, year)
);

create table papers (
  id bigint generated always as identity,
  kind text not null,
  number text not null,
  account_id bigint not null,
  dated_on date not null,
  from_on date,
  to_on date,
  currency text not null,
  amount_minor bigint not null,
  language text not null,
  seller jsonb not null,
  payer jsonb not null,
  content jsonb not null,
  corrects_id bigint,
  run_id bigint,
  made_at timestamp with time zone not null,
  made_by bigint,
  UNIQUE (kind, number),
  PRIMARY KEY (id),
  FOREIGN KEY (corrects_id) REFERENCES papers(id),
  FOREIGN KEY (made_by) REFERENCES staff(id),
  FOREIGN KEY (run_id) REFERENCES act_runs(id),
  CHECK (((kind = 'corrective_act'::text) = (corrects_id IS NOT NULL))),
  CHECK ((to_on >= from_on)),
  CHECK ((kind = ANY (ARRAY['statement'::text, 'invoice'::text, 'act'::text, 'corrective_act'::text]))),
  CHECK ((language = ANY (ARRAY['ru'::text, 'en'::text])))
);

create table payer_details (
  account_id bigint not null,
  name text not null default ''::text,
  tax_number text not null default ''::text,
  tax_reason_code text not null default ''::text,
  registration_number text not null default ''::text,
  address text not null default ''::text,
  version integer not null default 1,
  PRIMARY KEY (account_id),
  FOREIGN KEY (account_id) REFERENCES accounts(id)
);

create table payment_conflicts (
  id bigint generated always as identity,
  payment_id bigint not null,
  account_given text not null,
  amount_minor bigint not null,
  received_at timestamp with time zone not null,
  times integer not null default 1,
  settled_at timestamp with time zone,
  settled_by bigint,
  UNIQUE (payment_id, account_given, amount_minor),
  PRIMARY KEY (id),
  FOREIGN KEY (payment_id) REFERENCES payments(id),
  FOREIGN KEY (settled_by) REFERENCES staff(id)
);

create table payment_doubts (
  id bigint generated always as identity,
  source_id bigint not null,
  statement_id bigint not null,
  external_id text not null,
  like_payment_id bigint,
  amount_minor bigint not null,
  paid_at timestamp with time zone not null,
  document_number text not null,
  payer text not null,
  payer_tax_number text not null,
  payer_account text not null,
  purpose text not null,
  received_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by bigint,
  payment_id bigint,
  UNIQUE (source_id, external_id),
  PRIMARY KEY (id),
  FOREIGN KEY (like_payment_id) REFERENCES payments(id),
  FOREIGN KEY (payment_id) REFERENCES payments(id),
  FOREIGN KEY (settled_by) REFERENCES staff(id),
  FOREIGN KEY (source_id) REFERENCES payment_sources(id),
  FOREIGN KEY (statement_id) REFERENCES statement_files(id),
  CHECK ((amount_minor > 0))
);

create table payment_notices (
  id bigint generated always as identity,
  source_id bigint not null,
  received_at timestamp with time zone not null,
  event text not null,
  object_id text not null,
  body text not null,
  state text not null default 'waiting'::text,
  times integer not null default 1,
  words text not null default ''::text,
  UNIQUE (source_id, object_id, event),
  PRIMARY KEY (id),
  FOREIGN KEY (source_id) REFERENCES payment_sources(id),
  CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'ignored'::text, 'refused'::text])))
);

create table payment_returns (
  id bigint generated always as identity,
  payment_id bigint not null,
  amount_minor bigint not null,
  reason text not null,
  returned_at timestamp with time zone not null,
  staff_id bigint,
  transaction_id bigint not null,
  external_id text,
  PRIMARY KEY (id),
  FOREIGN KEY (payment_id) REFERENCES payments(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  FOREIGN KEY (transaction_id) REFERENCES ledger_transactions(id),
  CHECK ((amount_minor > 0))
);

create table payment_sources (
  id bigint generated always as identity,
  kind text not null,
  name text not null,
  currency text not null,
  login text,
  password_hash text,
  addresses cidr[] not null default '{}'::cidr[],
  least_minor bigint not null default 1,
  most_minor bigint,
  secrets text,
  settings jsonb not null default '{}'::jsonb,
  is_enabled boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  bank_account text,
  UNIQUE (login),
  UNIQUE (name),
  PRIMARY KEY (id),
  CHECK ((most_minor >= least_minor)),
  CHECK (((login IS NULL) = (password_hash IS NULL))),
  CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CHECK ((kind = ANY (ARRAY['osmp'::text, 'yookassa'::text, 'bank'::text, 'cash'::text, 'cards'::text, 'dealers'::text]))),
  CHECK ((least_minor >= 1))
);

create table payments (
  id bigint generated always as identity,
  source_id bigint not null,
  external_id text not null,
  account_id bigint,
  account_given text not null default ''::text,
  amount_minor bigint not null,
  currency text not null,
  paid_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  state text not null,
  transaction_id bigint,
  payer text not null default ''::text,
  purpose text not null default ''::text,
  staff_id bigint,
  returned_minor bigint not null default 0,
  placed_at timestamp with time zone,
  placed_by bigint,
  statement_id bigint,
  document_number text not null default ''::text,
  payer_account text not null default ''::text,
  is_at_bank boolean not null default false,
  UNIQUE (source_id, external_id),
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (placed_by) REFERENCES staff(id),
  FOREIGN KEY (source_id) REFERENCES payment_sources(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  FOREIGN KEY (statement_id) REFERENCES statement_files(id),
  FOREIGN KEY (transaction_id) REFERENCES ledger_transactions(id),
  CHECK (((amount_minor >= 1) AND (amount_minor <= '9007199254740991'::bigint))),
  CHECK (((state = 'credited'::text) <= (account_id IS NOT NULL))),
  CHECK (((returned_minor >= 0) AND (returned_minor <= amount_minor))),
  CHECK (((state = 'returned'::text) = (returned_minor = amount_minor))),
  CHECK ((state = ANY (ARRAY['credited'::text, 'unidentified'::text, 'returned'::text])))
);

create table personal_history (
  event_id bigint not null,
  subscriber_id bigint,
  recorded_at timestamp with time zone not null,
  details jsonb not null,
  PRIMARY KEY (event_id)
);

create table pipeline_stages (
  id bigint generated always as identity,
  pipeline_id bigint not null,
  name text not null,
  position integer not null,
  probability integer not null,
  required_fields text[] not null default '{}'::text[],
  limit_seconds integer,
  calendar_id bigint,
  archived_at timestamp with time zone,
  entry jsonb not null default '[]'::jsonb,
  UNIQUE (pipeline_id, id),
  UNIQUE (pipeline_id, name),
  PRIMARY KEY (id),
  FOREIGN KEY (calendar_id) REFERENCES calendars(id),
  FOREIGN KEY (pipeline_id) REFERENCES pipelines(id),
  CHECK (((limit_seconds IS NULL) = (calendar_id IS NULL))),
  CHECK ((limit_seconds > 0)),
  CHECK (((probability >= 0) AND (probability <= 100)))
);

create table pipelines (
  id bigint generated always as identity,
  name text not null,
  position integer not null default 0,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  UNIQUE (name),
  PRIMARY KEY (id)
);

create table pitch_answers (
  id bigint generated always as identity,
  conversation_id bigint,
  pitch_id bigint not null,
  subscriber_id bigint,
  staff_id bigint not null,
  answer text not null,
  answered_at timestamp with time zone not null,
  guided_sale_id bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (conversation_id) REFERENCES conversations(id),
  FOREIGN KEY (guided_sale_id) REFERENCES guided_sales(id),
  FOREIGN KEY (pitch_id) REFERENCES pitches(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  CHECK ((answer = ANY (ARRAY['interested'::text, 'later'::text, 'refused'::text, 'not_said'::text]))),
  CHECK (((conversation_id IS NOT NULL) OR (guided_sale_id IS NOT NULL)))
);

create table pitches (
  id bigint generated always as identity,
  product_id bigint not null,
  argument text not null,
  audience text not null default 'everybody'::text,
  position integer not null default 0,
  pause_days integer not null default 90,
  is_on boolean not null default true,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  UNIQUE (product_id),
  PRIMARY KEY (id),
  FOREIGN KEY (product_id) REFERENCES products(id),
  CHECK ((audience = ANY (ARRAY['everybody'::text, 'person'::text, 'organisation'::text]))),
  CHECK (((pause_days >= 1) AND (pause_days <= 730)))
);

create table play_settings (
  only_one boolean not null default true,
  contact_days smallint not null default 30,
  most_contacts smallint not null default 2,
  calls_per_day integer not null default 40,
  calls_from smallint not null default 10,
  calls_to smallint not null default 20,
  contact_minor bigint not null default 5000,
  returned_days smallint not null default 60,
  version integer not null default 1,
  PRIMARY KEY (only_one),
  CHECK (((calls_from >= 0) AND (calls_from <= 23))),
  CHECK (((calls_per_day >= 0) AND (calls_per_day <= 100000))),
  CHECK (((calls_to >= 1) AND (calls_to <= 24))),
  CHECK ((calls_from < calls_to)),
  CHECK (((contact_days >= 1) AND (contact_days <= 365))),
  CHECK ((contact_minor >= 0)),
  CHECK (((most_contacts >= 1) AND (most_contacts <= 50))),
  CHECK (only_one),
  CHECK (((returned_days >= 1) AND (returned_days <= 365)))
);

create table play_tasks (
  id bigint generated always as identity,
  version integer not null default 1,
  play_id bigint not null,
  subscriber_id bigint not null,
  aim text not null,
  signalled_at timestamp with time zone not null,
  state text not null default 'open'::text,
  starts_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  norm_seconds integer not null,
  calendar_id bigint not null,
  owner_staff_id bigint,
  team_id bigint,
  tries smallint not null default 0,
  outcome text,
  note text not null default ''::text,
  cost_minor bigint not null default 0,
  result_id bigint,
  made_at timestamp with time zone not null,
  done_at timestamp with time zone,
  done_by bigint,
  UNIQUE (play_id, subscriber_id, signalled_at),
  PRIMARY KEY (id),
  FOREIGN KEY (calendar_id) REFERENCES calendars(id),
  FOREIGN KEY (done_by) REFERENCES staff(id),
  FOREIGN KEY (owner_staff_id) REFERENCES staff(id),
  FOREIGN KEY (play_id) REFERENCES plays(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  FOREIGN KEY (team_id) REFERENCES teams(id),
  CHECK ((aim = ANY (ARRAY['keep'::text, 'win_back'::text]))),
  CHECK (((state = 'done'::text) = (outcome IS NOT NULL))),
  CHECK (((state = ANY (ARRAY['done'::text, 'dropped'::text])) = (done_at IS NOT NULL))),
  CHECK ((outcome = ANY (ARRAY['helped'::text, 'taken'::text, 'declined'::text, 'unreached'::text, 'leaves'::text, 'returns'::text, 'never'::text, 'sent'::text]))),
  CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text, 'held'::text, 'unserved'::text])))
);

create table plays (
  id bigint generated always as identity,
  name text not null,
  aim text not null,
  signal text not null,
  bound integer not null default 0,
  segment_id bigint,
  whom_segment_id bigint,
  reason text not null,
  action text not null,
  offer_id bigint,
  words text not null default ''::text,
  cooldown_days integer not null default 90,
  budget_minor bigint,
  on_since timestamp with time zone,
  tried_version integer,
  version integer not null default 1,
  created_by bigint,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  UNIQUE (name),
  PRIMARY KEY (id),
  FOREIGN KEY (created_by) REFERENCES staff(id),
  FOREIGN KEY (offer_id) REFERENCES retention_offers(id),
  FOREIGN KEY (segment_id) REFERENCES segments(id),
  FOREIGN KEY (whom_segment_id) REFERENCES segments(id),
  CHECK ((action = ANY (ARRAY['call'::text, 'offer'::text, 'message'::text]))),
  CHECK ((aim = ANY (ARRAY['keep'::text, 'win_back'::text]))),
  CHECK (((bound >= 0) AND (bound <= 3650))),
  CHECK ((budget_minor >= 0)),
  CHECK (((signal = 'segment'::text) = (segment_id IS NOT NULL))),
  CHECK (((action = 'offer'::text) = (offer_id IS NOT NULL))),
  CHECK (((action <> 'message'::text) OR (words <> ''::text))),
  CHECK (((on_since IS NULL) OR (archived_at IS NULL))),
  CHECK (((cooldown_days >= 1) AND (cooldown_days <= 3650))),
  CHECK ((name <> ''::text)),
  CHECK ((reason = ANY (ARRAY['quality'::text, 'service'::text, 'price'::text, 'money'::text, 'competitor'::text, 'usage'::text, 'term'::text]))),
  CHECK ((signal <> ''::text))
);

create table point_earnings (
  id bigint generated always as identity,
  key text not null,
  rule_id bigint,
  subscriber_id bigint not null,
  wallet_id bigint not null,
  subject_id bigint,
  earned_on date not null,
  points bigint not null,
  state text not null,
  due_on date not null,
  expires_on date,
  transaction_id bigint,
  posting_id bigint,
  reason text not null default ''::text,
  made_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by bigint,
  moved_from_id bigint,
  UNIQUE (key),
  UNIQUE (posting_id),
  PRIMARY KEY (id),
  FOREIGN KEY (decided_by) REFERENCES staff(id),
  FOREIGN KEY (moved_from_id) REFERENCES point_earnings(id),
  FOREIGN KEY (rule_id) REFERENCES earning_rules(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  FOREIGN KEY (transaction_id) REFERENCES ledger_transactions(id),
  FOREIGN KEY (wallet_id) REFERENCES point_wallets(id),
  CHECK (((state = ANY (ARRAY['posted'::text, 'reversed'::text])) = (transaction_id IS NOT NULL))),
  CHECK (((transaction_id IS NULL) = (expires_on IS NULL))),
  CHECK ((points > 0)),
  CHECK ((state = ANY (ARRAY['pending'::text, 'held'::text, 'posted'::text, 'dropped'::text, 'reversed'::text])))
);

create table point_wallets (
  id bigint generated always as identity,
  household_id bigint,
  opened_at timestamp with time zone not null,
  UNIQUE (household_id),
  PRIMARY KEY (id),
  FOREIGN KEY (household_id) REFERENCES households(id)
);

create table port_notices (
  case_id bigint not null,
  number text not null,
  operator text not null,
  came_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  decision text,
  ground text,
  decided_at timestamp with time zone,
  decided_by bigint,
  id bigint generated always as identity,
  told_at timestamp with time zone,
  account_id bigint,
  called_off_at timestamp with time zone,
  from_case_id bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (case_id) REFERENCES retention_cases(id),
  FOREIGN KEY (decided_by) REFERENCES staff(id),
  FOREIGN KEY (from_case_id) REFERENCES retention_cases(id),
  CHECK (((decision IS NULL) = (decided_at IS NULL))),
  CHECK (((decision = 'refused'::text) = (ground IS NOT NULL))),
  CHECK (((decision = 'accepted'::text) OR (account_id IS NULL))),
  CHECK (((decision = 'accepted'::text) OR (called_off_at IS NULL))),
  CHECK ((decision = ANY (ARRAY['accepted'::text, 'refused'::text]))),
  CHECK ((ground = ANY (ARRAY['wrong_data'::text, 'debt'::text, 'not_ours'::text, 'blocked_by_court'::text, 'moved_lately'::text]))),
  CHECK ((number <> ''::text)),
  CHECK ((operator <> ''::text))
);

create table premises (
  id bigint generated always as identity,
  building_id bigint not null,
  flat text not null default ''::text,
  import_id bigint,
  UNIQUE (building_id, flat),
  PRIMARY KEY (id),
  FOREIGN KEY (building_id) REFERENCES buildings(id)
);

create table presence (
  staff_id bigint not null,
  state text not null,
  state_since timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  is_here boolean not null,
  said_at timestamp with time zone,
  PRIMARY KEY (staff_id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  CHECK ((state = ANY (ARRAY['ready'::text, 'break'::text, 'after_call'::text, 'away'::text])))
);

create table price_changes (
  id bigint generated always as identity,
  from_version_id bigint not null,
  to_version_id bigint not null,
  from_on date not null,
  words text not null,
  state text not null default 'planned'::text,
  planned_at timestamp with time zone not null,
  planned_by bigint,
  announced_at timestamp with time zone,
  ended_at timestamp with time zone,
  version integer not null default 1,
  PRIMARY KEY (id),
  FOREIGN KEY (from_version_id) REFERENCES product_versions(id),
  FOREIGN KEY (planned_by) REFERENCES staff(id),
  FOREIGN KEY (to_version_id) REFERENCES product_versions(id),
  CHECK ((from_version_id <> to_version_id)),
  CHECK ((state = ANY (ARRAY['planned'::text, 'announced'::text, 'moved'::text, 'cancelled'::text])))
);

create table price_moves (
  price_change_id bigint not null,
  subscription_id bigint not null,
  account_id bigint not null,
  told_at timestamp with time zone,
  way text,
  outgoing_message_id bigint,
  done_at timestamp with time zone,
  moved_to_id bigint,
  moves_on date,
  PRIMARY KEY (price_change_id, subscription_id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (moved_to_id) REFERENCES subscriptions(id) ON DELETE SET NULL,
  FOREIGN KEY (price_change_id) REFERENCES price_changes(id),
  FOREIGN KEY (subscription_id) REFERENCES subscriptions(id) ON DELETE CASCADE
);

create table privilege_steps (
  kind text not null,
  months smallint not null,
  percent smallint not null,
  PRIMARY KEY (kind, months),
  CHECK ((kind = ANY (ARRAY['tenure'::text, 'streak'::text]))),
  CHECK (((months >= 1) AND (months <= 600))),
  CHECK (((percent >= 1) AND (percent <= 50)))
);

create table product_versions (
  id bigint generated always as identity,
  product_id bigint not null,
  version integer not null,
  monthly_fee_minor bigint not null,
  currency text not null,
  speed_kbps integer,
  valid_from date not null,
  charge_cycle text not null default 'monthly'::text,
  connection_fee_minor bigint not null default 0,
  included_bytes bigint not null default 0,
  included_seconds bigint not null default 0,
  least_months smallint not null default 0,
  leaving_fee_minor bigint not null default 0,
  technologies text[] not null default '{}'::text[],
  guaranteed_speed_kbps integer,
  tv_channels integer,
  cost_minor bigint,
  instalments smallint not null default 0,
  UNIQUE (product_id, version),
  PRIMARY KEY (id),
  FOREIGN KEY (product_id) REFERENCES products(id),
  CHECK ((charge_cycle = ANY (ARRAY['monthly'::text, 'daily'::text]))),
  CHECK (((guaranteed_speed_kbps > 0) AND (guaranteed_speed_kbps <= speed_kbps))),
  CHECK ((connection_fee_minor >= instalments)),
  CHECK ((connection_fee_minor >= 0)),
  CHECK ((cost_minor >= 0)),
  CHECK ((included_bytes >= 0)),
  CHECK ((included_seconds >= 0)),
  CHECK (((instalments = 0) OR ((instalments >= 2) AND (instalments <= 36)))),
  CHECK (((least_months >= 0) AND (least_months <= 60))),
  CHECK ((leaving_fee_minor >= 0)),
  CHECK ((monthly_fee_minor >= 0)),
  CHECK ((technologies <@ ARRAY['ftth'::text, 'ethernet'::text, 'docsis'::text, 'dsl'::text, 'wireless'::text])),
  CHECK ((tv_channels > 0))
);

create table products (
  id bigint generated always as identity,
  kind text not null,
  service text not null,
  name text not null,
  import_id bigint,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  serves text[] not null default '{}'::text[],
  purpose text,
  purpose_words text not null default ''::text,
  purpose_goal bigint,
  eligibility jsonb not null default '[]'::jsonb,
  UNIQUE (name),
  PRIMARY KEY (id),
  CHECK ((kind = ANY (ARRAY['tariff'::text, 'addon'::text, 'equipment'::text]))),
  CHECK ((purpose = ANY (ARRAY['gather'::text, 'try'::text, 'hold'::text]))),
  CHECK ((purpose_goal > 0)),
  CHECK ((serves <@ ARRAY['video'::text, 'games'::text, 'work'::text, 'cameras'::text, 'tv'::text, 'wifi'::text, 'mobile'::text])),
  CHECK ((service = ANY (ARRAY['internet'::text, 'tv'::text, 'phone'::text, 'mobile'::text, 'bundle'::text, 'other'::text])))
);

create table promise_rules (
  id bigint generated always as identity,
  name text not null,
  position integer not null,
  condition jsonb,
  sum_kind text not null,
  sums_minor bigint[] not null default '{}'::bigint[],
  fees_percent integer not null default 100,
  days integer not null,
  price_minor bigint not null default 0,
  monthly_times integer,
  least_days_between integer not null default 0,
  most_debt_minor bigint,
  least_tenure_months integer not null default 0,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  UNIQUE (name),
  PRIMARY KEY (id),
  CHECK (((sum_kind = 'fees'::text) OR (cardinality(sums_minor) > 0))),
  CHECK (((days >= 1) AND (days <= 90))),
  CHECK (((fees_percent >= 1) AND (fees_percent <= 1000))),
  CHECK ((least_days_between >= 0)),
  CHECK ((least_tenure_months >= 0)),
  CHECK ((monthly_times >= 1)),
  CHECK ((most_debt_minor >= 0)),
  CHECK ((price_minor >= 0)),
  CHECK ((sum_kind = ANY (ARRAY['fixed'::text, 'fees'::text])))
);

create table promises (
  id bigint generated always as identity,
  account_id bigint not null,
  rule_id bigint not null,
  amount_minor bigint not null,
  paid_minor bigint not null default 0,
  price_minor bigint not null,
  currency text not null,
  taken_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  state text not null default 'open'::text,
  ended_at timestamp with time zone,
  taken_by bigint,
  short_since_at timestamp with time zone,
  grace_from timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (rule_id) REFERENCES promise_rules(id),
  FOREIGN KEY (taken_by) REFERENCES staff(id),
  CHECK ((amount_minor > 0)),
  CHECK (((paid_minor >= 0) AND (paid_minor <= amount_minor))),
  CHECK (((state = 'open'::text) = (ended_at IS NULL))),
  CHECK (((state = 'kept'::text) <= (paid_minor = amount_minor))),
  CHECK ((due_at > taken_at)),
  CHECK ((price_minor >= 0)),
  CHECK ((state = ANY (ARRAY['open'::text, 'kept'::text, 'broken'::text])))
);

create table promotions (
  id bigint generated always as identity,
  name text not null,
  product_id bigint,
  kind text not null,
  value bigint not null,
  lasts_days integer,
  offered_from date not null,
  offered_to date,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  UNIQUE (name),
  PRIMARY KEY (id),
  FOREIGN KEY (product_id) REFERENCES products(id),
  CHECK (((kind = 'sum'::text) OR (value <= 10000))),
  CHECK ((offered_to >= offered_from)),
  CHECK ((kind = ANY (ARRAY['percent'::text, 'sum'::text]))),
  CHECK ((lasts_days > 0)),
  CHECK ((value > 0))
);

create table quality_answers (
  review_id bigint not null,
  item text not null,
  answer text not null,
  filled text,
  source_kind text,
  source_id bigint,
  source_at timestamp with time zone,
  reason text not null default ''::text,
  PRIMARY KEY (review_id, item),
  FOREIGN KEY (review_id) REFERENCES quality_reviews(id) ON DELETE CASCADE,
  CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'na'::text, '0'::text, '1'::text, '2'::text, '3'::text, '4'::text]))),
  CHECK (((filled IS NULL) OR (filled = answer) OR (reason <> ''::text)))
);

create table quality_assignments (
  id bigint generated always as identity,
  lesson_id bigint not null,
  staff_id bigint not null,
  team_id bigint,
  assigned_by bigint not null,
  assigned_at timestamp with time zone not null,
  due_on date,
  passed_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (assigned_by) REFERENCES staff(id),
  FOREIGN KEY (lesson_id) REFERENCES quality_lessons(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  FOREIGN KEY (team_id) REFERENCES teams(id),
  CHECK (((passed_at IS NULL) OR (cancelled_at IS NULL)))
);

create table quality_attempts (
  id bigint generated always as identity,
  assignment_id bigint not null,
  lesson_version integer not null,
  answers smallint[] not null,
  right_count smallint not null,
  is_passed boolean not null,
  taken_at timestamp with time zone not null,
  PRIMARY KEY (id),
  FOREIGN KEY (assignment_id) REFERENCES quality_assignments(id)
);

create table quality_audit_steps (
  id bigint generated always as identity,
  audit_id bigint not null,
  point text not null,
  words text not null,
  staff_id bigint not null,
  due_on date not null,
  done_at timestamp with time zone,
  done_by bigint,
  done_words text not null default ''::text,
  PRIMARY KEY (id),
  FOREIGN KEY (audit_id) REFERENCES quality_audits(id) ON DELETE CASCADE,
  FOREIGN KEY (done_by) REFERENCES staff(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  CHECK (((done_at IS NULL) = (done_by IS NULL))),
  CHECK ((words <> ''::text))
);

create table quality_audits (
  id bigint generated always as identity,
  checklist_id bigint not null,
  checklist_version integer not null,
  subject text not null,
  previous_id bigint,
  led_by bigint not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  score smallint,
  PRIMARY KEY (id),
  FOREIGN KEY (checklist_id, checklist_version) REFERENCES quality_checklist_versions(checklist_id, version),
  FOREIGN KEY (led_by) REFERENCES staff(id),
  FOREIGN KEY (previous_id) REFERENCES quality_audits(id),
  CHECK (((finished_at IS NULL) = (score IS NULL))),
  CHECK (((score >= 0) AND (score <= 100))),
  CHECK ((subject <> ''::text))
);

create table quality_calibration_answers (
  contact_id bigint not null,
  staff_id bigint not null,
  item text not null,
  answer text not null,
  words text not null default ''::text,
  PRIMARY KEY (contact_id, staff_id, item),
  FOREIGN KEY (contact_id) REFERENCES quality_calibration_contacts(id) ON DELETE CASCADE,
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'na'::text, '0'::text, '1'::text, '2'::text, '3'::text, '4'::text])))
);

create table quality_calibration_contacts (
  id bigint generated always as identity,
  calibration_id bigint not null,
  conversation_id bigint not null,
  applies text[] not null,
  PRIMARY KEY (id),
  FOREIGN KEY (calibration_id) REFERENCES quality_calibrations(id) ON DELETE CASCADE,
  FOREIGN KEY (conversation_id) REFERENCES conversations(id)
);

create table quality_calibration_people (
  calibration_id bigint not null,
  staff_id bigint not null,
  done_at timestamp with time zone,
  PRIMARY KEY (calibration_id, staff_id),
  FOREIGN KEY (calibration_id) REFERENCES quality_calibrations(id) ON DELETE CASCADE,
  FOREIGN KEY (staff_id) REFERENCES staff(id)
);

create table quality_calibration_targets (
  contact_id bigint not null,
  item text not null,
  answer text not null,
  words text not null default ''::text,
  set_by bigint not null,
  set_at timestamp with time zone not null,
  PRIMARY KEY (contact_id, item),
  FOREIGN KEY (contact_id) REFERENCES quality_calibration_contacts(id) ON DELETE CASCADE,
  FOREIGN KEY (set_by) REFERENCES staff(id),
  CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'na'::text, '0'::text, '1'::text, '2'::text, '3'::text, '4'::text])))
);

create table quality_calibrations (
  id bigint generated always as identity,
  name text not null,
  card_id bigint not null,
  card_version integer not null,
  led_by bigint not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (card_id, card_version) REFERENCES quality_card_versions(card_id, version),
  FOREIGN KEY (led_by) REFERENCES staff(id),
  CHECK ((name <> ''::text))
);

create table quality_card_versions (
  card_id bigint not null,
  version integer not null,
  groups jsonb not null,
  made_by bigint,
  made_at timestamp with time zone not null,
  PRIMARY KEY (card_id, version),
  FOREIGN KEY (card_id) REFERENCES quality_cards(id),
  FOREIGN KEY (made_by) REFERENCES staff(id),
  CHECK ((jsonb_typeof(groups) = 'array'::text))
);

create table quality_cards (
  id bigint generated always as identity,
  name text not null,
  kind text not null,
  version integer not null default 1,
  archived_at timestamp with time zone,
  UNIQUE (name),
  PRIMARY KEY (id),
  CHECK ((kind = ANY (ARRAY['sale'::text, 'support'::text, 'leaving'::text, 'vip'::text]))),
  CHECK ((name <> ''::text))
);

create table quality_checklist_versions (
  checklist_id bigint not null,
  version integer not null,
  sections jsonb not null,
  made_by bigint,
  made_at timestamp with time zone not null,
  PRIMARY KEY (checklist_id, version),
  FOREIGN KEY (checklist_id) REFERENCES quality_checklists(id),
  FOREIGN KEY (made_by) REFERENCES staff(id),
  CHECK ((jsonb_typeof(sections) = 'array'::text))
);

create table quality_checklists (
  id bigint generated always as identity,
  name text not null,
  version integer not null default 1,
  archived_at timestamp with time zone,
  UNIQUE (name),
  PRIMARY KEY (id),
  CHECK ((name <> ''::text))
);

create table quality_disputes (
  id bigint generated always as identity,
  review_id bigint not null,
  item text not null,
  words text not null,
  answer_before text not null,
  score_before smallint not null,
  asked_at timestamp with time zone not null,
  decided_by bigint,
  decided_at timestamp with time zone,
  answer_after text,
  decision_words text not null default ''::text,
  UNIQUE (review_id, item),
  PRIMARY KEY (id),
  FOREIGN KEY (decided_by) REFERENCES staff(id),
  FOREIGN KEY (review_id) REFERENCES quality_reviews(id),
  CHECK (((decided_at IS NULL) = (answer_after IS NULL))),
  CHECK (((decided_at IS NULL) OR (decision_words <> ''::text))),
  CHECK ((words <> ''::text))
);

create table quality_draws (
  id bigint generated always as identity,
  week_on date not null,
  staff_id bigint not null,
  team_id bigint,
  conversation_id bigint not null,
  channel text not null,
  length text not null,
  outcome text not null,
  kind text not null,
  place integer not null,
  state text not null,
  skip_reason text,
  skip_words text not null default ''::text,
  skipped_by bigint,
  skipped_at timestamp with time zone,
  UNIQUE (conversation_id),
  UNIQUE (week_on, staff_id, place),
  PRIMARY KEY (id),
  FOREIGN KEY (conversation_id) REFERENCES conversations(id),
  FOREIGN KEY (skipped_by) REFERENCES staff(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  FOREIGN KEY (team_id) REFERENCES teams(id),
  FOREIGN KEY (week_on) REFERENCES quality_weeks(week_on),
  CHECK (((state = 'skipped'::text) = (skip_reason IS NOT NULL))),
  CHECK (((state = 'skipped'::text) = (skipped_at IS NOT NULL))),
  CHECK ((kind = ANY (ARRAY['sale'::text, 'support'::text, 'leaving'::text, 'vip'::text]))),
  CHECK ((length = ANY (ARRAY['short'::text, 'middle'::text, 'long'::text]))),
  CHECK ((skip_reason = ANY (ARRAY['no_record'::text, 'not_theirs'::text, 'close_person'::text, 'broken'::text, 'other'::text]))),
  CHECK ((state = ANY (ARRAY['waiting'::text, 'spare'::text, 'skipped'::text, 'reviewed'::text])))
);

create table quality_evidence (
  id bigint generated always as identity,
  audit_id bigint not null,
  point text not null,
  words text not null,
  link text not null default ''::text,
  PRIMARY KEY (id),
  FOREIGN KEY (audit_id) REFERENCES quality_audits(id) ON DELETE CASCADE,
  CHECK ((words <> ''::text))
);

create table quality_findings (
  audit_id bigint not null,
  point text not null,
  answer text not null,
  words text not null default ''::text,
  PRIMARY KEY (audit_id, point),
  FOREIGN KEY (audit_id) REFERENCES quality_audits(id) ON DELETE CASCADE,
  CHECK ((answer = ANY (ARRAY['met'::text, 'partly'::text, 'unmet'::text, 'na'::text])))
);

create table quality_lesson_versions (
  lesson_id bigint not null,
  version integer not null,
  article text not null,
  examples jsonb not null,
  questions jsonb not null,
  pass_percent smallint not null,
  made_by bigint,
  made_at timestamp with time zone not null,
  PRIMARY KEY (lesson_id, version),
  FOREIGN KEY (lesson_id) REFERENCES quality_lessons(id),
  FOREIGN KEY (made_by) REFERENCES staff(id),
  CHECK ((article <> ''::text)),
  CHECK ((jsonb_typeof(examples) = 'array'::text)),
  CHECK (((pass_percent >= 1) AND (pass_percent <= 100))),
  CHECK ((jsonb_typeof(questions) = 'array'::text))
);

create table quality_lessons (
  id bigint generated always as identity,
  name text not null,
  items text[] not null,
  version integer not null default 1,
  archived_at timestamp with time zone,
  UNIQUE (name),
  PRIMARY KEY (id),
  CHECK ((cardinality(items) > 0)),
  CHECK ((name <> ''::text))
);

create table quality_notes (
  id bigint generated always as identity,
  review_id bigint not null,
  message_id bigint,
  call_id bigint,
  second integer,
  words text not null,
  recording_id bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (call_id) REFERENCES calls(id),
  FOREIGN KEY (message_id) REFERENCES messages(id),
  FOREIGN KEY (recording_id) REFERENCES call_recordings(id) ON DELETE SET NULL,
  FOREIGN KEY (review_id) REFERENCES quality_reviews(id) ON DELETE CASCADE,
  CHECK (((message_id IS NULL) <> (call_id IS NULL))),
  CHECK (((call_id IS NULL) = (second IS NULL))),
  CHECK (((recording_id IS NULL) OR (call_id IS NOT NULL))),
  CHECK ((second >= 0)),
  CHECK ((words <> ''::text))
);

create table quality_plans (
  is_only boolean not null default true,
  contacts_weekly integer not null default 0,
  begins_on date,
  seed text not null default replace(((gen_random_uuid())::text || (gen_random_uuid())::text), '-'::text, ''::text),
  version integer not null default 1,
  PRIMARY KEY (is_only),
  CHECK (((contacts_weekly >= 0) AND (contacts_weekly <= 20))),
  CHECK (is_only)
);

create table quality_reviews (
  id bigint generated always as identity,
  version integer not null default 1,
  draw_id bigint not null,
  staff_id bigint not null,
  team_id bigint,
  reviewer_id bigint not null,
  card_id bigint not null,
  card_version integer not null,
  applies text[] not null,
  words text not null default ''::text,
  score smallint,
  is_zeroed boolean not null default false,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  UNIQUE (draw_id),
  PRIMARY KEY (id),
  FOREIGN KEY (card_id, card_version) REFERENCES quality_card_versions(card_id, version),
  FOREIGN KEY (draw_id) REFERENCES quality_draws(id),
  FOREIGN KEY (reviewer_id) REFERENCES staff(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  FOREIGN KEY (team_id) REFERENCES teams(id),
  CHECK ((staff_id <> reviewer_id)),
  CHECK (((finished_at IS NULL) = (score IS NULL))),
  CHECK (((score >= 0) AND (score <= 100)))
);

create table quality_rounds (
  id bigint generated always as identity,
  name text not null,
  begins_on date not null,
  ends_on date not null,
  made_by bigint not null,
  made_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (made_by) REFERENCES staff(id),
  CHECK ((begins_on <= ends_on)),
  CHECK ((name <> ''::text))
);

create table quality_shopper_proofs (
  id bigint generated always as identity,
  task_id bigint not null,
  words text not null,
  link text not null default ''::text,
  PRIMARY KEY (id),
  FOREIGN KEY (task_id) REFERENCES quality_shopper_tasks(id) ON DELETE CASCADE,
  CHECK ((words <> ''::text))
);

create table quality_shopper_tasks (
  id bigint generated always as identity,
  version integer not null default 1,
  round_id bigint not null,
  kind text not null,
  channel text not null,
  script text not null,
  look_for text not null default ''::text,
  shopper text not null,
  due_on date not null,
  done_at timestamp with time zone,
  asked_at timestamp with time zone,
  answered_in integer,
  recommended boolean,
  pitched boolean,
  reason_asked boolean,
  words text not null default ''::text,
  staff_id bigint,
  entered_by bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (entered_by) REFERENCES staff(id),
  FOREIGN KEY (round_id) REFERENCES quality_rounds(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  CHECK ((answered_in >= 0)),
  CHECK ((channel = ANY (ARRAY['site'::text, 'phone'::text, 'chat'::text, 'messenger'::text, 'email'::text, 'office'::text]))),
  CHECK (((done_at IS NULL) = (entered_by IS NULL))),
  CHECK (((done_at IS NULL) = (asked_at IS NULL))),
  CHECK ((kind = ANY (ARRAY['buying'::text, 'asking'::text, 'leaving'::text]))),
  CHECK ((script <> ''::text)),
  CHECK ((shopper <> ''::text))
);

create table quality_weeks (
  week_on date not null,
  contacts_weekly integer not null,
  drawn_at timestamp with time zone not null,
  PRIMARY KEY (week_on)
);

create table quote_sendings (
  id bigint generated always as identity,
  quote_id bigint not null,
  way text not null,
  recipient text not null default ''::text,
  outgoing_message_id bigint not null,
  sent_at timestamp with time zone not null,
  sent_by bigint,
  UNIQUE (outgoing_message_id),
  PRIMARY KEY (id),
  FOREIGN KEY (outgoing_message_id) REFERENCES outgoing_messages(id),
  FOREIGN KEY (quote_id) REFERENCES quotes(id),
  FOREIGN KEY (sent_by) REFERENCES staff(id),
  CHECK ((way = ANY (ARRAY['email'::text, 'telegram'::text, 'vk'::text])))
);

create table quotes (
  id bigint generated always as identity,
  deal_id bigint not null,
  token text not null,
  lines jsonb not null,
  words text not null default ''::text,
  monthly_minor bigint not null,
  once_minor bigint not null,
  currency text not null,
  valid_until date not null,
  state text not null default 'offered'::text,
  made_at timestamp with time zone not null,
  made_by bigint,
  seen_at timestamp with time zone,
  decided_at timestamp with time zone,
  accepted_name text not null default ''::text,
  accepted_from inet,
  decline_words text not null default ''::text,
  payment text not null default 'full'::text,
  parts integer not null default 1,
  former_monthly_minor bigint,
  former_once_minor bigint,
  undo_reason text not null default ''::text,
  undone_by bigint,
  UNIQUE (token),
  PRIMARY KEY (id),
  FOREIGN KEY (deal_id) REFERENCES deals(id),
  FOREIGN KEY (made_by) REFERENCES staff(id),
  FOREIGN KEY (undone_by) REFERENCES staff(id),
  CHECK (((state = 'offered'::text) = (decided_at IS NULL))),
  CHECK (((payment = 'split'::text) = (parts > 1))),
  CHECK ((monthly_minor >= 0)),
  CHECK ((once_minor >= 0)),
  CHECK (((parts >= 1) AND (parts <= 36))),
  CHECK ((payment = ANY (ARRAY['full'::text, 'split'::text, 'free'::text]))),
  CHECK ((state = ANY (ARRAY['offered'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text])))
);

create table raw_messages (
  id bigint generated always as identity,
  channel text not null,
  key text not null,
  payload jsonb not null,
  sender text not null default ''::text,
  remote text not null default ''::text,
  received_at timestamp with time zone not null,
  state text not null default 'waiting'::text,
  tries integer not null default 0,
  try_after timestamp with time zone not null,
  error text,
  understood_at timestamp with time zone,
  request_number bigint,
  erased_at timestamp with time zone,
  channel_id bigint,
  file_id bigint,
  sha256 text,
  repeats integer not null default 0,
  other_keys text[] not null default '{}'::text[],
  UNIQUE (channel, key),
  PRIMARY KEY (id),
  FOREIGN KEY (channel_id) REFERENCES channels(id),
  FOREIGN KEY (file_id) REFERENCES files(id),
  CHECK ((channel = ANY (ARRAY['site_form'::text, 'email'::text, 'telegram'::text, 'vk'::text, 'chat'::text, 'call'::text]))),
  CHECK ((state = ANY (ARRAY['waiting'::text, 'understood'::text, 'refused'::text, 'quarantined'::text])))
);

create table redemptions (
  id bigint generated always as identity,
  reward_id bigint not null,
  subscriber_id bigint not null,
  wallet_id bigint not null,
  points bigint not null,
  cost_minor bigint not null default 0,
  state text not null,
  transaction_id bigint not null,
  account_id bigint,
  discount_id bigint,
  subscription_id bigint,
  ends_on date,
  coupon text not null default ''::text,
  redeemed_on date not null,
  redeemed_at timestamp with time zone not null,
  redeemed_by bigint,
  decided_at timestamp with time zone,
  decided_by bigint,
  credit_transaction_id bigint,
  UNIQUE (credit_transaction_id),
  UNIQUE (transaction_id),
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (credit_transaction_id) REFERENCES ledger_transactions(id),
  FOREIGN KEY (decided_by) REFERENCES staff(id),
  FOREIGN KEY (discount_id) REFERENCES discounts(id),
  FOREIGN KEY (redeemed_by) REFERENCES staff(id),
  FOREIGN KEY (reward_id) REFERENCES rewards(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  FOREIGN KEY (subscription_id) REFERENCES subscriptions(id),
  FOREIGN KEY (transaction_id) REFERENCES ledger_transactions(id),
  FOREIGN KEY (wallet_id) REFERENCES point_wallets(id),
  CHECK (((state = ANY (ARRAY['handed'::text, 'undone'::text])) = (decided_at IS NOT NULL))),
  CHECK ((cost_minor >= 0)),
  CHECK ((points > 0)),
  CHECK ((state = ANY (ARRAY['given'::text, 'waiting'::text, 'handed'::text, 'undone'::text])))
);

create table report_schedules (
  id bigint generated always as identity,
  version integer not null default 1,
  ask jsonb not null,
  format text not null,
  rhythm text not null,
  day smallint not null,
  hour smallint not null,
  staff_ids bigint[] not null,
  is_on boolean not null,
  next_at timestamp with time zone not null,
  changed_by bigint,
  created_at timestamp with time zone not null,
  PRIMARY KEY (id),
  FOREIGN KEY (changed_by) REFERENCES staff(id),
  CHECK (((day >= 1) AND (day <= 28))),
  CHECK ((format = ANY (ARRAY['xlsx'::text, 'csv'::text, 'pdf'::text]))),
  CHECK (((hour >= 0) AND (hour <= 23))),
  CHECK ((rhythm = ANY (ARRAY['day'::text, 'week'::text, 'month'::text])))
);

create table report_sendings (
  id bigint generated always as identity,
  schedule_id bigint not null,
  due_at timestamp with time zone not null,
  staff_id bigint not null,
  outcome text not null,
  outgoing_message_id bigint,
  UNIQUE (outgoing_message_id),
  UNIQUE (schedule_id, due_at, staff_id),
  PRIMARY KEY (id),
  FOREIGN KEY (outgoing_message_id) REFERENCES outgoing_messages(id),
  FOREIGN KEY (schedule_id) REFERENCES report_schedules(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  CHECK (((outcome = 'queued'::text) = (outgoing_message_id IS NOT NULL))),
  CHECK ((outcome = ANY (ARRAY['queued'::text, 'not_allowed'::text, 'no_mailbox'::text])))
);

create table retention_cases (
  id bigint generated always as identity,
  version integer not null default 1,
  subscriber_id bigint not null,
  source text not null,
  state text not null default 'open'::text,
  outcome text,
  reason_id bigint,
  note text not null default ''::text,
  is_angry boolean not null default false,
  is_repeated boolean not null default false,
  owner_staff_id bigint,
  team_id bigint,
  norm_seconds integer not null,
  calendar_id bigint not null,
  due_at timestamp with time zone not null,
  spoken_at timestamp with time zone,
  call_at timestamp with time zone,
  opened_at timestamp with time zone not null,
  opened_by bigint,
  closed_at timestamp with time zone,
  closed_by bigint,
  left_on date,
  is_here_month boolean,
  is_here_quarter boolean,
  notice_due_at timestamp with time zone,
  late_told_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (calendar_id) REFERENCES calendars(id),
  FOREIGN KEY (closed_by) REFERENCES staff(id),
  FOREIGN KEY (opened_by) REFERENCES staff(id),
  FOREIGN KEY (owner_staff_id) REFERENCES staff(id),
  FOREIGN KEY (reason_id) REFERENCES leaving_reasons(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  FOREIGN KEY (team_id) REFERENCES teams(id),
  CHECK (((state = 'open'::text) = (closed_at IS NULL))),
  CHECK (((state = 'closed'::text) = (outcome IS NOT NULL))),
  CHECK (((outcome = 'left'::text) = (left_on IS NOT NULL))),
  CHECK ((outcome = ANY (ARRAY['stays'::text, 'left'::text, 'left_part'::text, 'mistake'::text, 'unreached'::text]))),
  CHECK ((source = ANY (ARRAY['words'::text, 'hand'::text, 'closing'::text, 'port_out'::text, 'stopped_paying'::text, 'silent'::text]))),
  CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])))
);

create table retention_offers (
  id bigint generated always as identity,
  name text not null,
  kind text not null,
  words text not null default ''::text,
  value bigint not null default 0,
  months integer not null default 0,
  group_ids bigint[] not null default '{}'::bigint[],
  least_monthly_minor bigint not null default 0,
  least_tenure_months integer not null default 0,
  save_rate double precision not null,
  take_up double precision not null,
  harm double precision not null default 0,
  contact_minor bigint not null default 0,
  cooldown_days integer not null default 180,
  budget_minor bigint,
  archived_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  UNIQUE (name),
  PRIMARY KEY (id),
  CHECK ((budget_minor >= 0)),
  CHECK ((contact_minor >= 0)),
  CHECK ((cooldown_days >= 0)),
  CHECK (((harm >= (0)::double precision) AND (harm <= (1)::double precision))),
  CHECK ((kind = ANY (ARRAY['repair'::text, 'deferral'::text, 'tariff'::text, 'apology'::text, 'discount'::text, 'bonus'::text]))),
  CHECK (((months >= 0) AND (months <= 24))),
  CHECK ((name <> ''::text)),
  CHECK (((save_rate >= (0)::double precision) AND (save_rate <= (1)::double precision))),
  CHECK (((take_up >= (0)::double precision) AND (take_up <= (1)::double precision))),
  CHECK ((value >= 0))
);

create table reward_coupons (
  id bigint generated always as identity,
  reward_id bigint not null,
  code text not null,
  redemption_id bigint,
  UNIQUE (redemption_id),
  UNIQUE (reward_id, code),
  PRIMARY KEY (id),
  FOREIGN KEY (redemption_id) REFERENCES redemptions(id),
  FOREIGN KEY (reward_id) REFERENCES rewards(id),
  CHECK ((code <> ''::text))
);

create table rewards (
  id bigint generated always as identity,
  name text not null,
  kind text not null,
  points integer not null,
  value bigint not null default 0,
  days smallint not null default 0,
  product_version_id bigint,
  stock integer,
  most_per_month smallint,
  level_id bigint,
  words text not null default ''::text,
  version integer not null default 1,
  created_by bigint,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  budget_minor bigint,
  UNIQUE (name),
  PRIMARY KEY (id),
  FOREIGN KEY (created_by) REFERENCES staff(id),
  FOREIGN KEY (level_id) REFERENCES loyalty_levels(id),
  FOREIGN KEY (product_version_id) REFERENCES product_versions(id),
  CHECK ((budget_minor > 0)),
  CHECK (((kind = 'speed'::text) = (product_version_id IS NOT NULL))),
  CHECK (((kind <> ALL (ARRAY['discount'::text, 'service_days'::text, 'speed'::text])) OR (days > 0))),
  CHECK (((kind <> ALL (ARRAY['discount'::text, 'airtime'::text])) OR (value > 0))),
  CHECK (((kind <> 'discount'::text) OR (value <= 100))),
  CHECK (((days >= 0) AND (days <= 366))),
  CHECK ((kind = ANY (ARRAY['discount'::text, 'service_days'::text, 'speed'::text, 'airtime'::text, 'goods'::text, 'coupon'::text]))),
  CHECK ((most_per_month > 0)),
  CHECK ((name <> ''::text)),
  CHECK (((points >= 1) AND (points <= 100000000))),
  CHECK ((stock >= 0)),
  CHECK ((value >= 0))
);

create table rights_made (
  id bigint generated always as identity,
  subscription_id bigint not null,
  subscriber_id bigint not null,
  account_id bigint not null,
  discount_id bigint not null,
  gap_minor bigint not null,
  given_on date not null,
  given_by bigint,
  undone_at timestamp with time zone,
  undone_by bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (discount_id) REFERENCES discounts(id),
  FOREIGN KEY (given_by) REFERENCES staff(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  FOREIGN KEY (subscription_id) REFERENCES subscriptions(id),
  FOREIGN KEY (undone_by) REFERENCES staff(id),
  CHECK ((gap_minor > 0))
);

create table risk_activations (
  id bigint generated always as identity,
  version_id bigint not null,
  activated_at timestamp with time zone not null,
  activated_by bigint,
  reason text not null default ''::text,
  PRIMARY KEY (id),
  FOREIGN KEY (activated_by) REFERENCES staff(id),
  FOREIGN KEY (version_id) REFERENCES risk_versions(id)
);

create table risk_drifts (
  version_id bigint not null,
  scored_on date not null,
  fact text not null,
  psi real not null,
  PRIMARY KEY (version_id, scored_on, fact),
  FOREIGN KEY (version_id) REFERENCES risk_versions(id)
);

create table risk_scores (
  id bigint not null,
  version_id bigint not null,
  scored_at timestamp with time zone not null,
  chance_30 numeric(6,5) not null,
  chance_60 numeric(6,5) not null,
  chance_90 numeric(6,5) not null,
  lifetime_months real not null,
  margin_minor bigint not null,
  value_minor bigint not null,
  reason_group text,
  reasons text[] not null,
  sides text[] not null,
  numbers real[] not null,
  PRIMARY KEY (id),
  FOREIGN KEY (id) REFERENCES subscribers(id),
  FOREIGN KEY (version_id) REFERENCES risk_versions(id),
  CHECK (((chance_30 >= (0)::numeric) AND (chance_30 <= (1)::numeric))),
  CHECK (((chance_60 >= (0)::numeric) AND (chance_60 <= (1)::numeric))),
  CHECK (((chance_90 >= (0)::numeric) AND (chance_90 <= (1)::numeric)))
);

create table risk_settings (
  only_one boolean not null default true,
  gap_days smallint not null default 7,
  discount_percent smallint not null default 20,
  value_months smallint not null default 36,
  margin_percent smallint not null default 40,
  version integer not null default 1,
  scored_version_id bigint,
  scored_at timestamp with time zone,
  PRIMARY KEY (only_one),
  FOREIGN KEY (scored_version_id) REFERENCES risk_versions(id),
  CHECK (((discount_percent >= 0) AND (discount_percent <= 100))),
  CHECK (((gap_days >= 0) AND (gap_days <= 30))),
  CHECK (((margin_percent >= 1) AND (margin_percent <= 100))),
  CHECK (only_one),
  CHECK (((value_months >= 12) AND (value_months <= 36)))
);

create table risk_trainings (
  id bigint generated always as identity,
  state text not null default 'waiting'::text,
  step text not null default 'waiting'::text,
  progress smallint not null default 0,
  asked_at timestamp with time zone not null,
  asked_by bigint,
  cancel_asked_at timestamp with time zone,
  ended_at timestamp with time zone,
  version_id bigint,
  trouble text,
  PRIMARY KEY (id),
  FOREIGN KEY (asked_by) REFERENCES staff(id),
  FOREIGN KEY (version_id) REFERENCES risk_versions(id),
  CHECK (((ended_at IS NULL) = (state = ANY (ARRAY['waiting'::text, 'running'::text])))),
  CHECK (((progress >= 0) AND (progress <= 100))),
  CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text])))
);

create table risk_versions (
  id bigint generated always as identity,
  kind text not null,
  made_at timestamp with time zone not null,
  made_by bigint,
  quality jsonb not null,
  body bytea not null,
  PRIMARY KEY (id),
  FOREIGN KEY (made_by) REFERENCES staff(id),
  CHECK ((kind = ANY (ARRAY['model'::text, 'scorecard'::text])))
);

create table roles (
  id bigint generated always as identity,
  name text not null,
  code text,
  permissions jsonb not null default '{}'::jsonb,
  offered text[] not null default '{}'::text[],
  created_at timestamp with time zone not null,
  UNIQUE (code),
  UNIQUE (name),
  PRIMARY KEY (id),
  CHECK ((code = ANY (ARRAY['administrator'::text, 'supervisor'::text, 'agent'::text, 'dealer'::text])))
);

create table sale_recommendations (
  id bigint generated always as identity,
  guided_sale_id bigint not null,
  needs jsonb not null,
  lines jsonb not null,
  available bigint[] not null,
  choices jsonb not null,
  fee_minor bigint,
  made_at timestamp with time zone not null,
  made_by bigint,
  had bigint[] not null default '{}'::bigint[],
  PRIMARY KEY (id),
  FOREIGN KEY (guided_sale_id) REFERENCES guided_sales(id),
  FOREIGN KEY (made_by) REFERENCES staff(id)
);

create table sale_script_versions (
  id bigint generated always as identity,
  script_id bigint not null,
  number integer not null,
  steps jsonb not null,
  made_at timestamp with time zone not null,
  made_by bigint,
  UNIQUE (script_id, number),
  PRIMARY KEY (id),
  FOREIGN KEY (made_by) REFERENCES staff(id),
  FOREIGN KEY (script_id) REFERENCES sale_scripts(id)
);

create table sale_scripts (
  id bigint generated always as identity,
  name text not null,
  position integer not null default 0,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  current_id bigint,
  draft jsonb,
  drafted_at timestamp with time zone,
  drafted_by bigint,
  version integer not null default 1,
  UNIQUE (name),
  PRIMARY KEY (id),
  FOREIGN KEY (drafted_by) REFERENCES staff(id)
);

create table sales_costs (
  id bigint generated always as identity,
  month date not null,
  kind text not null,
  source_id bigint,
  amount_minor bigint not null,
  note text not null default ''::text,
  written_at timestamp with time zone not null,
  written_by bigint,
  campaign text not null default ''::text,
  UNIQUE NULLS NOT DISTINCT (month, kind, source_id, campaign),
  PRIMARY KEY (id),
  FOREIGN KEY (source_id) REFERENCES lead_sources(id),
  FOREIGN KEY (written_by) REFERENCES staff(id),
  CHECK ((amount_minor > 0)),
  CHECK ((kind = ANY (ARRAY['acquisition'::text, 'retention'::text]))),
  CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

create table sales_settings (
  id integer not null default 1,
  welcome_words text not null,
  care_days smallint[] not null,
  version integer not null default 1,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (id),
  CHECK ((id = 1))
);

create table save_desk_settings (
  only_one boolean not null default true,
  opening_words text not null default ''::text,
  repair_category_id bigint,
  apology_reason_id bigint,
  version integer not null default 1,
  PRIMARY KEY (only_one),
  FOREIGN KEY (apology_reason_id) REFERENCES correction_reasons(id),
  FOREIGN KEY (repair_category_id) REFERENCES ticket_categories(id),
  CHECK (only_one)
);

create table saved_views (
  id bigint generated always as identity,
  entity text not null,
  name text not null,
  staff_id bigint not null,
  is_shared boolean not null default false,
  state jsonb not null,
  position integer not null default 0,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (id),
  FOREIGN KEY (staff_id) REFERENCES staff(id)
);

create table script_experiments (
  id bigint generated always as identity,
  script_id bigint not null,
  first_version_id bigint not null,
  second_version_id bigint not null,
  second_percent integer not null,
  least_points integer not null,
  needed_first integer not null,
  needed_second integer not null,
  started_at timestamp with time zone not null,
  started_by bigint,
  ended_at timestamp with time zone,
  ended_by bigint,
  reason text not null default ''::text,
  PRIMARY KEY (id),
  FOREIGN KEY (ended_by) REFERENCES staff(id),
  FOREIGN KEY (first_version_id) REFERENCES sale_script_versions(id),
  FOREIGN KEY (script_id) REFERENCES sale_scripts(id),
  FOREIGN KEY (second_version_id) REFERENCES sale_script_versions(id),
  FOREIGN KEY (started_by) REFERENCES staff(id),
  CHECK ((first_version_id <> second_version_id)),
  CHECK (((ended_at IS NULL) = (reason = ''::text))),
  CHECK (((least_points >= 1) AND (least_points <= 50))),
  CHECK ((needed_first > 0)),
  CHECK ((needed_second > 0)),
  CHECK (((second_percent >= 1) AND (second_percent <= 99)))
);

create table search_entries (
  kind text not null,
  ref_id bigint not null,
  subscriber_id bigint,
  owner_staff_id bigint,
  team_id bigint,
  title text not null,
  subtitle text not null default ''::text,
  happened_at timestamp with time zone not null,
  words tsvector not null,
  PRIMARY KEY (kind, ref_id)
) partition by LIST (kind);

create table search_messages (
  ref_id bigint not null,
  subscriber_id bigint,
  owner_staff_id bigint,
  team_id bigint,
  title text not null,
  subtitle text not null default ''::text,
  happened_at timestamp with time zone not null,
  words tsvector not null,
  PRIMARY KEY (ref_id, happened_at)
) partition by RANGE (happened_at);

create table search_words (
  word text not null,
  entries bigint not null default 1,
  PRIMARY KEY (word)
);

create table segment_counts (
  id bigint generated always as identity,
  segment_id bigint not null,
  counted_at timestamp with time zone not null,
  size integer not null,
  entered integer not null,
  gone integer not null,
  PRIMARY KEY (id),
  FOREIGN KEY (segment_id) REFERENCES segments(id)
);

create table segment_members (
  id bigint generated always as identity,
  segment_id bigint not null,
  subscriber_id bigint not null,
  since_at timestamp with time zone not null,
  until_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (segment_id) REFERENCES segments(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  CHECK ((until_at >= since_at))
);

create table segment_norms (
  segment_id bigint not null,
  kind text not null,
  target_seconds integer not null,
  PRIMARY KEY (kind, segment_id),
  FOREIGN KEY (segment_id) REFERENCES segments(id),
  CHECK ((target_seconds > 0))
);

create table segments (
  id bigint generated always as identity,
  name text not null,
  note text not null default ''::text,
  kind text not null,
  condition jsonb,
  is_badge boolean not null default false,
  every_minutes integer not null default 60,
  next_at timestamp with time zone,
  size integer not null default 0,
  counted_at timestamp with time zone,
  failure text,
  version integer not null default 1,
  created_by bigint,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (created_by) REFERENCES staff(id),
  CHECK (((kind = 'static'::text) OR (condition IS NOT NULL))),
  CHECK (((every_minutes >= 5) AND (every_minutes <= 10080))),
  CHECK ((kind = ANY (ARRAY['dynamic'::text, 'static'::text])))
);

create table seller_details (
  only_one boolean not null default true,
  name text not null default ''::text,
  tax_number text not null default ''::text,
  tax_reason_code text not null default ''::text,
  registration_number text not null default ''::text,
  address text not null default ''::text,
  phone text not null default ''::text,
  bank_name text not null default ''::text,
  bank_code text not null default ''::text,
  bank_account text not null default ''::text,
  correspondent_account text not null default ''::text,
  director_post text not null default ''::text,
  director text not null default ''::text,
  accountant text not null default ''::text,
  acts_on_day smallint,
  version integer not null default 1,
  PRIMARY KEY (only_one),
  CHECK (((acts_on_day >= 1) AND (acts_on_day <= 28))),
  CHECK (only_one)
);

create table sent_codes (
  id bigint generated always as identity,
  conversation_id bigint not null,
  subscriber_id bigint not null,
  way text not null,
  hash text not null,
  sent_at timestamp with time zone not null,
  used_at timestamp with time zone,
  outgoing_message_id bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (conversation_id) REFERENCES conversations(id),
  FOREIGN KEY (outgoing_message_id) REFERENCES outgoing_messages(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id)
);

create table service_addresses (
  id bigint generated always as identity,
  subscriber_id bigint not null,
  premise_id bigint,
  raw_text text not null default ''::text,
  label text not null default ''::text,
  is_primary boolean not null default false,
  import_id bigint,
  created_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (premise_id) REFERENCES premises(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  CHECK (((premise_id IS NOT NULL) OR (raw_text <> ''::text)))
);

create table service_breaks (
  id bigint generated always as identity,
  account_id bigint not null,
  kind text not null,
  reason text not null,
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  words text not null default ''::text,
  begun_by bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (begun_by) REFERENCES staff(id),
  CHECK ((ended_at >= began_at)),
  CHECK (((kind = 'suspended'::text) OR (ended_at IS NOT NULL))),
  CHECK ((kind = ANY (ARRAY['suspended'::text, 'paused'::text]))),
  CHECK ((reason = ANY (ARRAY['debt'::text, 'by_hand'::text, 'wish'::text, 'brought'::text])))
);

create table service_limits (
  account_id bigint not null,
  began_at timestamp with time zone not null,
  PRIMARY KEY (account_id),
  FOREIGN KEY (account_id) REFERENCES accounts(id)
);

create table service_lines (
  id bigint generated always as identity,
  account_id bigint not null,
  kind text not null,
  login text,
  ip inet,
  mac macaddr,
  number text,
  import_id bigint,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  CHECK ((kind = ANY (ARRAY['internet'::text, 'tv'::text, 'phone'::text, 'mobile'::text])))
);

create table shifts (
  id bigint generated always as identity,
  staff_id bigint not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  breaks jsonb not null default '[]'::jsonb,
  version integer not null default 1,
  PRIMARY KEY (id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  CHECK ((ends_at > starts_at))
);

create table shortfalls (
  account_id bigint not null,
  since_at timestamp with time zone not null,
  id bigint default account_id,
  days integer not null default 0,
  careful_since date,
  grace_from timestamp with time zone,
  UNIQUE (id),
  PRIMARY KEY (account_id),
  FOREIGN KEY (account_id) REFERENCES accounts(id)
);

create table sign_in_attempts (
  id bigint generated always as identity,
  account text not null,
  address text not null,
  attempted_at timestamp with time zone not null,
  PRIMARY KEY (id)
);

create table sign_in_links (
  id bigint generated always as identity,
  token_hash text not null,
  purpose text not null,
  staff_id bigint,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  created_at timestamp with time zone not null,
  UNIQUE (token_hash),
  PRIMARY KEY (id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  CHECK ((purpose = ANY (ARRAY['first_administrator'::text, 'invitation'::text, 'reset'::text])))
);

create table skill_rules (
  id bigint generated always as identity,
  skill_id bigint not null,
  channel text,
  topic text,
  label_id bigint,
  language text,
  words text,
  created_at timestamp with time zone not null,
  PRIMARY KEY (id),
  FOREIGN KEY (label_id) REFERENCES labels(id),
  FOREIGN KEY (skill_id) REFERENCES skills(id),
  CHECK ((num_nonnulls(channel, topic, label_id, language, words) > 0))
);

create table skills (
  id bigint generated always as identity,
  name text not null,
  name_key text not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  PRIMARY KEY (id)
);

create table staff (
  id bigint generated always as identity,
  auth_user_id bigint,
  name text not null,
  email text not null,
  role_id bigint not null,
  team_id bigint,
  language text,
  dial_with text not null default 'tel'::text,
  sip_domain text,
  load_limit integer not null default 3,
  created_at timestamp with time zone not null,
  disabled_at timestamp with time zone,
  extension text,
  UNIQUE (auth_user_id),
  UNIQUE (email),
  PRIMARY KEY (id),
  FOREIGN KEY (role_id) REFERENCES roles(id),
  FOREIGN KEY (team_id) REFERENCES teams(id),
  CHECK ((dial_with = ANY (ARRAY['tel'::text, 'sip'::text]))),
  CHECK ((language = ANY (ARRAY['ru'::text, 'en'::text]))),
  CHECK (((load_limit >= 0) AND (load_limit <= 100)))
);

create table staff_skills (
  staff_id bigint not null,
  skill_id bigint not null,
  PRIMARY KEY (staff_id, skill_id),
  FOREIGN KEY (skill_id) REFERENCES skills(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id)
);

create table statement_files (
  id bigint generated always as identity,
  source_id bigint not null,
  file_id bigint not null,
  sha256 text not null,
  reading text not null,
  brought_at timestamp with time zone not null,
  staff_id bigint,
  is_kept boolean not null default true,
  UNIQUE (file_id),
  PRIMARY KEY (id),
  FOREIGN KEY (file_id) REFERENCES files(id),
  FOREIGN KEY (source_id) REFERENCES payment_sources(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id)
);

create table stop_sales (
  id bigint generated always as identity,
  building_id bigint,
  node_id bigint,
  level text not null,
  reason text not null,
  set_at timestamp with time zone not null,
  set_by bigint,
  until_on date,
  lifted_at timestamp with time zone,
  lifted_by bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (building_id) REFERENCES buildings(id),
  FOREIGN KEY (lifted_by) REFERENCES staff(id),
  FOREIGN KEY (node_id) REFERENCES nodes(id),
  FOREIGN KEY (set_by) REFERENCES staff(id),
  CHECK (((building_id IS NULL) <> (node_id IS NULL))),
  CHECK ((level = ANY (ARRAY['warn'::text, 'stop'::text])))
);

create table street_former_names (
  id bigint generated always as identity,
  street_id bigint not null,
  name text not null,
  key text not null,
  sound text not null default address_sound(key),
  from_on date,
  until_on date,
  created_at timestamp with time zone not null,
  UNIQUE (street_id, key),
  PRIMARY KEY (id),
  FOREIGN KEY (street_id) REFERENCES streets(id) ON DELETE CASCADE
);

create table streets (
  id bigint generated always as identity,
  city text not null,
  kind text not null default ''::text,
  name text not null,
  key text not null,
  import_id bigint,
  sound text not null default address_sound(key),
  UNIQUE (key, kind),
  PRIMARY KEY (id)
);

create table subscriber_merges (
  id bigint generated always as identity,
  from_id bigint not null,
  into_id bigint not null,
  overlay jsonb not null default '{}'::jsonb,
  merged_by bigint,
  merged_at timestamp with time zone not null,
  undone_by bigint,
  undone_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (from_id) REFERENCES subscribers(id),
  FOREIGN KEY (into_id) REFERENCES subscribers(id),
  FOREIGN KEY (merged_by) REFERENCES staff(id),
  FOREIGN KEY (undone_by) REFERENCES staff(id)
);

create table subscribers (
  id bigint generated always as identity,
  kind text not null,
  display_name text collate "ru-x-icu" not null default ''::text,
  last_name text,
  first_name text,
  middle_name text,
  birth_on date,
  tax_number text,
  status text not null default 'active'::text,
  customer_since date,
  left_on date,
  external_id text,
  note text not null default ''::text,
  attributes jsonb not null default '{}'::jsonb,
  owner_staff_id bigint,
  team_id bigint,
  merged_into_id bigint,
  root_id bigint not null,
  import_id bigint,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  erased_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (merged_into_id) REFERENCES subscribers(id),
  CHECK (((merged_into_id IS NULL) = (root_id = id))),
  CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text]))),
  CHECK ((status = ANY (ARRAY['prospect'::text, 'active'::text, 'suspended'::text, 'left'::text])))
);

create table subscriptions (
  id bigint generated always as identity,
  account_id bigint not null,
  product_version_id bigint not null,
  monthly_fee_minor bigint,
  started_on date,
  ended_on date,
  import_id bigint,
  created_at timestamp with time zone not null,
  replaced_by_id bigint,
  is_moved boolean not null default false,
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (product_version_id) REFERENCES product_versions(id),
  FOREIGN KEY (replaced_by_id) REFERENCES subscriptions(id)
);

create table teams (
  id bigint generated always as identity,
  name text not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  UNIQUE (name),
  PRIMARY KEY (id)
);

create table templates (
  id bigint generated always as identity,
  staff_id bigint not null,
  is_shared boolean not null default false,
  name text not null,
  text text not null,
  language text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  CHECK ((language = ANY (ARRAY['ru'::text, 'en'::text])))
);

create table ticket_categories (
  id bigint generated always as identity,
  name text not null,
  team_id bigint,
  priority text not null default 'normal'::text,
  position integer not null default 0,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  import_id bigint,
  UNIQUE (name),
  PRIMARY KEY (id),
  FOREIGN KEY (team_id) REFERENCES teams(id),
  CHECK ((priority = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'urgent'::text])))
);

create table ticket_clocks (
  id bigint generated always as identity,
  ticket_id bigint not null,
  kind text not null,
  norm_seconds integer not null,
  calendar_id bigint not null,
  started_at timestamp with time zone not null,
  met_at timestamp with time zone,
  spent_seconds integer,
  PRIMARY KEY (id),
  FOREIGN KEY (calendar_id) REFERENCES calendars(id),
  FOREIGN KEY (ticket_id) REFERENCES tickets(id),
  CHECK ((kind = ANY (ARRAY['first_reply'::text, 'next_reply'::text, 'resolution'::text])))
);

create table ticket_conversations (
  ticket_id bigint not null,
  conversation_id bigint not null,
  linked_at timestamp with time zone not null,
  PRIMARY KEY (ticket_id, conversation_id),
  FOREIGN KEY (conversation_id) REFERENCES conversations(id),
  FOREIGN KEY (ticket_id) REFERENCES tickets(id)
);

create table ticket_files (
  note_id bigint not null,
  file_id bigint not null,
  UNIQUE (file_id),
  PRIMARY KEY (note_id, file_id),
  FOREIGN KEY (file_id) REFERENCES files(id),
  FOREIGN KEY (note_id) REFERENCES ticket_notes(id)
);

create table ticket_links (
  from_id bigint not null,
  to_id bigint not null,
  kind text not null,
  linked_at timestamp with time zone not null,
  PRIMARY KEY (from_id, to_id, kind),
  FOREIGN KEY (from_id) REFERENCES tickets(id),
  FOREIGN KEY (to_id) REFERENCES tickets(id),
  CHECK ((from_id <> to_id)),
  CHECK ((kind = ANY (ARRAY['duplicate_of'::text, 'caused_by'::text, 'blocks'::text])))
);

create table ticket_macros (
  id bigint generated always as identity,
  name text not null,
  fields jsonb not null,
  note_kind text not null default 'note'::text,
  note text not null default ''::text,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  UNIQUE (name),
  PRIMARY KEY (id),
  CHECK ((note_kind = ANY (ARRAY['note'::text, 'told'::text, 'reply'::text])))
);

create table ticket_norms (
  id bigint generated always as identity,
  kind text not null,
  category_id bigint,
  priority text,
  target_seconds integer not null,
  calendar_id bigint not null,
  UNIQUE NULLS NOT DISTINCT (kind, category_id, priority),
  PRIMARY KEY (id),
  FOREIGN KEY (calendar_id) REFERENCES calendars(id),
  FOREIGN KEY (category_id) REFERENCES ticket_categories(id),
  CHECK (((category_id IS NOT NULL) OR (priority IS NOT NULL))),
  CHECK ((kind = ANY (ARRAY['first_reply'::text, 'next_reply'::text, 'resolution'::text]))),
  CHECK ((priority = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'urgent'::text]))),
  CHECK ((target_seconds > 0))
);

create table ticket_notes (
  id bigint generated always as identity,
  ticket_id bigint not null,
  kind text not null default 'note'::text,
  author_staff_id bigint,
  text text not null,
  created_at timestamp with time zone not null,
  rule_id bigint,
  message_id bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (author_staff_id) REFERENCES staff(id),
  FOREIGN KEY (message_id) REFERENCES messages(id),
  FOREIGN KEY (rule_id) REFERENCES ticket_rules(id),
  FOREIGN KEY (ticket_id) REFERENCES tickets(id),
  CHECK ((kind = ANY (ARRAY['note'::text, 'told'::text])))
);

create table ticket_pauses (
  ticket_id bigint not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone,
  reason text not null,
  PRIMARY KEY (ticket_id, from_at),
  FOREIGN KEY (ticket_id) REFERENCES tickets(id),
  CHECK ((reason = ANY (ARRAY['theirs'::text, 'waiting'::text, 'done'::text])))
);

create table ticket_recurrence_days (
  recurrence_id bigint not null,
  occurs_on date not null,
  ticket_id bigint,
  reason text,
  made_at timestamp with time zone not null,
  PRIMARY KEY (recurrence_id, occurs_on),
  FOREIGN KEY (recurrence_id) REFERENCES ticket_recurrences(id),
  FOREIGN KEY (ticket_id) REFERENCES tickets(id),
  CHECK (((ticket_id IS NULL) <> (reason IS NULL)))
);

create table ticket_recurrences (
  id bigint generated always as identity,
  name text not null,
  schedule jsonb not null,
  time_zone text not null,
  calendar_id bigint,
  off_days text not null default 'keep'::text,
  catch_up text not null default 'last'::text,
  template jsonb not null,
  next_on date,
  next_at timestamp with time zone,
  is_paused boolean not null default false,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  UNIQUE (name),
  PRIMARY KEY (id),
  FOREIGN KEY (calendar_id) REFERENCES calendars(id),
  CHECK ((catch_up = ANY (ARRAY['last'::text, 'each'::text]))),
  CHECK (((next_on IS NULL) = (next_at IS NULL))),
  CHECK ((off_days = ANY (ARRAY['keep'::text, 'skip'::text, 'next'::text, 'previous'::text])))
);

create table ticket_rule_runs (
  id bigint generated always as identity,
  rule_id bigint not null,
  ticket_id bigint not null,
  at timestamp with time zone not null,
  event_id bigint,
  since timestamp with time zone,
  outcome text not null,
  reason text,
  chain bigint[],
  PRIMARY KEY (id),
  FOREIGN KEY (rule_id) REFERENCES ticket_rules(id),
  FOREIGN KEY (ticket_id) REFERENCES tickets(id),
  CHECK (((event_id IS NULL) <> (since IS NULL))),
  CHECK ((outcome = ANY (ARRAY['done'::text, 'unchanged'::text, 'refused'::text, 'stopped'::text, 'failed'::text])))
);

create table ticket_rules (
  id bigint generated always as identity,
  name text not null,
  moment text not null,
  after_seconds integer not null default 0,
  calendar_id bigint,
  condition jsonb,
  fields jsonb not null,
  note text not null default ''::text,
  watcher_ids bigint[] not null default '{}'::bigint[],
  position integer not null,
  on_since timestamp with time zone,
  version integer not null default 1,
  tried_version integer,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  note_kind text not null default 'note'::text,
  UNIQUE (name),
  PRIMARY KEY (id),
  FOREIGN KEY (calendar_id) REFERENCES calendars(id),
  CHECK ((after_seconds >= 0)),
  CHECK ((moment = ANY (ARRAY['opened'::text, 'changed'::text, 'state_changed'::text, 'noted'::text, 'told'::text, 'answered'::text, 'norm_near'::text, 'in_state'::text, 'unchanged'::text, 'unanswered'::text, 'overdue'::text]))),
  CHECK ((note_kind = ANY (ARRAY['note'::text, 'reply'::text])))
);

create table ticket_signs (
  ticket_id bigint not null,
  kind text not null,
  value text not null,
  PRIMARY KEY (ticket_id, kind, value),
  FOREIGN KEY (ticket_id) REFERENCES tickets(id),
  CHECK ((kind = ANY (ARRAY['account'::text, 'contract'::text, 'phone'::text, 'email'::text, 'name'::text, 'other'::text]))),
  CHECK ((value <> ''::text))
);

create table ticket_split_notes (
  split_id bigint not null,
  note_id bigint not null,
  former_id bigint not null,
  PRIMARY KEY (split_id, note_id),
  FOREIGN KEY (former_id) REFERENCES tickets(id),
  FOREIGN KEY (note_id) REFERENCES ticket_notes(id),
  FOREIGN KEY (split_id) REFERENCES ticket_splits(id)
);

create table ticket_splits (
  id bigint generated always as identity,
  from_id bigint not null,
  into_id bigint not null,
  split_by bigint,
  split_at timestamp with time zone not null,
  undone_by bigint,
  undone_at timestamp with time zone,
  UNIQUE (into_id),
  PRIMARY KEY (id),
  FOREIGN KEY (from_id) REFERENCES tickets(id),
  FOREIGN KEY (into_id) REFERENCES tickets(id),
  FOREIGN KEY (split_by) REFERENCES staff(id),
  FOREIGN KEY (undone_by) REFERENCES staff(id)
);

create table ticket_subjects (
  id bigint generated always as identity,
  ticket_id bigint not null,
  account_id bigint not null,
  line_id bigint,
  from_on date,
  to_on date,
  added_by bigint,
  added_at timestamp with time zone not null,
  UNIQUE NULLS NOT DISTINCT (ticket_id, account_id, line_id, from_on, to_on),
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (added_by) REFERENCES staff(id),
  FOREIGN KEY (line_id) REFERENCES ledger_postings(id),
  FOREIGN KEY (ticket_id) REFERENCES tickets(id),
  CHECK (((line_id IS NULL) = (from_on IS NOT NULL))),
  CHECK (((from_on IS NULL) = (to_on IS NULL))),
  CHECK ((to_on >= from_on))
);

create table ticket_watchers (
  ticket_id bigint not null,
  staff_id bigint not null,
  PRIMARY KEY (ticket_id, staff_id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  FOREIGN KEY (ticket_id) REFERENCES tickets(id)
);

create table tickets (
  id bigint generated always as identity,
  subscriber_id bigint,
  subject text not null,
  state text not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  created_at timestamp with time zone not null,
  category_id bigint not null,
  account_id bigint,
  service_address_id bigint,
  description text not null default ''::text,
  priority text not null default 'normal'::text,
  waits_until timestamp with time zone,
  owner_staff_id bigint,
  team_id bigint,
  attributes jsonb not null default '{}'::jsonb,
  created_by bigint,
  updated_at timestamp with time zone not null,
  version integer not null default 1,
  due_at timestamp with time zone,
  escalate_at timestamp with time zone,
  escalated_at timestamp with time zone,
  merged_into_id bigint,
  root_id bigint,
  state_since timestamp with time zone,
  external_number text,
  import_id bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (category_id) REFERENCES ticket_categories(id),
  FOREIGN KEY (created_by) REFERENCES staff(id),
  FOREIGN KEY (merged_into_id) REFERENCES tickets(id),
  FOREIGN KEY (owner_staff_id) REFERENCES staff(id),
  FOREIGN KEY (root_id) REFERENCES tickets(id),
  FOREIGN KEY (service_address_id) REFERENCES service_addresses(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  FOREIGN KEY (team_id) REFERENCES teams(id),
  CHECK (((merged_into_id IS NULL) = (root_id IS NULL))),
  CHECK ((priority = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'urgent'::text]))),
  CHECK ((state = ANY (ARRAY['ours'::text, 'theirs'::text, 'waiting'::text, 'done'::text]))),
  CHECK (((state = 'waiting'::text) = (waits_until IS NOT NULL)))
);

create table trial_settings (
  only_one boolean not null default true,
  salt bytea not null,
  control_per_mille smallint not null default 15,
  hold_percent smallint not null default 15,
  version integer not null default 1,
  cooldown_days smallint not null default 90,
  control_since date,
  shares_since date,
  PRIMARY KEY (only_one),
  CHECK (((control_per_mille >= 10) AND (control_per_mille <= 20))),
  CHECK (((cooldown_days >= 1) AND (cooldown_days <= 730))),
  CHECK (((hold_percent >= 10) AND (hold_percent <= 20))),
  CHECK (only_one),
  CHECK ((length(salt) = 32))
);

create table trust_limits (
  account_id bigint not null,
  limit_minor bigint not null default 0,
  lowers_to_minor bigint,
  lowers_on date,
  parts jsonb not null default '[]'::jsonb,
  careful_since date,
  late_ended_on date,
  PRIMARY KEY (account_id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  CHECK (((lowers_to_minor >= 0) AND (lowers_to_minor < limit_minor))),
  CHECK (((lowers_on IS NULL) = (lowers_to_minor IS NULL))),
  CHECK ((limit_minor >= 0))
);

create table trust_runs (
  on date not null,
  through_account_id bigint not null default 0,
  finished_at timestamp with time zone,
  PRIMARY KEY ("on")
);

create table trust_settings (
  only_one boolean not null default true,
  is_on boolean not null default false,
  condition jsonb,
  base_percent integer not null default 50,
  tenure_steps jsonb not null default '[]'::jsonb,
  paid_steps jsonb not null default '[]'::jsonb,
  broken_cut_minor bigint not null default 0,
  suspended_cut_minor bigint not null default 0,
  debt_days integer default 10,
  ceiling_minor bigint,
  late_days integer not null default 5,
  notice_days integer not null default 10,
  version integer not null default 1,
  PRIMARY KEY (only_one),
  CHECK (((base_percent >= 0) AND (base_percent <= 1000))),
  CHECK ((broken_cut_minor >= 0)),
  CHECK ((ceiling_minor >= 0)),
  CHECK ((debt_days >= 0)),
  CHECK ((late_days >= 0)),
  CHECK ((notice_days >= 1)),
  CHECK (only_one),
  CHECK ((suspended_cut_minor >= 0))
);

create table unfair_prices (
  subscription_id bigint not null,
  subscriber_id bigint not null,
  account_id bigint not null,
  version_id bigint not null,
  tenure_months integer not null,
  paid_minor bigint not null,
  newcomer_minor bigint not null,
  at_risk_minor bigint not null default 0,
  counted_on date not null,
  PRIMARY KEY (subscription_id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  FOREIGN KEY (subscription_id) REFERENCES subscriptions(id),
  FOREIGN KEY (version_id) REFERENCES product_versions(id),
  CHECK ((paid_minor > newcomer_minor))
);

create table usage_rates (
  id bigint generated always as identity,
  product_version_id bigint not null,
  position integer not null,
  meter text not null,
  block_size bigint not null,
  price_minor bigint not null,
  from_minute smallint not null default 0,
  to_minute smallint not null default 1440,
  days text not null default 'all'::text,
  UNIQUE (product_version_id, "position"),
  PRIMARY KEY (id),
  FOREIGN KEY (product_version_id) REFERENCES product_versions(id),
  CHECK ((block_size > 0)),
  CHECK ((days = ANY (ARRAY['all'::text, 'work'::text, 'rest'::text]))),
  CHECK (((from_minute >= 0) AND (from_minute <= 1439))),
  CHECK ((meter = ANY (ARRAY['bytes'::text, 'seconds'::text]))),
  CHECK ((price_minor >= 0)),
  CHECK (((to_minute >= 1) AND (to_minute <= 1440)))
);

create table usage_records (
  id bigint generated always as identity,
  account_id bigint not null,
  service_line_id bigint,
  meter text not null,
  units bigint not null,
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  source text not null,
  key text not null,
  received_at timestamp with time zone not null,
  import_id bigint,
  UNIQUE (source, key),
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (service_line_id) REFERENCES service_lines(id),
  CHECK ((ended_at >= began_at)),
  CHECK ((meter = ANY (ARRAY['bytes'::text, 'seconds'::text]))),
  CHECK (((units >= 0) AND (units <= '9007199254740991'::bigint)))
);

create table vat_rates (
  from_on date not null,
  percent smallint,
  PRIMARY KEY (from_on),
  CHECK ((percent = ANY (ARRAY[5, 7, 10, 20, 22])))
);

create table verifications (
  id bigint generated always as identity,
  conversation_id bigint not null,
  subscriber_id bigint not null,
  staff_id bigint not null,
  happened_at timestamp with time zone not null,
  means text not null,
  result text not null,
  reason text not null default ''::text,
  PRIMARY KEY (id),
  FOREIGN KEY (conversation_id) REFERENCES conversations(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  CHECK ((means = ANY (ARRAY['code_word'::text, 'sent_code'::text, 'none'::text]))),
  CHECK ((result = ANY (ARRAY['passed'::text, 'failed'::text, 'overridden'::text])))
);

create table vip_branches (
  id bigint generated always as identity,
  child_id bigint not null,
  parent_id bigint not null,
  from_on date not null,
  to_on date,
  noted_by bigint,
  noted_at timestamp with time zone not null,
  PRIMARY KEY (id),
  FOREIGN KEY (child_id) REFERENCES subscribers(id),
  FOREIGN KEY (noted_by) REFERENCES staff(id),
  FOREIGN KEY (parent_id) REFERENCES subscribers(id),
  CHECK ((parent_id <> child_id)),
  CHECK ((to_on >= from_on))
);

create table vip_budgets (
  month date not null,
  tier text not null,
  amount_minor bigint not null default 0,
  version integer not null default 1,
  is_set boolean not null default false,
  PRIMARY KEY (month, tier),
  CHECK ((amount_minor >= 0)),
  CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  CHECK ((tier = ANY (ARRAY['profitable'::text, 'high'::text, 'very_high'::text])))
);

create table vip_clients (
  id bigint not null,
  state text not null,
  tier text,
  is_corporate boolean not null default false,
  number_minor bigint not null default 0,
  number_line_id bigint,
  account_minor bigint not null default 0,
  account_id bigint,
  total_minor bigint not null default 0,
  lines integer not null default 0,
  with_us_since date,
  careful_since date,
  missing jsonb not null default '[]'::jsonb,
  member_since date,
  drops_on date,
  left_on date,
  personal_manager_id bigint,
  acting_id bigint,
  team_id bigint,
  temper text,
  counted_on date not null,
  version integer not null default 1,
  led_before bigint[] not null default '{}'::bigint[],
  PRIMARY KEY (id),
  FOREIGN KEY (acting_id) REFERENCES staff(id),
  FOREIGN KEY (id) REFERENCES subscribers(id),
  FOREIGN KEY (personal_manager_id) REFERENCES staff(id),
  FOREIGN KEY (team_id) REFERENCES teams(id),
  CHECK (((state = 'member'::text) = (tier IS NOT NULL))),
  CHECK (((drops_on IS NULL) OR (state = 'member'::text))),
  CHECK ((state = ANY (ARRAY['member'::text, 'candidate'::text, 'former'::text, 'none'::text]))),
  CHECK ((temper = ANY (ARRAY['businesslike'::text, 'friendly'::text, 'demanding'::text, 'technical'::text, 'reserved'::text]))),
  CHECK ((tier = ANY (ARRAY['profitable'::text, 'high'::text, 'very_high'::text])))
);

create table vip_escalations (
  id bigint generated always as identity,
  subscriber_id bigint not null,
  words text not null,
  leader_id bigint not null,
  asked_by bigint,
  asked_at timestamp with time zone not null,
  norm_seconds integer not null,
  calendar_id bigint not null,
  due_at timestamp with time zone not null,
  late_told_at timestamp with time zone,
  answer text not null default ''::text,
  answered_by bigint,
  answered_at timestamp with time zone,
  version integer not null default 1,
  PRIMARY KEY (id),
  FOREIGN KEY (answered_by) REFERENCES staff(id),
  FOREIGN KEY (asked_by) REFERENCES staff(id),
  FOREIGN KEY (calendar_id) REFERENCES calendars(id),
  FOREIGN KEY (leader_id) REFERENCES staff(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  CHECK (((answered_at IS NULL) = (answer = ''::text))),
  CHECK ((words <> ''::text))
);

create table vip_event_costs (
  id bigint generated always as identity,
  version integer not null default 1,
  event_id bigint not null,
  name text not null,
  amount_minor bigint not null,
  state text not null default 'stands'::text,
  overspend_reason text not null default ''::text,
  added_by bigint,
  added_at timestamp with time zone not null,
  approved_by bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (added_by) REFERENCES staff(id),
  FOREIGN KEY (approved_by) REFERENCES staff(id),
  FOREIGN KEY (event_id) REFERENCES vip_events(id),
  CHECK ((amount_minor > 0)),
  CHECK (((state <> 'asked'::text) OR (overspend_reason <> ''::text))),
  CHECK (((approved_by IS NULL) OR (approved_by <> added_by))),
  CHECK ((name <> ''::text)),
  CHECK ((state = ANY (ARRAY['asked'::text, 'stands'::text, 'removed'::text])))
);

create table vip_event_guests (
  id bigint generated always as identity,
  version integer not null default 1,
  event_id bigint not null,
  subscriber_id bigint not null,
  tier text not null,
  state text not null default 'invited'::text,
  way text not null,
  invited_by bigint,
  invited_at timestamp with time zone not null,
  told_at timestamp with time zone,
  outgoing_message_id bigint,
  answered_at timestamp with time zone,
  companions smallint not null default 0,
  companion_names text not null default ''::text,
  wishes text not null default ''::text,
  team_id bigint,
  has_come boolean,
  prize text,
  prize_item_id bigint,
  prize_minor bigint,
  handed_by bigint,
  handed_at timestamp with time zone,
  UNIQUE (event_id, subscriber_id),
  PRIMARY KEY (id),
  FOREIGN KEY (event_id) REFERENCES vip_events(id),
  FOREIGN KEY (event_id, team_id) REFERENCES vip_event_teams(event_id, id),
  FOREIGN KEY (handed_by) REFERENCES staff(id),
  FOREIGN KEY (invited_by) REFERENCES staff(id),
  FOREIGN KEY (outgoing_message_id) REFERENCES outgoing_messages(id) ON DELETE SET NULL,
  FOREIGN KEY (prize_item_id) REFERENCES vip_gift_items(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  CHECK (((team_id IS NULL) OR (state = 'accepted'::text))),
  CHECK (((prize IS NULL) OR (has_come IS TRUE))),
  CHECK (((prize IS NULL) = (handed_at IS NULL))),
  CHECK (((prize IS NULL) = (prize_item_id IS NULL))),
  CHECK (((prize IS NULL) = (prize_minor IS NULL))),
  CHECK (((companions >= 0) AND (companions <= 20))),
  CHECK ((prize = ANY (ARRAY['cup'::text, 'comfort'::text]))),
  CHECK ((prize_minor > 0)),
  CHECK ((state = ANY (ARRAY['invited'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text]))),
  CHECK ((tier = ANY (ARRAY['profitable'::text, 'high'::text, 'very_high'::text]))),
  CHECK ((way = ANY (ARRAY['message'::text, 'hand'::text])))
);

create table vip_event_photos (
  file_id bigint not null,
  event_id bigint not null,
  added_by bigint,
  added_at timestamp with time zone not null,
  PRIMARY KEY (file_id),
  FOREIGN KEY (added_by) REFERENCES staff(id),
  FOREIGN KEY (event_id) REFERENCES vip_events(id),
  FOREIGN KEY (file_id) REFERENCES files(id)
);

create table vip_event_teams (
  id bigint generated always as identity,
  version integer not null default 1,
  event_id bigint not null,
  name text not null,
  seats smallint not null,
  place smallint,
  UNIQUE (event_id, id),
  UNIQUE (event_id, name),
  PRIMARY KEY (id),
  FOREIGN KEY (event_id) REFERENCES vip_events(id),
  CHECK ((name <> ''::text)),
  CHECK (((place >= 1) AND (place <= 100))),
  CHECK (((seats >= 1) AND (seats <= 500)))
);

create table vip_events (
  id bigint generated always as identity,
  version integer not null default 1,
  kind text not null,
  kind_name text not null default ''::text,
  name text not null,
  on date not null,
  begins_at text not null default ''::text,
  place text not null default ''::text,
  is_contest boolean not null,
  in_charge_id bigint not null,
  budget_minor bigint not null default 0,
  words text not null default ''::text,
  cup_item_id bigint,
  comfort_item_id bigint,
  cancelled_at timestamp with time zone,
  created_by bigint,
  created_at timestamp with time zone not null,
  PRIMARY KEY (id),
  FOREIGN KEY (comfort_item_id) REFERENCES vip_gift_items(id),
  FOREIGN KEY (created_by) REFERENCES staff(id),
  FOREIGN KEY (cup_item_id) REFERENCES vip_gift_items(id),
  FOREIGN KEY (in_charge_id) REFERENCES staff(id),
  CHECK ((begins_at ~ '^(|[0-2][0-9]:[0-5][0-9])$'::text)),
  CHECK ((budget_minor >= 0)),
  CHECK (((kind = 'own'::text) = (kind_name <> ''::text))),
  CHECK ((kind = ANY (ARRAY['evening'::text, 'tournament'::text, 'own'::text]))),
  CHECK ((name <> ''::text))
);

create table vip_feeds (
  staff_id bigint not null,
  digest text not null,
  made_at timestamp with time zone not null,
  UNIQUE (digest),
  PRIMARY KEY (staff_id),
  FOREIGN KEY (staff_id) REFERENCES staff(id)
);

create table vip_gift_items (
  id bigint generated always as identity,
  name text not null,
  kind text not null,
  supplier_id bigint,
  price_minor bigint not null,
  stock integer,
  archived_at timestamp with time zone,
  version integer not null default 1,
  UNIQUE (name),
  PRIMARY KEY (id),
  FOREIGN KEY (supplier_id) REFERENCES vip_suppliers(id),
  CHECK ((kind = ANY (ARRAY['flowers'::text, 'cognac'::text, 'stationery'::text, 'branded'::text, 'sim'::text, 'airtime'::text, 'certificate'::text, 'phone'::text, 'original'::text]))),
  CHECK ((name <> ''::text)),
  CHECK ((price_minor > 0)),
  CHECK ((stock >= 0))
);

create table vip_gift_settings (
  only_one boolean not null default true,
  official_most_minor bigint not null default 300000,
  organisation_most_minor bigint not null default 300000,
  person_most_minor bigint not null default 1500000,
  year_most_minor bigint not null default 3000000,
  second_from_minor bigint not null default 200000,
  profitable_minor bigint not null default 100000,
  high_minor bigint not null default 200000,
  very_high_minor bigint not null default 300000,
  unusual_times smallint not null default 3,
  version integer not null default 1,
  PRIMARY KEY (only_one),
  CHECK ((high_minor >= 0)),
  CHECK ((official_most_minor >= 0)),
  CHECK (only_one),
  CHECK ((organisation_most_minor >= 0)),
  CHECK ((person_most_minor >= 0)),
  CHECK ((profitable_minor >= 0)),
  CHECK ((second_from_minor >= 0)),
  CHECK (((unusual_times >= 2) AND (unusual_times <= 100))),
  CHECK ((very_high_minor >= 0)),
  CHECK ((year_most_minor >= 0))
);

create table vip_gifts (
  id bigint generated always as identity,
  version integer not null default 1,
  subscriber_id bigint not null,
  tier text not null,
  month date not null,
  deliver_on date not null,
  occasion_key text,
  occasion_kind text,
  item_id bigint not null,
  count smallint not null,
  cost_minor bigint not null,
  recipient text not null,
  recipient_kind text not null,
  note text not null default ''::text,
  state text not null default 'proposed'::text,
  planned_by bigint,
  planned_at timestamp with time zone not null,
  needs_second boolean not null default false,
  approved_by bigint,
  approved_at timestamp with time zone,
  second_by bigint,
  overspend_reason text not null default ''::text,
  delivered_by bigint,
  delivered_at timestamp with time zone,
  reaction text,
  reaction_note text not null default ''::text,
  reacted_at timestamp with time zone,
  was_delivered boolean not null default false,
  left_told_on date,
  PRIMARY KEY (id),
  FOREIGN KEY (approved_by) REFERENCES staff(id),
  FOREIGN KEY (delivered_by) REFERENCES staff(id),
  FOREIGN KEY (item_id) REFERENCES vip_gift_items(id),
  FOREIGN KEY (planned_by) REFERENCES staff(id),
  FOREIGN KEY (second_by) REFERENCES staff(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  CHECK (((state = 'delivered'::text) = (delivered_at IS NOT NULL))),
  CHECK (((state <> ALL (ARRAY['approved'::text, 'delivered'::text])) OR (approved_by IS NOT NULL))),
  CHECK (((state <> ALL (ARRAY['approved'::text, 'delivered'::text])) OR (NOT needs_second) OR (second_by IS NOT NULL))),
  CHECK (((approved_by IS NULL) OR (approved_by <> planned_by))),
  CHECK (((second_by IS NULL) OR ((second_by <> planned_by) AND (second_by <> approved_by)))),
  CHECK (((reaction IS NULL) OR (state = 'delivered'::text))),
  CHECK (((state <> 'delivered'::text) OR was_delivered)),
  CHECK ((cost_minor > 0)),
  CHECK (((count >= 1) AND (count <= 1000))),
  CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  CHECK ((occasion_kind = ANY (ARRAY['head'::text, 'contact'::text, 'company'::text, 'own'::text, 'other'::text]))),
  CHECK ((reaction = ANY (ARRAY['delighted'::text, 'thanked'::text, 'calm'::text, 'none'::text, 'declined'::text]))),
  CHECK ((recipient_kind = ANY (ARRAY['official'::text, 'organisation'::text, 'person'::text]))),
  CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'delivered'::text, 'refused'::text, 'cancelled'::text]))),
  CHECK ((tier = ANY (ARRAY['profitable'::text, 'high'::text, 'very_high'::text])))
);

create table vip_greeting_settings (
  only_one boolean not null default true,
  is_on boolean not null default false,
  hours_from smallint not null default 10,
  hours_to smallint not null default 19,
  stale_days integer not null default 730,
  words jsonb not null default '{}'::jsonb,
  version integer not null default 1,
  way text,
  PRIMARY KEY (only_one),
  CHECK ((hours_from < hours_to)),
  CHECK (((hours_from >= 0) AND (hours_from <= 23))),
  CHECK (((hours_to >= 1) AND (hours_to <= 24))),
  CHECK (only_one),
  CHECK (((stale_days >= 30) AND (stale_days <= 3650))),
  CHECK ((way = ANY (ARRAY['email'::text, 'telegram'::text, 'vk'::text])))
);

create table vip_greetings (
  id bigint generated always as identity,
  subscriber_id bigint not null,
  occasion_key text not null,
  year smallint not null,
  way text not null,
  words text not null default ''::text,
  outgoing_message_id bigint,
  greeted_by bigint,
  greeted_at timestamp with time zone not null,
  occasion_id bigint,
  UNIQUE (subscriber_id, occasion_key, year),
  PRIMARY KEY (id),
  FOREIGN KEY (greeted_by) REFERENCES staff(id),
  FOREIGN KEY (occasion_id) REFERENCES vip_occasions(id) ON DELETE SET NULL,
  FOREIGN KEY (outgoing_message_id) REFERENCES outgoing_messages(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  CHECK ((way = ANY (ARRAY['email'::text, 'telegram'::text, 'vk'::text, 'call'::text, 'visit'::text, 'card'::text])))
);

create table vip_managers (
  staff_id bigint not null,
  most_clients smallint not null default 50,
  tempers text[] not null default '{}'::text[],
  deputy_id bigint,
  away_from date,
  away_to date,
  is_on boolean not null default true,
  version integer not null default 1,
  PRIMARY KEY (staff_id),
  FOREIGN KEY (deputy_id) REFERENCES staff(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  CHECK ((deputy_id <> staff_id)),
  CHECK (((away_from IS NULL) = (away_to IS NULL))),
  CHECK ((away_to >= away_from)),
  CHECK (((most_clients >= 1) AND (most_clients <= 5000))),
  CHECK ((tempers <@ ARRAY['businesslike'::text, 'friendly'::text, 'demanding'::text, 'technical'::text, 'reserved'::text]))
);

create table vip_merged_clients (
  id bigint not null,
  root_id bigint not null,
  own jsonb not null,
  root jsonb,
  PRIMARY KEY (id),
  FOREIGN KEY (id) REFERENCES subscribers(id),
  FOREIGN KEY (root_id) REFERENCES subscribers(id)
);

create table vip_occasions (
  id bigint generated always as identity,
  subscriber_id bigint not null,
  kind text not null,
  name text not null default ''::text,
  contact_person_id bigint,
  month smallint not null,
  day smallint not null,
  year smallint,
  note text not null default ''::text,
  greet_by text not null default 'hand'::text,
  confirmed_on date not null,
  added_by bigint,
  removed_at timestamp with time zone,
  version integer not null default 1,
  PRIMARY KEY (id),
  FOREIGN KEY (added_by) REFERENCES staff(id),
  FOREIGN KEY (contact_person_id) REFERENCES contact_persons(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  CHECK (((day >= 1) AND (day <=
CASE
    WHEN (month = ANY (ARRAY[4, 6, 9, 11])) THEN 30
    WHEN (month = 2) THEN 29
    ELSE 31
END))),
  CHECK (((kind <> 'other'::text) OR (name <> ''::text))),
  CHECK (((day < 29) OR (month <> 2) OR (year IS NULL) OR (((year)::integer % 4) = 0))),
  CHECK ((greet_by = ANY (ARRAY['hand'::text, 'message'::text]))),
  CHECK ((kind = ANY (ARRAY['head'::text, 'contact'::text, 'company'::text, 'own'::text, 'other'::text]))),
  CHECK (((month >= 1) AND (month <= 12))),
  CHECK (((year >= 1800) AND (year <= 2200)))
);

create table vip_overrides (
  id bigint generated always as identity,
  subscriber_id bigint not null,
  wants text not null,
  tier text,
  until_on date not null,
  reason text not null,
  state text not null default 'asked'::text,
  asked_by bigint,
  asked_at timestamp with time zone not null,
  decided_by bigint,
  decided_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (asked_by) REFERENCES staff(id),
  FOREIGN KEY (decided_by) REFERENCES staff(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  CHECK (((wants = 'in'::text) = (tier IS NOT NULL))),
  CHECK (((decided_by IS NULL) OR (decided_by <> asked_by))),
  CHECK ((reason <> ''::text)),
  CHECK ((state = ANY (ARRAY['asked'::text, 'approved'::text, 'refused'::text, 'ended'::text]))),
  CHECK ((tier = ANY (ARRAY['profitable'::text, 'high'::text, 'very_high'::text]))),
  CHECK ((wants = ANY (ARRAY['in'::text, 'out'::text])))
);

create table vip_playbook_deeds (
  run_id bigint not null,
  step smallint not null,
  answer smallint not null,
  note text not null default ''::text,
  done_by bigint,
  done_at timestamp with time zone not null,
  PRIMARY KEY (run_id, step),
  FOREIGN KEY (done_by) REFERENCES staff(id),
  FOREIGN KEY (run_id) REFERENCES vip_playbook_runs(id)
);

create table vip_playbook_runs (
  id bigint generated always as identity,
  version integer not null default 1,
  playbook_id bigint not null,
  playbook_version integer not null,
  subscriber_id bigint not null,
  step smallint,
  due_on date,
  started_by bigint,
  started_at timestamp with time zone not null,
  outcome text,
  ended_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (playbook_id) REFERENCES vip_playbooks(id),
  FOREIGN KEY (playbook_id, playbook_version) REFERENCES vip_playbook_versions(playbook_id, version),
  FOREIGN KEY (started_by) REFERENCES staff(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  CHECK (((ended_at IS NULL) = (outcome IS NULL))),
  CHECK (((ended_at IS NULL) = (step IS NOT NULL))),
  CHECK ((outcome = ANY (ARRAY['solved'::text, 'kept'::text, 'lost'::text, 'given_up'::text])))
);

create table vip_playbook_versions (
  playbook_id bigint not null,
  version integer not null,
  steps jsonb not null,
  made_by bigint,
  made_at timestamp with time zone not null,
  PRIMARY KEY (playbook_id, version),
  FOREIGN KEY (made_by) REFERENCES staff(id),
  FOREIGN KEY (playbook_id) REFERENCES vip_playbooks(id),
  CHECK ((jsonb_typeof(steps) = 'array'::text))
);

create table vip_playbooks (
  id bigint generated always as identity,
  name text not null,
  situation text not null default ''::text,
  starts_on text not null default 'hand'::text,
  version integer not null default 1,
  archived_at timestamp with time zone,
  UNIQUE (name),
  PRIMARY KEY (id),
  CHECK ((name <> ''::text)),
  CHECK ((starts_on = ANY (ARRAY['hand'::text, 'admitted'::text, 'dropping'::text, 'wish_to_leave'::text])))
);

create table vip_runs (
  on date not null,
  month date not null,
  members integer not null,
  candidates integer not null,
  admitted integer not null,
  dropped integer not null,
  finished_at timestamp with time zone not null,
  PRIMARY KEY ("on")
);

create table vip_settings (
  only_one boolean not null default true,
  number_above_minor bigint not null default 210000,
  account_above_minor bigint not null default 6000000,
  months_above smallint not null default 6,
  careful_months smallint not null default 6,
  high_from_minor bigint not null default 500000,
  very_high_from_minor bigint not null default 2000000,
  near_percent smallint not null default 10,
  grace_days smallint not null default 30,
  corporate_lines smallint not null default 5,
  corporate_above_minor bigint not null default 500000,
  corporate_months smallint not null default 0,
  silence_days smallint not null default 30,
  balance_days smallint not null default 7,
  ending_days smallint not null default 30,
  version integer not null default 1,
  PRIMARY KEY (only_one),
  CHECK ((account_above_minor > 0)),
  CHECK (((balance_days >= 1) AND (balance_days <= 60))),
  CHECK (((careful_months >= 0) AND (careful_months <= 120))),
  CHECK (((number_above_minor < high_from_minor) AND (high_from_minor < very_high_from_minor))),
  CHECK ((corporate_above_minor >= 0)),
  CHECK (((corporate_lines >= 1) AND (corporate_lines <= 1000))),
  CHECK (((corporate_months >= 0) AND (corporate_months <= 120))),
  CHECK (((ending_days >= 1) AND (ending_days <= 365))),
  CHECK (((grace_days >= 0) AND (grace_days <= 365))),
  CHECK (((months_above >= 0) AND (months_above <= 120))),
  CHECK (((near_percent >= 0) AND (near_percent <= 50))),
  CHECK ((number_above_minor > 0)),
  CHECK (only_one),
  CHECK (((silence_days >= 1) AND (silence_days <= 365)))
);

create table vip_suppliers (
  id bigint generated always as identity,
  name text not null,
  contact text not null default ''::text,
  archived_at timestamp with time zone,
  UNIQUE (name),
  PRIMARY KEY (id),
  CHECK ((name <> ''::text))
);

create table vip_terms (
  id bigint generated always as identity,
  version integer not null default 1,
  subscriber_id bigint not null,
  kind text not null,
  value bigint not null,
  account_id bigint,
  from_on date not null,
  to_on date,
  reason text not null,
  now_minor bigint not null,
  then_minor bigint not null,
  cost_minor bigint,
  state text not null default 'proposed'::text,
  second_for text[] not null default '{}'::text[],
  asked_by bigint,
  asked_at timestamp with time zone not null,
  approved_by bigint,
  second_by bigint,
  decided_at timestamp with time zone,
  told_on date,
  peace_until date,
  ended_by bigint,
  ended_at timestamp with time zone,
  end_reason text not null default ''::text,
  PRIMARY KEY (id),
  FOREIGN KEY (approved_by) REFERENCES staff(id),
  FOREIGN KEY (asked_by) REFERENCES staff(id),
  FOREIGN KEY (ended_by) REFERENCES staff(id),
  FOREIGN KEY (second_by) REFERENCES staff(id),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  CHECK ((to_on >= from_on)),
  CHECK ((approved_by <> asked_by)),
  CHECK (((second_by <> asked_by) AND (second_by <> approved_by))),
  CHECK (((account_id IS NOT NULL) = (kind = ANY (ARRAY['longer'::text, 'no_suspension'::text])))),
  CHECK (((state <> 'approved'::text) OR (approved_by IS NOT NULL))),
  CHECK (((state <> 'approved'::text) OR (second_for = '{}'::text[]) OR (second_by IS NOT NULL))),
  CHECK ((kind = ANY (ARRAY['percent'::text, 'sum'::text, 'fixed'::text, 'free'::text, 'longer'::text, 'no_suspension'::text]))),
  CHECK ((reason <> ''::text)),
  CHECK ((second_for <@ ARRAY['below_floor'::text, 'long'::text, 'dear'::text])),
  CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'refused'::text, 'ended'::text]))),
  CHECK ((value >= 0))
);

create table vip_terms_services (
  terms_id bigint not null,
  subscription_id bigint not null,
  discount_id bigint,
  PRIMARY KEY (terms_id, subscription_id),
  FOREIGN KEY (terms_id) REFERENCES vip_terms(id)
);

create table vip_terms_settings (
  only_one boolean not null default true,
  second_from_minor bigint not null default 500000,
  longest_months smallint not null default 12,
  notice_days smallint not null default 30,
  version integer not null default 1,
  PRIMARY KEY (only_one),
  CHECK (((longest_months >= 1) AND (longest_months <= 60))),
  CHECK (((notice_days >= 1) AND (notice_days <= 180))),
  CHECK (only_one),
  CHECK ((second_from_minor > 0))
);

create table vip_ticks (
  subscriber_id bigint not null,
  line text not null,
  until_on date not null,
  note text not null default ''::text,
  ticked_by bigint,
  ticked_at timestamp with time zone not null,
  PRIMARY KEY (subscriber_id, line),
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  FOREIGN KEY (ticked_by) REFERENCES staff(id)
);

create table visit_slots (
  id bigint generated always as identity,
  district text not null default ''::text,
  weekday integer not null,
  from_minute integer not null,
  to_minute integer not null,
  seats integer not null,
  archived_at timestamp with time zone,
  PRIMARY KEY (id),
  CHECK ((from_minute < to_minute)),
  CHECK (((from_minute >= 0) AND (from_minute <= 1439))),
  CHECK (((seats >= 1) AND (seats <= 100))),
  CHECK ((to_minute <= 1440)),
  CHECK (((weekday >= 1) AND (weekday <= 7)))
);

create table visits (
  id bigint generated always as identity,
  deal_id bigint not null,
  slot_id bigint not null,
  on_day date not null,
  seat integer not null,
  booked_at timestamp with time zone not null,
  booked_by bigint,
  cancelled_at timestamp with time zone,
  cancel_reason text not null default ''::text,
  PRIMARY KEY (id),
  FOREIGN KEY (booked_by) REFERENCES staff(id),
  FOREIGN KEY (deal_id) REFERENCES deals(id),
  FOREIGN KEY (slot_id) REFERENCES visit_slots(id),
  CHECK (((cancelled_at IS NULL) = (cancel_reason = ''::text))),
  CHECK ((seat > 0))
);

create table wallet_spans (
  subscriber_id bigint not null,
  wallet_id bigint not null,
  from_on date not null,
  to_on date,
  FOREIGN KEY (subscriber_id) REFERENCES subscribers(id),
  FOREIGN KEY (wallet_id) REFERENCES point_wallets(id),
  CHECK ((to_on >= from_on))
);

create table wish_rules (
  id bigint generated always as identity,
  name text not null,
  phrases text not null,
  exceptions text not null default ''::text,
  is_angry boolean not null default false,
  archived_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  UNIQUE (name),
  PRIMARY KEY (id),
  CHECK ((name <> ''::text)),
  CHECK ((phrases <> ''::text))
);

CREATE INDEX account_moves_connected ON account_moves USING btree ("on", account_id) WHERE is_connected;
CREATE INDEX account_moves_district ON account_moves USING btree (district, account_id) WHERE is_here;
CREATE INDEX account_moves_gone ON account_moves USING btree ("on", account_id) WHERE is_gone;
CREATE INDEX account_moves_movement ON account_moves USING btree (movement, "on", account_id) WHERE (movement IS NOT NULL);
CREATE INDEX account_moves_tariff ON account_moves USING btree (to_product_id, account_id) WHERE is_here;
CREATE INDEX account_moves_technology ON account_moves USING btree (technology, account_id) WHERE is_here;
CREATE INDEX accounts_closed ON accounts USING btree (closed_on) WHERE (closed_on IS NOT NULL);
CREATE INDEX accounts_contract ON accounts USING btree (contract_number) WHERE (contract_number IS NOT NULL);
CREATE INDEX accounts_import ON accounts USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE UNIQUE INDEX accounts_number ON accounts USING btree (number);
CREATE INDEX accounts_paused ON accounts USING btree (id) WHERE (state = 'paused'::text);
CREATE INDEX accounts_service_address ON accounts USING btree (service_address_id) WHERE (service_address_id IS NOT NULL);
CREATE INDEX accounts_subscriber ON accounts USING btree (subscriber_id);
CREATE INDEX act_runs_month ON act_runs USING btree (month, started_at DESC);
CREATE INDEX act_runs_started ON act_runs USING btree (started_at DESC, id DESC);
CREATE UNIQUE INDEX act_runs_unfinished ON act_runs USING btree ((true)) WHERE (finished_at IS NULL);
CREATE INDEX advices_product_saving ON advices USING btree (product_id, saving_minor, id) WHERE (saving_minor > 0);
CREATE INDEX advices_product_underpaid ON advices USING btree (product_id, underpaid_minor, id) WHERE (underpaid_minor > 0);
CREATE INDEX advices_run ON advices USING btree (run_id);
CREATE INDEX advices_saving ON advices USING btree (saving_minor, id) WHERE (saving_minor > 0);
CREATE INDEX advices_shared ON advices USING btree (now_minor, id) WHERE is_shared;
CREATE INDEX advices_underpaid ON advices USING btree (underpaid_minor, id) WHERE (underpaid_minor > 0);
CREATE INDEX advisor_runs_started ON advisor_runs USING btree (started_at DESC, id DESC);
CREATE UNIQUE INDEX advisor_runs_unfinished ON advisor_runs USING btree ((true)) WHERE (finished_at IS NULL);
CREATE INDEX api_keys_staff ON api_keys USING btree (staff_id);
CREATE INDEX attention_seen ON attention USING btree (seen_at);
CREATE INDEX buildings_import ON buildings USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX bulk_change_rows_row ON bulk_change_rows USING btree (row_id);
CREATE INDEX bulk_changes_age ON bulk_changes USING btree (created_at);
CREATE INDEX bulk_changes_moved ON bulk_changes USING btree (moved_at) WHERE (state = ANY (ARRAY['running'::text, 'undoing'::text]));
CREATE INDEX call_attempts_callback ON call_attempts USING btree (callback_id, started_at DESC);
CREATE UNIQUE INDEX call_attempts_running ON call_attempts USING btree (callback_id) WHERE (ended_at IS NULL);
CREATE INDEX call_attempts_staff ON call_attempts USING btree (staff_id) WHERE (ended_at IS NULL);
CREATE INDEX call_recordings_call ON call_recordings USING btree (channel_id, linked_id);
CREATE UNIQUE INDEX call_recordings_named ON call_recordings USING btree (channel_id, linked_id, name) WHERE (state <> 'erased'::text);
CREATE INDEX call_recordings_old ON call_recordings USING btree (created_at) WHERE (state <> 'erased'::text);
CREATE INDEX call_recordings_waiting ON call_recordings USING btree (try_after, id) WHERE (state = 'waiting'::text);
CREATE INDEX callbacks_due ON callbacks USING btree (next_try_at) WHERE ((state = 'waiting'::text) AND (NOT is_announced));
CREATE INDEX calls_conversation ON calls USING btree (conversation_id, began_at);
CREATE INDEX calls_going ON calls USING btree (began_at) WHERE (result IS NULL);
CREATE INDEX calls_phone ON calls USING btree (phone) WHERE (phone <> ''::text);
CREATE INDEX card_attempts_age ON card_attempts USING btree (attempted_at);
CREATE INDEX card_attempts_counted ON card_attempts USING btree (counted_for, attempted_at);
CREATE INDEX card_batches_expiring ON card_batches USING btree (valid_until) WHERE (expired_through < cards);
CREATE INDEX card_deeds_dealer ON card_deeds USING btree (dealer_id, done_on, id) WHERE (dealer_id IS NOT NULL);
CREATE INDEX card_deeds_one ON card_deeds USING btree (batch_id, first_number) WHERE (last_number = first_number);
CREATE INDEX card_deeds_ranges ON card_deeds USING btree (batch_id, first_number) WHERE (last_number > first_number);
CREATE INDEX cards_account ON cards USING btree (account_id, activated_at) WHERE (account_id IS NOT NULL);
CREATE INDEX cards_dealer ON cards USING btree (dealer_id, batch_id, number) WHERE (state = 'given'::text);
CREATE UNIQUE INDEX cards_pin ON cards USING btree (pin_hash);
CREATE INDEX care_calls_deal ON care_calls USING btree (deal_id);
CREATE INDEX care_calls_late ON care_calls USING btree (due_at, id) WHERE ((done_at IS NULL) AND (dropped_at IS NULL) AND (late_told_at IS NULL));
CREATE INDEX care_calls_open ON care_calls USING btree (due_at, id) WHERE ((done_at IS NULL) AND (dropped_at IS NULL));
CREATE INDEX care_calls_shared ON care_calls USING btree (shared_at, id) WHERE ((done_at IS NULL) AND (dropped_at IS NULL) AND (escalated_at IS NULL));
CREATE UNIQUE INDEX care_list_members_id ON care_list_members USING btree (id);
CREATE INDEX care_list_members_open ON care_list_members USING btree (due_at, id) WHERE (state = 'open'::text);
CREATE INDEX care_list_members_opened ON care_list_members USING btree (list_id, opened_at) WHERE (opened_at IS NOT NULL);
CREATE INDEX care_list_members_subscriber ON care_list_members USING btree (subscriber_id);
CREATE INDEX care_list_members_waiting ON care_list_members USING btree (list_id, place) WHERE (state = 'waiting'::text);
CREATE INDEX care_lists_running ON care_lists USING btree (id) WHERE (ended_at IS NULL);
CREATE INDEX case_exits_open ON case_exits USING btree (case_id) WHERE (closed_at IS NULL);
CREATE INDEX case_joins_into ON case_joins USING btree (into_id);
CREATE INDEX case_offers_offer ON case_offers USING btree (offer_id, said_at);
CREATE UNIQUE INDEX case_offers_once ON case_offers USING btree (case_id, offer_id) WHERE (undone_at IS NULL);
CREATE INDEX case_wishes_case ON case_wishes USING btree (case_id, id);
CREATE INDEX case_wishes_conversation ON case_wishes USING btree (conversation_id) WHERE (conversation_id IS NOT NULL);
CREATE INDEX case_wishes_from ON case_wishes USING btree (from_case_id) WHERE (from_case_id IS NOT NULL);
CREATE INDEX case_wishes_rule ON case_wishes USING btree (rule_id) WHERE (rule_id IS NOT NULL);
CREATE INDEX cash_operations_payment ON cash_operations USING btree (payment_id) WHERE (payment_id IS NOT NULL);
CREATE UNIQUE INDEX cash_shifts_open_desk ON cash_shifts USING btree (desk_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX cash_shifts_open_staff ON cash_shifts USING btree (staff_id) WHERE (ended_at IS NULL);
CREATE INDEX cash_shifts_staff ON cash_shifts USING btree (staff_id, id DESC);
CREATE INDEX charge_failures_account ON charge_failures USING btree (account_id);
CREATE INDEX charge_runs_started ON charge_runs USING btree (started_at DESC, id DESC);
CREATE UNIQUE INDEX charge_runs_unfinished ON charge_runs USING btree ((true)) WHERE (finished_at IS NULL);
CREATE INDEX charges_month ON charges USING btree (month, account_id);
CREATE INDEX charges_words ON charges USING btree (account_id) WHERE (words <> ''::text);
CREATE INDEX competitor_offers_building ON competitor_offers USING btree (building_id, seen_on DESC) WHERE (removed_at IS NULL);
CREATE INDEX competitor_offers_removed ON competitor_offers USING btree (removed_at) WHERE (removed_at IS NOT NULL);
CREATE INDEX competitor_offers_seen ON competitor_offers USING btree (seen_on, id) WHERE (removed_at IS NULL);
CREATE INDEX connection_parts_due ON connection_parts USING btree (due_on) WHERE ((charged_at IS NULL) AND (dropped_at IS NULL));
CREATE INDEX consents_subscriber ON consents USING btree (subscriber_id, channel, purpose, recorded_at DESC);
CREATE INDEX contact_persons_subscriber ON contact_persons USING btree (subscriber_id);
CREATE INDEX contacts_import ON contacts USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX contacts_person ON contacts USING btree (contact_person_id) WHERE (contact_person_id IS NOT NULL);
CREATE INDEX contacts_subscriber ON contacts USING btree (subscriber_id);
CREATE INDEX contacts_value ON contacts USING btree (kind, value) WHERE (removed_at IS NULL);
CREATE INDEX contracts_deal ON contracts USING btree (deal_id);
CREATE INDEX conversation_links_other ON conversation_links USING btree (other_id);
CREATE UNIQUE INDEX conversation_merges_from ON conversation_merges USING btree (from_id) WHERE (undone_at IS NULL);
CREATE INDEX conversation_merges_into ON conversation_merges USING btree (into_id) WHERE (undone_at IS NULL);
CREATE INDEX conversation_split_messages_message ON conversation_split_messages USING btree (message_id);
CREATE INDEX conversation_splits_from ON conversation_splits USING btree (from_id);
CREATE INDEX conversations_chat ON conversations USING btree (channel_id, sender, id DESC) WHERE ((channel_id IS NOT NULL) AND (sender <> ''::text));
CREATE INDEX conversations_closed ON conversations USING btree (closed_at DESC, id DESC) WHERE (state = 'closed'::text);
CREATE INDEX conversations_escalate ON conversations USING btree (escalate_at) WHERE (escalate_at IS NOT NULL);
CREATE INDEX conversations_of_account ON conversations USING btree (lower((contact_draft ->> 'account'::text))) WHERE (subscriber_id IS NULL);
CREATE INDEX conversations_offer ON conversations USING btree (offer_from) WHERE (offer_from IS NOT NULL);
CREATE INDEX conversations_opened ON conversations USING btree (opened_at, id) INCLUDE (subscriber_id, merged_into_id);
CREATE INDEX conversations_owner ON conversations USING btree (owner_staff_id, urgent_at, id) WHERE (state <> 'closed'::text);
CREATE INDEX conversations_queue ON conversations USING btree (next_due_at, id) WHERE (state = 'open'::text);
CREATE INDEX conversations_root ON conversations USING btree (root_id) WHERE (root_id IS NOT NULL);
CREATE INDEX conversations_sender ON conversations USING btree (sender) WHERE ((state <> 'closed'::text) AND (sender <> ''::text));
CREATE INDEX conversations_snoozed ON conversations USING btree (snoozed_until) WHERE (state = 'snoozed'::text);
CREATE INDEX conversations_subscriber ON conversations USING btree (subscriber_id, opened_at DESC) WHERE (subscriber_id IS NOT NULL);
CREATE INDEX conversations_unrecognised ON conversations USING btree (sender) WHERE ((subscriber_id IS NULL) AND (sender <> ''::text));
CREATE INDEX conversations_unvalued ON conversations USING btree (id) WHERE ((state = 'open'::text) AND (valued_for IS DISTINCT FROM subscriber_id));
CREATE INDEX conversations_urgent ON conversations USING btree (urgent_at, id) WHERE (state = 'open'::text);
CREATE INDEX corrections_account ON corrections USING btree (account_id, id DESC);
CREATE INDEX corrections_decided ON corrections USING btree (id DESC) WHERE (state <> 'proposed'::text);
CREATE INDEX corrections_line ON corrections USING btree (line_id) WHERE (line_id IS NOT NULL);
CREATE INDEX corrections_origin ON corrections USING btree (origin_kind, origin_id) WHERE (origin_id IS NOT NULL);
CREATE INDEX corrections_proposer ON corrections USING btree (proposed_by, id DESC);
CREATE UNIQUE INDEX corrections_reversal ON corrections USING btree (reverses_id) WHERE ((reverses_id IS NOT NULL) AND (state = ANY (ARRAY['proposed'::text, 'posted'::text])));
CREATE INDEX corrections_waiting ON corrections USING btree (id) WHERE (state = 'proposed'::text);
CREATE INDEX coverage_wishes_building ON coverage_wishes USING btree (building_id, created_at) WHERE (building_id IS NOT NULL);
CREATE INDEX coverages_node ON coverages USING btree (node_id) WHERE (node_id IS NOT NULL);
CREATE INDEX coverages_terms ON coverages USING btree (connection_terms_id) WHERE (connection_terms_id IS NOT NULL);
CREATE INDEX coverages_updated ON coverages USING btree (updated_at);
CREATE INDEX deal_connections_account ON deal_connections USING btree (account_id);
CREATE INDEX deal_connections_deal ON deal_connections USING btree (deal_id, id);
CREATE UNIQUE INDEX deal_connections_live ON deal_connections USING btree (deal_id) WHERE (undone_at IS NULL);
CREATE INDEX deal_equipment_deal ON deal_equipment USING btree (deal_id, id);
CREATE UNIQUE INDEX deal_equipment_out ON deal_equipment USING btree (upper(serial)) WHERE (returned_at IS NULL);
CREATE INDEX deal_forecasts_month ON deal_forecasts USING btree (month, "on");
CREATE INDEX deal_stays_entered ON deal_stays USING btree (entered_at);
CREATE UNIQUE INDEX deal_stays_open ON deal_stays USING btree (deal_id) WHERE (left_at IS NULL);
CREATE INDEX deal_tasks_deal ON deal_tasks USING btree (deal_id, id);
CREATE INDEX deal_tasks_equipment ON deal_tasks USING btree (equipment_id) WHERE (done_at IS NULL);
CREATE INDEX deal_tasks_open ON deal_tasks USING btree (deal_id) WHERE (done_at IS NULL);
CREATE INDEX deal_tasks_staff ON deal_tasks USING btree (staff_id, due_at, id) WHERE (done_at IS NULL);
CREATE INDEX dealer_payments_dealer ON dealer_payments USING btree (dealer_id, done_on, id);
CREATE INDEX dealer_payments_payment ON dealer_payments USING btree (payment_id) WHERE (payment_id IS NOT NULL);
CREATE UNIQUE INDEX dealer_payments_taken ON dealer_payments USING btree (payment_id) WHERE (kind = 'taken'::text);
CREATE INDEX dealer_staff_dealer ON dealer_staff USING btree (dealer_id);
CREATE INDEX deals_board ON deals USING btree (stage_id, entered_stage_at DESC, id DESC) WHERE (state = 'open'::text);
CREATE INDEX deals_board_late ON deals USING btree (stage_id, due_at, id) WHERE (state = 'open'::text);
CREATE INDEX deals_building ON deals USING btree (building_id, flat) WHERE (building_id IS NOT NULL);
CREATE INDEX deals_closed ON deals USING btree (closed_at, id);
CREATE INDEX deals_conversation ON deals USING btree (conversation_id) WHERE (conversation_id IS NOT NULL);
CREATE INDEX deals_due ON deals USING btree (due_at, id) WHERE (state = 'open'::text);
CREATE INDEX deals_email ON deals USING btree (email) WHERE (email <> ''::text);
CREATE INDEX deals_expected ON deals USING btree (expected_on, id);
CREATE INDEX deals_household ON deals USING btree (household_id) WHERE (household_id IS NOT NULL);
CREATE INDEX deals_late ON deals USING btree (due_at, id) WHERE ((state = 'open'::text) AND (late_told_at IS NULL));
CREATE INDEX deals_load ON deals USING btree (owner_staff_id) WHERE (state = 'open'::text);
CREATE INDEX deals_next ON deals USING btree (next_at, id);
CREATE INDEX deals_opened ON deals USING btree (opened_at, id);
CREATE INDEX deals_owner ON deals USING btree (owner_staff_id, id);
CREATE INDEX deals_phone ON deals USING btree (phone) WHERE (phone <> ''::text);
CREATE INDEX deals_pipeline ON deals USING btree (pipeline_id, id);
CREATE INDEX deals_referral_code ON deals USING btree (referral_code) WHERE (referral_code <> ''::text);
CREATE INDEX deals_source ON deals USING btree (source_id, id);
CREATE INDEX deals_stage ON deals USING btree (stage_id, id);
CREATE INDEX deals_state ON deals USING btree (state, id);
CREATE INDEX deals_subscriber ON deals USING btree (subscriber_id, opened_at DESC) WHERE (subscriber_id IS NOT NULL);
CREATE INDEX deals_supervisor ON deals USING btree (supervisor_at, id) WHERE ((state = 'open'::text) AND (escalated_at IS NULL));
CREATE INDEX deals_team ON deals USING btree (team_id, id);
CREATE INDEX discounts_account ON discounts USING btree (account_id);
CREATE UNIQUE INDEX discounts_moved_from ON discounts USING btree (moved_from_id) WHERE (moved_from_id IS NOT NULL);
CREATE INDEX discounts_subscription ON discounts USING btree (subscription_id) WHERE (subscription_id IS NOT NULL);
CREATE INDEX discounts_to ON discounts USING btree (to_on) WHERE (to_on IS NOT NULL);
CREATE INDEX documents_number ON documents USING btree (number) WHERE ((number <> ''::text) AND (removed_at IS NULL));
CREATE INDEX documents_replaced ON documents USING btree (replaced_at) WHERE (former_file_id IS NOT NULL);
CREATE INDEX documents_subscriber ON documents USING btree (subscriber_id);
CREATE INDEX draft_files_old ON draft_files USING btree (created_at);
CREATE INDEX drafts_empty ON drafts USING btree (updated_at) WHERE (text = ''::text);
CREATE INDEX drafts_of ON drafts USING btree (entity, entity_id);
CREATE INDEX dunning_deeds_by_hand ON dunning_deeds USING btree (account_id) WHERE ((outcome = 'by_hand'::text) AND (called_at IS NULL));
CREATE INDEX dunning_deeds_done ON dunning_deeds USING btree (done_at);
CREATE INDEX duplicate_pairs_open ON duplicate_pairs USING btree (score DESC, first_id, second_id) WHERE (state = 'open'::text);
CREATE INDEX duplicate_pairs_second ON duplicate_pairs USING btree (second_id);
CREATE INDEX events_actor ON ONLY events USING btree (actor_staff_id, recorded_at DESC) WHERE (actor_staff_id IS NOT NULL);
CREATE INDEX events_audit ON ONLY events USING btree (type, recorded_at DESC, id DESC) WHERE (transaction_id IS NOT NULL);
CREATE INDEX events_feed ON ONLY events USING btree (transaction_id, id) WHERE (transaction_id IS NOT NULL);
CREATE INDEX events_subject ON ONLY events USING btree (subject_kind, subject_id, id DESC) WHERE ((subscriber_id IS NULL) OR (transaction_id IS NOT NULL));
CREATE INDEX events_timeline ON ONLY events USING btree (subscriber_id, occurred_at DESC, id DESC) WHERE (subscriber_id IS NOT NULL);
CREATE INDEX exit_accounts_account ON exit_accounts USING btree (account_id);
CREATE INDEX exit_equipment_case ON exit_equipment USING btree (case_id, id);
CREATE INDEX files_subscriber ON files USING btree (subscriber_id) WHERE (subscriber_id IS NOT NULL);
CREATE INDEX follow_ups_conversation ON follow_ups USING btree (conversation_id);
CREATE INDEX follow_ups_due ON follow_ups USING btree (staff_id, due_at, id) WHERE (done_at IS NULL);
CREATE INDEX follow_ups_subscriber ON follow_ups USING btree (subscriber_id) WHERE (subscriber_id IS NOT NULL);
CREATE INDEX follow_ups_untold ON follow_ups USING btree (due_at) WHERE ((done_at IS NULL) AND (told_at IS NULL));
CREATE INDEX friend_tariffs_message ON friend_tariffs USING btree (outgoing_message_id) WHERE (outgoing_message_id IS NOT NULL);
CREATE UNIQUE INDEX friend_tariffs_standing ON friend_tariffs USING btree (account_id) WHERE (ended_on IS NULL);
CREATE INDEX friend_tariffs_subscriber ON friend_tariffs USING btree (subscriber_id);
CREATE INDEX friend_tariffs_told_by ON friend_tariffs USING btree (told_by) WHERE (told_by IS NOT NULL);
CREATE INDEX friend_tariffs_untold ON friend_tariffs USING btree (has_no_way, id) WHERE ((ended_on IS NULL) AND (ends_on IS NOT NULL) AND (told_at IS NULL));
CREATE INDEX friendships_deal ON friendships USING btree (deal_id);
CREATE INDEX friendships_inviter ON friendships USING btree (inviter_id, connected_on DESC);
CREATE INDEX friendships_open ON friendships USING btree (id) WHERE (state = ANY (ARRAY['connected'::text, 'held'::text]));
CREATE INDEX friendships_rewarded ON friendships USING btree (rewarded_on) WHERE (rewarded_on IS NOT NULL);
CREATE INDEX given_offers_case ON given_offers USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX given_offers_offer ON given_offers USING btree (offer_id, given_at);
CREATE INDEX given_offers_subscriber ON given_offers USING btree (subscriber_id, given_at);
CREATE INDEX guided_objections_answer ON guided_objections USING btree (answer_id, has_helped);
CREATE INDEX guided_objections_sale ON guided_objections USING btree (guided_sale_id, id);
CREATE INDEX guided_sales_deal ON guided_sales USING btree (deal_id, id);
CREATE INDEX guided_sales_ended ON guided_sales USING btree (ended_at, id) WHERE (ended_at IS NOT NULL);
CREATE INDEX guided_sales_experiment ON guided_sales USING btree (experiment_id, deal_id, id) WHERE (experiment_id IS NOT NULL);
CREATE UNIQUE INDEX guided_sales_open ON guided_sales USING btree (deal_id) WHERE (state = 'open'::text);
CREATE INDEX guided_sales_script ON guided_sales USING btree (script_version_id, state);
CREATE INDEX household_members_subscriber ON household_members USING btree (subscriber_id);
CREATE INDEX idempotency_keys_age ON idempotency_keys USING btree (created_at);
CREATE INDEX import_changes_entity ON import_changes USING btree (entity, entity_id);
CREATE INDEX import_changes_import ON import_changes USING btree (import_id, id);
CREATE INDEX import_changes_kept ON import_changes USING btree (import_id, id) WHERE (state = 'kept'::text);
CREATE INDEX import_duplicates_import ON import_duplicates USING btree (import_id, row_number, id);
CREATE INDEX import_rows_errors ON import_rows USING btree (import_id, row_number) WHERE (error IS NOT NULL);
CREATE INDEX import_rows_warnings ON import_rows USING btree (import_id, row_number) WHERE (warnings IS NOT NULL);
CREATE INDEX imports_file ON imports USING btree (sha256, id);
CREATE INDEX imports_running ON imports USING btree (updated_at) WHERE (state = ANY (ARRAY['staging'::text, 'checking'::text, 'applying'::text, 'undoing'::text]));
CREATE INDEX incident_buildings_incident ON incident_buildings USING btree (incident_id);
CREATE INDEX incidents_ended ON incidents USING btree (ended_at) WHERE (kind = 'outage'::text);
CREATE INDEX incoming_files_message ON incoming_files USING btree (raw_message_id);
CREATE INDEX incoming_files_waiting ON incoming_files USING btree (try_after, id) WHERE (state = 'waiting'::text);
CREATE INDEX kept_discounts_discount ON kept_discounts USING btree (discount_id);
CREATE UNIQUE INDEX kept_discounts_standing ON kept_discounts USING btree (subscriber_id, kind) WHERE (ended_on IS NULL);
CREATE INDEX kept_services_product ON kept_services USING btree (product_id);
CREATE INDEX kpi_facts_on ON kpi_facts USING btree (source, "on", row_id, part);
CREATE INDEX labelled_label ON labelled USING btree (label_id, entity, entity_id);
CREATE INDEX labels_merged ON labels USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL);
CREATE UNIQUE INDEX labels_name ON labels USING btree (name_key) WHERE ((archived_at IS NULL) AND (merged_into_id IS NULL));
CREATE INDEX leads_building ON leads USING btree (building_id, flat) WHERE (building_id IS NOT NULL);
CREATE INDEX leads_created ON leads USING btree (created_at);
CREATE INDEX leads_deal ON leads USING btree (deal_id) WHERE (deal_id IS NOT NULL);
CREATE INDEX leads_decided ON leads USING btree (decided_at DESC, id DESC) WHERE (state <> 'new'::text);
CREATE INDEX leads_email ON leads USING btree (email) WHERE (email <> ''::text);
CREATE INDEX leads_new ON leads USING btree (created_at, id) WHERE (state = 'new'::text);
CREATE INDEX leads_phone ON leads USING btree (phone) WHERE (phone <> ''::text);
CREATE INDEX leads_subscriber ON leads USING btree (subscriber_id) WHERE (subscriber_id IS NOT NULL);
CREATE UNIQUE INDEX leaving_reasons_name ON leaving_reasons USING btree (COALESCE(parent_id, (0)::bigint), name);
CREATE UNIQUE INDEX ledger_accounts_account ON ledger_accounts USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX ledger_accounts_dealer ON ledger_accounts USING btree (dealer_id, currency) WHERE (dealer_id IS NOT NULL);
CREATE INDEX ledger_accounts_own ON ledger_accounts USING btree (kind, currency) WHERE ((account_id IS NULL) AND (dealer_id IS NULL));
CREATE UNIQUE INDEX ledger_accounts_wallet ON ledger_accounts USING btree (wallet_id) WHERE (wallet_id IS NOT NULL);
CREATE INDEX ledger_postings_account ON ledger_postings USING btree (ledger_account_id, id DESC);
CREATE INDEX ledger_postings_transaction ON ledger_postings USING btree (transaction_id);
CREATE INDEX ledger_transactions_occurred ON ledger_transactions USING btree (occurred_on, id);
CREATE INDEX level_changes_subscriber ON level_changes USING btree (subscriber_id, changed_on DESC);
CREATE INDEX lost_contacts_listed ON lost_contacts USING btree (process, month DESC, at DESC, id DESC);
CREATE INDEX lost_contacts_month ON lost_contacts USING btree (month, process);
CREATE INDEX lost_contacts_person ON lost_contacts USING btree (person, month);
CREATE INDEX loyalty_members_wallet ON loyalty_members USING btree (wallet_id);
CREATE INDEX mentions_at ON mentions USING btree (entity, entity_id);
CREATE INDEX mentions_news ON mentions USING btree (entity, entity_id, staff_id) WHERE ((reason <> 'named'::text) AND (seen_at IS NULL));
CREATE INDEX mentions_of ON mentions USING btree (staff_id, id DESC);
CREATE INDEX mentions_unseen ON mentions USING btree (staff_id) WHERE (seen_at IS NULL);
CREATE INDEX messages_conversation ON messages USING btree (conversation_id, happened_at, id);
CREATE INDEX messages_external ON messages USING btree (external_id) WHERE (external_id <> ''::text);
CREATE INDEX needs_stale ON needs USING btree (fresh_until) WHERE (closed_at IS NULL);
CREATE INDEX needs_subscriber ON needs USING btree (subscriber_id);
CREATE INDEX objection_answers_objection ON objection_answers USING btree (objection_id);
CREATE INDEX offers_conversation ON offers USING btree (conversation_id, offered_at);
CREATE UNIQUE INDEX offers_live_conversation ON offers USING btree (conversation_id) WHERE (ended_at IS NULL);
CREATE INDEX offers_live_expiry ON offers USING btree (expires_at) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX offers_live_staff ON offers USING btree (staff_id) WHERE (ended_at IS NULL);
CREATE INDEX offers_staff ON offers USING btree (staff_id, offered_at DESC);
CREATE INDEX outgoing_messages_in_chat ON outgoing_messages USING btree (channel_id, recipient, id) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));
CREATE INDEX outgoing_messages_recipient ON outgoing_messages USING btree (recipient) WHERE (recipient <> ''::text);
CREATE INDEX outgoing_messages_sending ON outgoing_messages USING btree (sending_at) WHERE (state = 'sending'::text);
CREATE INDEX outgoing_messages_stuck ON outgoing_messages USING btree (channel_id) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text, 'unknown'::text]));
CREATE INDEX outgoing_messages_waiting ON outgoing_messages USING btree (try_after, id) WHERE (state = 'waiting'::text);
CREATE INDEX page_sendings_subscriber ON page_sendings USING btree (subscriber_id, id);
CREATE INDEX paid_months_subscriber ON paid_months USING btree (subscriber_id, month DESC);
CREATE INDEX papers_account ON papers USING btree (account_id, id DESC);
CREATE UNIQUE INDEX papers_act ON papers USING btree (account_id, from_on) WHERE (kind = 'act'::text);
CREATE INDEX papers_corrects ON papers USING btree (corrects_id) WHERE (corrects_id IS NOT NULL);
CREATE INDEX payment_conflicts_open ON payment_conflicts USING btree (received_at, id) WHERE (settled_at IS NULL);
CREATE INDEX payment_doubts_became ON payment_doubts USING btree (payment_id) WHERE (payment_id IS NOT NULL);
CREATE INDEX payment_doubts_like ON payment_doubts USING btree (like_payment_id);
CREATE INDEX payment_doubts_open ON payment_doubts USING btree (received_at, id) WHERE (settled_at IS NULL);
CREATE INDEX payment_doubts_words ON payment_doubts USING btree (received_at) WHERE ((payer <> ''::text) OR (purpose <> ''::text));
CREATE INDEX payment_notices_old ON payment_notices USING btree (received_at) WHERE (body <> ''::text);
CREATE UNIQUE INDEX payment_returns_external ON payment_returns USING btree (payment_id, external_id) WHERE (external_id IS NOT NULL);
CREATE INDEX payment_returns_payment ON payment_returns USING btree (payment_id, id);
CREATE INDEX payment_returns_returned ON payment_returns USING btree (returned_at);
CREATE UNIQUE INDEX payment_sources_bank_account ON payment_sources USING btree (bank_account);
CREATE INDEX payments_account ON payments USING btree (account_id, id DESC) WHERE (account_id IS NOT NULL);
CREATE INDEX payments_account_given ON payments USING btree (account_given, id DESC);
CREATE INDEX payments_at_bank ON payments USING btree (amount_minor, paid_at) WHERE is_at_bank;
CREATE INDEX payments_external_id ON payments USING btree (external_id, id DESC);
CREATE INDEX payments_on_nobody ON payments USING btree (received_at) WHERE ((account_id IS NULL) AND ((payer <> ''::text) OR (purpose <> ''::text)));
CREATE INDEX payments_received ON payments USING btree (received_at, id);
CREATE INDEX payments_statement ON payments USING btree (statement_id) WHERE (statement_id IS NOT NULL);
CREATE INDEX payments_unidentified ON payments USING btree (received_at, id) WHERE (state = 'unidentified'::text);
CREATE INDEX personal_history_of_nobody ON personal_history USING btree (recorded_at) WHERE (subscriber_id IS NULL);
CREATE INDEX personal_history_subscriber ON personal_history USING btree (subscriber_id) WHERE (subscriber_id IS NOT NULL);
CREATE INDEX pitch_answers_answered ON pitch_answers USING btree (answered_at);
CREATE UNIQUE INDEX pitch_answers_conversation ON pitch_answers USING btree (conversation_id, pitch_id) WHERE (conversation_id IS NOT NULL);
CREATE UNIQUE INDEX pitch_answers_guided ON pitch_answers USING btree (guided_sale_id, pitch_id) WHERE (guided_sale_id IS NOT NULL);
CREATE INDEX pitch_answers_pitch ON pitch_answers USING btree (pitch_id, answered_at);
CREATE INDEX pitch_answers_subscriber ON pitch_answers USING btree (subscriber_id, pitch_id, answered_at) WHERE (subscriber_id IS NOT NULL);
CREATE INDEX play_tasks_due ON play_tasks USING btree (due_at, id) WHERE (state = 'open'::text);
CREATE INDEX play_tasks_made ON play_tasks USING btree (made_at);
CREATE INDEX play_tasks_owner ON play_tasks USING btree (owner_staff_id) WHERE (state = 'open'::text);
CREATE INDEX play_tasks_play ON play_tasks USING btree (play_id, made_at);
CREATE INDEX play_tasks_subscriber ON play_tasks USING btree (subscriber_id, made_at DESC);
CREATE INDEX point_earnings_due ON point_earnings USING btree (due_on, id) WHERE (state = 'pending'::text);
CREATE INDEX point_earnings_earned ON point_earnings USING btree (earned_on);
CREATE INDEX point_earnings_held ON point_earnings USING btree (id) WHERE (state = 'held'::text);
CREATE INDEX point_earnings_live ON point_earnings USING btree (wallet_id, expires_on) WHERE (state = 'posted'::text);
CREATE INDEX point_earnings_moved_from ON point_earnings USING btree (moved_from_id) WHERE (moved_from_id IS NOT NULL);
CREATE INDEX point_earnings_rule ON point_earnings USING btree (rule_id, earned_on);
CREATE INDEX point_earnings_subscriber ON point_earnings USING btree (subscriber_id, earned_on DESC);
CREATE INDEX port_notices_account ON port_notices USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX port_notices_case ON port_notices USING btree (case_id, id);
CREATE INDEX port_notices_due ON port_notices USING btree (due_at, id) WHERE ((decision IS NULL) AND (told_at IS NULL));
CREATE INDEX port_notices_from ON port_notices USING btree (from_case_id) WHERE (from_case_id IS NOT NULL);
CREATE UNIQUE INDEX port_notices_undecided ON port_notices USING btree (case_id, number) WHERE (decision IS NULL);
CREATE INDEX premises_import ON premises USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX presence_here ON presence USING btree (last_seen_at) WHERE is_here;
CREATE UNIQUE INDEX price_changes_open ON price_changes USING btree (from_version_id) WHERE (state = ANY (ARRAY['planned'::text, 'announced'::text]));
CREATE INDEX price_moves_account ON price_moves USING btree (account_id);
CREATE INDEX price_moves_due ON price_moves USING btree (price_change_id, moves_on, subscription_id) WHERE (done_at IS NULL);
CREATE INDEX price_moves_moved_to ON price_moves USING btree (moved_to_id) WHERE (moved_to_id IS NOT NULL);
CREATE INDEX price_moves_subscription ON price_moves USING btree (subscription_id);
CREATE INDEX price_moves_untold ON price_moves USING btree (price_change_id, subscription_id) WHERE (told_at IS NULL);
CREATE INDEX promises_account ON promises USING btree (account_id, id DESC);
CREATE INDEX promises_due ON promises USING btree (due_at) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX promises_open ON promises USING btree (account_id) WHERE (state = 'open'::text);
CREATE INDEX promises_taken ON promises USING btree (taken_at);
CREATE UNIQUE INDEX quality_assignments_open ON quality_assignments USING btree (staff_id, lesson_id) WHERE ((passed_at IS NULL) AND (cancelled_at IS NULL));
CREATE INDEX quality_assignments_passed ON quality_assignments USING btree (lesson_id, passed_at) WHERE (passed_at IS NOT NULL);
CREATE INDEX quality_assignments_staff ON quality_assignments USING btree (staff_id, id DESC);
CREATE INDEX quality_attempts_assignment ON quality_attempts USING btree (assignment_id, id);
CREATE INDEX quality_audit_steps_audit ON quality_audit_steps USING btree (audit_id, id);
CREATE INDEX quality_audit_steps_open ON quality_audit_steps USING btree (staff_id, due_on, id) WHERE (done_at IS NULL);
CREATE UNIQUE INDEX quality_audits_open ON quality_audits USING btree (checklist_id, subject) WHERE (finished_at IS NULL);
CREATE INDEX quality_audits_subject ON quality_audits USING btree (checklist_id, subject, finished_at DESC) WHERE (finished_at IS NOT NULL);
CREATE INDEX quality_calibration_contacts_conversation ON quality_calibration_contacts USING btree (conversation_id);
CREATE UNIQUE INDEX quality_calibration_contacts_once ON quality_calibration_contacts USING btree (calibration_id, conversation_id);
CREATE INDEX quality_calibration_people_staff ON quality_calibration_people USING btree (staff_id, calibration_id DESC);
CREATE INDEX quality_disputes_open ON quality_disputes USING btree (id) WHERE (decided_at IS NULL);
CREATE INDEX quality_draws_waiting ON quality_draws USING btree (week_on, staff_id, place) WHERE (state = 'waiting'::text);
CREATE INDEX quality_evidence_audit ON quality_evidence USING btree (audit_id, id);
CREATE INDEX quality_notes_review ON quality_notes USING btree (review_id, id);
CREATE INDEX quality_reviews_finished ON quality_reviews USING btree (finished_at DESC, id DESC) WHERE (finished_at IS NOT NULL);
CREATE INDEX quality_reviews_reviewer ON quality_reviews USING btree (reviewer_id, id DESC);
CREATE INDEX quality_reviews_staff ON quality_reviews USING btree (staff_id, finished_at DESC, id DESC);
CREATE INDEX quality_rounds_begin ON quality_rounds USING btree (begins_on DESC, id DESC);
CREATE INDEX quality_shopper_proofs_task ON quality_shopper_proofs USING btree (task_id, id);
CREATE INDEX quality_shopper_tasks_round ON quality_shopper_tasks USING btree (round_id, due_on, id);
CREATE INDEX quote_sendings_quote ON quote_sendings USING btree (quote_id, id);
CREATE UNIQUE INDEX quotes_accepted ON quotes USING btree (deal_id) WHERE (state = 'accepted'::text);
CREATE INDEX quotes_deal ON quotes USING btree (deal_id, id);
CREATE INDEX raw_messages_calls ON raw_messages USING btree (understood_at) WHERE (channel = 'call'::text);
CREATE INDEX raw_messages_of_channel ON raw_messages USING btree (channel_id, received_at DESC);
CREATE INDEX raw_messages_remote ON raw_messages USING btree (remote, received_at) WHERE (remote <> ''::text);
CREATE INDEX raw_messages_repeated ON raw_messages USING btree (channel_id) WHERE (other_keys <> '{}'::text[]);
CREATE INDEX raw_messages_sender ON raw_messages USING btree (sender, received_at) WHERE (sender <> ''::text);
CREATE INDEX raw_messages_set_aside ON raw_messages USING btree (id) WHERE (state = ANY (ARRAY['refused'::text, 'quarantined'::text]));
CREATE UNIQUE INDEX raw_messages_sum ON raw_messages USING btree (channel_id, sha256) WHERE (sha256 IS NOT NULL);
CREATE INDEX raw_messages_waiting ON raw_messages USING btree (try_after, id) WHERE (state = 'waiting'::text);
CREATE INDEX redemptions_ends ON redemptions USING btree (ends_on) WHERE (ends_on IS NOT NULL);
CREATE INDEX redemptions_redeemed ON redemptions USING btree (redeemed_on);
CREATE INDEX redemptions_reward ON redemptions USING btree (reward_id, redeemed_on);
CREATE INDEX redemptions_subscriber ON redemptions USING btree (subscriber_id, redeemed_on DESC);
CREATE INDEX redemptions_subscription ON redemptions USING btree (subscription_id) WHERE (subscription_id IS NOT NULL);
CREATE INDEX redemptions_waiting ON redemptions USING btree (id) WHERE (state = 'waiting'::text);
CREATE INDEX redemptions_wallet ON redemptions USING btree (wallet_id, redeemed_on);
CREATE INDEX report_schedules_next ON report_schedules USING btree (next_at, id) WHERE is_on;
CREATE INDEX retention_cases_closed ON retention_cases USING btree (closed_at, id);
CREATE INDEX retention_cases_late ON retention_cases USING btree (due_at, id) WHERE ((state = 'open'::text) AND (spoken_at IS NULL) AND (late_told_at IS NULL));
CREATE INDEX retention_cases_left ON retention_cases USING btree (left_on) WHERE (left_on IS NOT NULL);
CREATE INDEX retention_cases_notice_due ON retention_cases USING btree (notice_due_at, id);
CREATE UNIQUE INDEX retention_cases_one_open ON retention_cases USING btree (subscriber_id) WHERE (state = 'open'::text);
CREATE INDEX retention_cases_opened ON retention_cases USING btree (opened_at, id);
CREATE INDEX retention_cases_owner ON retention_cases USING btree (owner_staff_id, id);
CREATE INDEX retention_cases_reason ON retention_cases USING btree (reason_id, id);
CREATE INDEX retention_cases_state ON retention_cases USING btree (state, id);
CREATE INDEX retention_cases_subscriber ON retention_cases USING btree (subscriber_id, opened_at DESC);
CREATE INDEX retention_cases_team ON retention_cases USING btree (team_id, id);
CREATE INDEX retention_cases_unchecked ON retention_cases USING btree (closed_at, id) WHERE ((outcome = 'stays'::text) AND ((is_here_month IS NULL) OR (is_here_quarter IS NULL)));
CREATE INDEX reward_coupons_free ON reward_coupons USING btree (reward_id, id) WHERE (redemption_id IS NULL);
CREATE INDEX rights_made_discount ON rights_made USING btree (discount_id);
CREATE INDEX rights_made_given ON rights_made USING btree (given_on);
CREATE UNIQUE INDEX rights_made_standing ON rights_made USING btree (subscription_id) WHERE (undone_at IS NULL);
CREATE INDEX risk_scores_chance ON risk_scores USING btree (chance_90, id);
CREATE INDEX risk_scores_value ON risk_scores USING btree (value_minor, id);
CREATE UNIQUE INDEX risk_trainings_one ON risk_trainings USING btree ((true)) WHERE (ended_at IS NULL);
CREATE INDEX sale_recommendations_sale ON sale_recommendations USING btree (guided_sale_id, id);
CREATE INDEX saved_views_entity ON saved_views USING btree (entity, staff_id);
CREATE UNIQUE INDEX script_experiments_on ON script_experiments USING btree (script_id) WHERE (ended_at IS NULL);
CREATE INDEX script_experiments_script ON script_experiments USING btree (script_id, id);
CREATE INDEX search_entries_of ON ONLY search_entries USING btree (subscriber_id) WHERE (subscriber_id IS NOT NULL);
CREATE INDEX search_entries_words ON ONLY search_entries USING gin (words) WITH (gin_pending_list_limit='512');
CREATE INDEX search_messages_newest ON ONLY search_messages USING btree (happened_at DESC);
CREATE INDEX search_messages_of ON ONLY search_messages USING btree (subscriber_id) WHERE (subscriber_id IS NOT NULL);
CREATE INDEX search_messages_words ON ONLY search_messages USING gin (words) WITH (gin_pending_list_limit='512');
CREATE INDEX search_words_prefix ON search_words USING btree (word text_pattern_ops, entries);
CREATE INDEX search_words_similar ON search_words USING gin (word gin_trgm_ops);
CREATE INDEX segment_counts_segment ON segment_counts USING btree (segment_id, counted_at DESC, id DESC);
CREATE UNIQUE INDEX segment_members_now ON segment_members USING btree (segment_id, subscriber_id) WHERE (until_at IS NULL);
CREATE INDEX segment_members_since ON segment_members USING btree (segment_id, since_at);
CREATE INDEX segment_members_subscriber ON segment_members USING btree (subscriber_id, since_at DESC);
CREATE INDEX segments_due ON segments USING btree (next_at) WHERE (next_at IS NOT NULL);
CREATE UNIQUE INDEX segments_name ON segments USING btree (lower(name)) WHERE (archived_at IS NULL);
CREATE INDEX sent_codes_conversation ON sent_codes USING btree (conversation_id, sent_at DESC);
CREATE INDEX sent_codes_subscriber ON sent_codes USING btree (subscriber_id);
CREATE INDEX service_addresses_premise ON service_addresses USING btree (premise_id);
CREATE INDEX service_addresses_subscriber ON service_addresses USING btree (subscriber_id);
CREATE INDEX service_breaks_account ON service_breaks USING btree (account_id, began_at);
CREATE INDEX service_breaks_began ON service_breaks USING btree (began_at) WHERE (kind = 'suspended'::text);
CREATE INDEX service_breaks_ends ON service_breaks USING btree (ended_at) WHERE (kind = 'paused'::text);
CREATE UNIQUE INDEX service_breaks_open ON service_breaks USING btree (account_id) WHERE (ended_at IS NULL);
CREATE INDEX service_lines_account ON service_lines USING btree (account_id);
CREATE INDEX service_lines_login ON service_lines USING btree (login) WHERE (login IS NOT NULL);
CREATE INDEX service_lines_number ON service_lines USING btree (number) WHERE (number IS NOT NULL);
CREATE INDEX shifts_ends ON shifts USING btree (ends_at);
CREATE INDEX shifts_staff ON shifts USING btree (staff_id, ends_at);
CREATE INDEX shortfalls_days ON shortfalls USING btree (days, id);
CREATE INDEX shortfalls_since ON shortfalls USING btree (since_at);
CREATE INDEX sign_in_attempts_account ON sign_in_attempts USING btree (account, attempted_at);
CREATE INDEX sign_in_attempts_address ON sign_in_attempts USING btree (address, attempted_at);
CREATE INDEX sign_in_attempts_age ON sign_in_attempts USING btree (attempted_at);
CREATE INDEX sign_in_links_staff ON sign_in_links USING btree (staff_id) WHERE (used_at IS NULL);
CREATE UNIQUE INDEX skills_name ON skills USING btree (name_key) WHERE (archived_at IS NULL);
CREATE UNIQUE INDEX staff_extension ON staff USING btree (extension) WHERE (disabled_at IS NULL);
CREATE INDEX staff_role ON staff USING btree (role_id);
CREATE INDEX staff_skills_skill ON staff_skills USING btree (skill_id);
CREATE INDEX staff_team ON staff USING btree (team_id) WHERE (team_id IS NOT NULL);
CREATE INDEX statement_files_kept ON statement_files USING btree (brought_at) WHERE is_kept;
CREATE INDEX statement_files_sha256 ON statement_files USING btree (sha256);
CREATE INDEX stop_sales_building ON stop_sales USING btree (building_id, set_at DESC) WHERE (building_id IS NOT NULL);
CREATE INDEX stop_sales_node ON stop_sales USING btree (node_id, set_at DESC) WHERE (node_id IS NOT NULL);
CREATE INDEX street_former_names_sound ON street_former_names USING gin (sound gin_trgm_ops);
CREATE INDEX streets_sound ON streets USING gin (sound gin_trgm_ops);
CREATE INDEX subscriber_merges_all_from ON subscriber_merges USING btree (from_id);
CREATE UNIQUE INDEX subscriber_merges_from ON subscriber_merges USING btree (from_id) WHERE (undone_at IS NULL);
CREATE INDEX subscriber_merges_into ON subscriber_merges USING btree (into_id);
CREATE INDEX subscribers_created ON subscribers USING btree (created_at, id) WHERE (merged_into_id IS NULL);
CREATE UNIQUE INDEX subscribers_external ON subscribers USING btree (external_id) WHERE (external_id IS NOT NULL);
CREATE INDEX subscribers_import ON subscribers USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX subscribers_left ON subscribers USING btree (left_on) WHERE (left_on IS NOT NULL);
CREATE INDEX subscribers_merged ON subscribers USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL);
CREATE INDEX subscribers_name ON subscribers USING btree (display_name, id) WHERE (merged_into_id IS NULL);
CREATE INDEX subscribers_owner ON subscribers USING btree (owner_staff_id) WHERE (owner_staff_id IS NOT NULL);
CREATE INDEX subscribers_root ON subscribers USING btree (root_id);
CREATE INDEX subscribers_since ON subscribers USING btree (customer_since, id) WHERE (merged_into_id IS NULL);
CREATE INDEX subscribers_status ON subscribers USING btree (status, display_name, id) WHERE (merged_into_id IS NULL);
CREATE INDEX subscribers_tax_number ON subscribers USING btree (tax_number) WHERE (tax_number IS NOT NULL);
CREATE INDEX subscribers_team ON subscribers USING btree (team_id) WHERE (team_id IS NOT NULL);
CREATE INDEX subscriptions_account ON subscriptions USING btree (account_id);
CREATE INDEX subscriptions_product ON subscriptions USING btree (product_version_id);
CREATE INDEX subscriptions_replaced_by ON subscriptions USING btree (replaced_by_id) WHERE (replaced_by_id IS NOT NULL);
CREATE INDEX subscriptions_version_started ON subscriptions USING btree (product_version_id, started_on);
CREATE INDEX templates_shared ON templates USING btree (id) WHERE is_shared;
CREATE INDEX templates_staff ON templates USING btree (staff_id);
CREATE INDEX ticket_clocks_awaited ON ticket_clocks USING btree (started_at) WHERE ((met_at IS NULL) AND (kind <> 'resolution'::text));
CREATE INDEX ticket_clocks_ticket ON ticket_clocks USING btree (ticket_id, id);
CREATE INDEX ticket_conversations_other ON ticket_conversations USING btree (conversation_id, ticket_id);
CREATE INDEX ticket_links_other ON ticket_links USING btree (to_id, from_id);
CREATE INDEX ticket_notes_message ON ticket_notes USING btree (message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX ticket_notes_ticket ON ticket_notes USING btree (ticket_id, id);
CREATE INDEX ticket_recurrences_due ON ticket_recurrences USING btree (next_at) WHERE (next_at IS NOT NULL);
CREATE UNIQUE INDEX ticket_rule_runs_event ON ticket_rule_runs USING btree (rule_id, event_id, ticket_id) WHERE (event_id IS NOT NULL);
CREATE INDEX ticket_rule_runs_rule ON ticket_rule_runs USING btree (rule_id, at);
CREATE UNIQUE INDEX ticket_rule_runs_stay ON ticket_rule_runs USING btree (rule_id, ticket_id, since) WHERE (since IS NOT NULL);
CREATE INDEX ticket_rule_runs_ticket ON ticket_rule_runs USING btree (ticket_id, at);
CREATE INDEX ticket_rule_runs_waiting ON ticket_rule_runs USING btree (rule_id, id) WHERE ((chain IS NOT NULL) AND (event_id IS NOT NULL));
CREATE INDEX ticket_signs_value ON ticket_signs USING btree (kind, value);
CREATE INDEX ticket_split_notes_note ON ticket_split_notes USING btree (note_id);
CREATE INDEX ticket_splits_from ON ticket_splits USING btree (from_id);
CREATE INDEX ticket_subjects_account ON ticket_subjects USING btree (account_id);
CREATE INDEX ticket_subjects_line ON ticket_subjects USING btree (line_id) WHERE (line_id IS NOT NULL);
CREATE INDEX tickets_account ON tickets USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX tickets_category ON tickets USING btree (category_id, id);
CREATE INDEX tickets_closed ON tickets USING btree (closed_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX tickets_due ON tickets USING btree (due_at, id);
CREATE INDEX tickets_escalate ON tickets USING btree (escalate_at) WHERE (escalate_at IS NOT NULL);
CREATE UNIQUE INDEX tickets_external ON tickets USING btree (external_number) WHERE (external_number IS NOT NULL);
CREATE INDEX tickets_import ON tickets USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX tickets_in_state ON tickets USING btree (COALESCE(state_since, updated_at)) WHERE (root_id IS NULL);
CREATE INDEX tickets_merged ON tickets USING btree (root_id) WHERE (root_id IS NOT NULL);
CREATE INDEX tickets_merged_into ON tickets USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL);
CREATE INDEX tickets_opened ON tickets USING btree (opened_at, id) INCLUDE (subscriber_id, merged_into_id);
CREATE INDEX tickets_owner ON tickets USING btree (owner_staff_id, id);
CREATE INDEX tickets_priority ON tickets USING btree (priority, id);
CREATE INDEX tickets_state ON tickets USING btree (state, id);
CREATE INDEX tickets_subscriber ON tickets USING btree (subscriber_id, opened_at DESC) WHERE (subscriber_id IS NOT NULL);
CREATE INDEX tickets_team ON tickets USING btree (team_id, id);
CREATE INDEX tickets_unchanged ON tickets USING btree (updated_at) WHERE ((state <> 'done'::text) AND (root_id IS NULL));
CREATE INDEX tickets_waits ON tickets USING btree (waits_until) WHERE (state = 'waiting'::text);
CREATE INDEX unfair_prices_risk ON unfair_prices USING btree (at_risk_minor DESC, subscription_id);
CREATE INDEX usage_records_account ON usage_records USING btree (account_id, began_at);
CREATE INDEX usage_records_import ON usage_records USING btree (import_id, id) WHERE (import_id IS NOT NULL);
CREATE INDEX usage_records_line ON usage_records USING btree (service_line_id);
CREATE INDEX usage_records_received ON usage_records USING btree (received_at);
CREATE INDEX verifications_conversation ON verifications USING btree (conversation_id, happened_at DESC);
CREATE INDEX verifications_subscriber ON verifications USING btree (subscriber_id, happened_at DESC);
CREATE INDEX vip_branches_child ON vip_branches USING btree (child_id);
CREATE UNIQUE INDEX vip_branches_open ON vip_branches USING btree (child_id) WHERE (to_on IS NULL);
CREATE INDEX vip_branches_parent ON vip_branches USING btree (parent_id);
CREATE INDEX vip_clients_account ON vip_clients USING btree (account_id);
CREATE INDEX vip_clients_acting ON vip_clients USING btree (acting_id);
CREATE INDEX vip_clients_led ON vip_clients USING btree (personal_manager_id);
CREATE INDEX vip_clients_state ON vip_clients USING btree (state, id);
CREATE INDEX vip_escalations_open ON vip_escalations USING btree (due_at, id) WHERE (answered_at IS NULL);
CREATE INDEX vip_escalations_subscriber ON vip_escalations USING btree (subscriber_id, asked_at DESC);
CREATE INDEX vip_event_costs_event ON vip_event_costs USING btree (event_id);
CREATE INDEX vip_event_guests_message ON vip_event_guests USING btree (outgoing_message_id);
CREATE INDEX vip_event_guests_subscriber ON vip_event_guests USING btree (subscriber_id);
CREATE INDEX vip_event_guests_team ON vip_event_guests USING btree (team_id);
CREATE INDEX vip_event_guests_untold ON vip_event_guests USING btree (event_id, id) WHERE ((told_at IS NULL) AND (state = 'invited'::text));
CREATE INDEX vip_event_photos_event ON vip_event_photos USING btree (event_id, file_id);
CREATE INDEX vip_events_in_charge ON vip_events USING btree (in_charge_id);
CREATE INDEX vip_events_on ON vip_events USING btree ("on", id);
CREATE INDEX vip_gifts_due ON vip_gifts USING btree (deliver_on, id) WHERE (state = 'approved'::text);
CREATE INDEX vip_gifts_month ON vip_gifts USING btree (month, tier);
CREATE INDEX vip_gifts_open ON vip_gifts USING btree (subscriber_id) WHERE (state = ANY (ARRAY['proposed'::text, 'approved'::text]));
CREATE INDEX vip_gifts_subscriber ON vip_gifts USING btree (subscriber_id, deliver_on);
CREATE INDEX vip_greetings_message ON vip_greetings USING btree (outgoing_message_id) WHERE (outgoing_message_id IS NOT NULL);
CREATE INDEX vip_greetings_occasion ON vip_greetings USING btree (occasion_id);
CREATE INDEX vip_merged_clients_root ON vip_merged_clients USING btree (root_id);
CREATE UNIQUE INDEX vip_occasions_contact ON vip_occasions USING btree (contact_person_id) WHERE ((removed_at IS NULL) AND (contact_person_id IS NOT NULL));
CREATE UNIQUE INDEX vip_occasions_own ON vip_occasions USING btree (subscriber_id) WHERE ((kind = 'own'::text) AND (removed_at IS NULL));
CREATE INDEX vip_occasions_subscriber ON vip_occasions USING btree (subscriber_id);
CREATE UNIQUE INDEX vip_overrides_one ON vip_overrides USING btree (subscriber_id) WHERE (state = ANY (ARRAY['asked'::text, 'approved'::text]));
CREATE INDEX vip_overrides_subscriber ON vip_overrides USING btree (subscriber_id);
CREATE UNIQUE INDEX vip_playbook_runs_one ON vip_playbook_runs USING btree (subscriber_id, playbook_id) WHERE (ended_at IS NULL);
CREATE INDEX vip_playbook_runs_playbook ON vip_playbook_runs USING btree (playbook_id, playbook_version);
CREATE INDEX vip_playbook_runs_subscriber ON vip_playbook_runs USING btree (subscriber_id);
CREATE INDEX vip_terms_running ON vip_terms USING btree (to_on) WHERE (state = 'approved'::text);
CREATE INDEX vip_terms_services_discount ON vip_terms_services USING btree (discount_id) WHERE (discount_id IS NOT NULL);
CREATE INDEX vip_terms_services_subscription ON vip_terms_services USING btree (subscription_id);
CREATE INDEX vip_terms_subscriber ON vip_terms USING btree (subscriber_id, id DESC);
CREATE UNIQUE INDEX visit_slots_hours ON visit_slots USING btree (district, weekday, from_minute) WHERE (archived_at IS NULL);
CREATE INDEX visits_called_off ON visits USING btree (deal_id) WHERE (cancelled_at IS NOT NULL);
CREATE UNIQUE INDEX visits_deal ON visits USING btree (deal_id, on_day, slot_id) WHERE (cancelled_at IS NULL);
CREATE UNIQUE INDEX visits_seat ON visits USING btree (on_day, slot_id, seat) WHERE (cancelled_at IS NULL);
CREATE UNIQUE INDEX wallet_spans_open ON wallet_spans USING btree (subscriber_id) WHERE (to_on IS NULL);
CREATE INDEX wallet_spans_subscriber ON wallet_spans USING btree (subscriber_id, from_on);

CREATE OR REPLACE FUNCTION address_sound(folded text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select regexp_replace(
         regexp_replace(
         regexp_replace(
         regexp_replace(
         replace(replace(replace(replace(replace(replace(
         regexp_replace(
         replace(replace(replace(replace(replace(replace(replace(
         translate(folded, 'абвгдезийклмнопрстуфхыэіїєґў|jywqьъ', 'abvgdeziiklmnoprstufhieiiegu iivk'),
         'ж', 'zh'), 'ц', 'ts'), 'ч', 'ch'), 'ш', 'sh'), 'щ', 'sh'), 'ю', 'iu'), 'я', 'ia'),
         's(hc|c)h|shh', 'sh', 'g'),
         'kh', 'h'), 'ph', 'f'), 'tz', 'ts'), 'cz', 'ts'), 'ck', 'k'), 'x', 'ks'),
         'c(?=[ei])', 'ts', 'g'),
         'c(?!h)', 'k', 'g'),
         'i+([eou])', '\1', 'g'),
         '([a-z])\1+', '\1', 'g')
$function$
;

CREATE OR REPLACE FUNCTION check_ledger_balance()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- Each statement balances by itself, so a transaction always does.
  if exists (
    select from new_postings p join ledger_accounts a on a.id = p.ledger_account_id
    group by p.transaction_id, a.currency having sum(p.amount_minor) <> 0
  ) then
    raise exception 'postings of a ledger transaction must sum to zero in each currency';
  end if;
  if exists (
    select from ledger_transactions t
    where  t.id in (select transaction_id from new_postings)
    and    t.written_in <> pg_current_xact_id()
  ) then
    raise exception 'a ledger transaction takes no postings after it was written: post a new one';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION discounted(price numeric, percents bigint[], sums_minor numeric)
 RETURNS numeric
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
declare
  percent bigint;
  remaining numeric := price;
begin
  foreach percent in array coalesce(percents, '{}') loop
    remaining := remaining * (10000 - percent) * 0.0001;
  end loop;
  return greatest(0, remaining - coalesce(sums_minor, 0));
end $function$
;

CREATE OR REPLACE FUNCTION refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name;
end $function$
;

CREATE OR REPLACE FUNCTION refuse_closed_day()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from ledger_closings where closed_through >= new.occurred_on) then
    raise exception 'the ledger is closed through this day: post on an open one';
  end if;
  return new;
end $function$
;

CREATE TRIGGER charges_append_only BEFORE DELETE OR UPDATE OF account_id, subscription_id, kind, month, rate_id, amount_minor, currency, transaction_id, posting_id, run_id ON charges FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER charges_never_emptied BEFORE TRUNCATE ON charges FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER consents_append_only BEFORE UPDATE ON consents FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER consents_never_emptied BEFORE TRUNCATE ON consents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER dealer_settlements_append_only BEFORE DELETE OR UPDATE ON dealer_settlements FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER events_append_only BEFORE DELETE OR UPDATE ON events FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER events_never_emptied BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER ledger_accounts_append_only BEFORE DELETE OR UPDATE ON ledger_accounts FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER ledger_accounts_never_emptied BEFORE TRUNCATE ON ledger_accounts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER ledger_closing_totals_append_only BEFORE DELETE OR UPDATE ON ledger_closing_totals FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER ledger_closing_totals_never_emptied BEFORE TRUNCATE ON ledger_closing_totals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER ledger_closings_append_only BEFORE DELETE OR UPDATE ON ledger_closings FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER ledger_closings_never_emptied BEFORE TRUNCATE ON ledger_closings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER ledger_postings_append_only BEFORE DELETE OR UPDATE ON ledger_postings FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER ledger_postings_balanced AFTER INSERT ON ledger_postings REFERENCING NEW TABLE AS new_postings FOR EACH STATEMENT EXECUTE FUNCTION check_ledger_balance();

CREATE TRIGGER ledger_postings_never_emptied BEFORE TRUNCATE ON ledger_postings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER ledger_transactions_append_only BEFORE DELETE OR UPDATE ON ledger_transactions FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER ledger_transactions_never_emptied BEFORE TRUNCATE ON ledger_transactions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER ledger_transactions_open_day BEFORE INSERT ON ledger_transactions FOR EACH ROW EXECUTE FUNCTION refuse_closed_day();

CREATE TRIGGER papers_append_only BEFORE DELETE OR UPDATE OF kind, number, account_id, dated_on, from_on, to_on, currency, amount_minor, language, seller, corrects_id, run_id, made_at, made_by ON papers FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER papers_never_emptied BEFORE TRUNCATE ON papers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

