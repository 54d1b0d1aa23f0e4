import { sql } from 'kysely';
import type { World } from '../../testing/world.ts';
import { AT, peopleOf } from './lost-world.ts';

/** A ticket of each of these people, solved too late or in time. */
export async function addTickets(world: World, people: readonly number[]): Promise<void> {
  await sql`
    with made as (
      insert into tickets (subscriber_id, subject, state, opened_at, closed_at, created_at,
                           category_id, updated_at)
      select p.id, 'Нет интернета', 'done', ${AT}, ${AT}::timestamptz + interval '1 day', ${AT},
             (select min(id) from ticket_categories), ${AT}
      from   ${peopleOf(people)} returning id, subscriber_id)
    insert into ticket_clocks (ticket_id, kind, norm_seconds, calendar_id, started_at, met_at,
                               spent_seconds)
    select m.id, 'resolution', 3600, (select min(id) from calendars), ${AT},
           ${AT}::timestamptz + interval '1 day', case when p.is_wrong then 7200 else 1800 end
    from   made m join ${peopleOf(people)} on p.id = m.subscriber_id`.execute(world.ctx.db);
}

/** These people ran short: suspended, or reminded. */
export async function addShort(world: World, people: readonly number[]): Promise<void> {
  await sql`
    with held as materialized (
      select a.id, p.is_wrong from accounts a join ${peopleOf(people)} on p.id = a.subscriber_id),
    ended as (
      insert into service_breaks (account_id, kind, reason, began_at, ended_at)
      select id, 'suspended', 'debt', ${AT}, ${AT}::timestamptz + interval '3 days'
      from   held where is_wrong returning id)
    insert into dunning_deeds (account_id, debt_since, step_day, what, outcome, debt_minor, done_at)
    select id, ${AT}::timestamptz - interval '2 days', 2, 'remind', 'sent', 1000, ${AT}
    from   held where not is_wrong`.execute(world.ctx.db);
}

/** These people live where sales were stopped, or where they were not. */
export async function addHomes(world: World, people: readonly number[]): Promise<void> {
  await sql`
    with street as (
      insert into streets (city, name, key) values ('Город', 'Узловая', 'узловая') returning id),
    node as (insert into nodes (name, created_at) values ('Узел', ${AT}) returning id),
    house as (
      insert into buildings (street_id, number, technology)
      select id, n, 'ftth' from street, unnest(array['1', '2']) n returning id, number),
    line as (
      insert into coverages (building_id, technology, node_id, updated_at)
      select h.id, 'ftth', n.id, ${AT} from house h, node n where h.number = '1' returning id),
    stopped as (
      insert into stop_sales (node_id, level, reason, set_at, lifted_at)
      select id, 'stop', 'Перегружен', timestamptz '2025-10-01', timestamptz '2025-12-01'
      from   node returning id),
    flat as (
      insert into premises (building_id, flat)
      select h.id, p.id::text from ${peopleOf(people)}
      join   house h on h.number = case when p.is_wrong then '1' else '2' end
      returning id, flat),
    home as (
      insert into service_addresses (subscriber_id, premise_id, created_at)
      select flat::bigint, id, ${AT} from flat returning id, subscriber_id)
    update accounts a set service_address_id = h.id from home h
    where  h.subscriber_id = a.subscriber_id`.execute(world.ctx.db);
}

/** Of these people some paid more than a newcomer, as a night of November found. */
export async function addOverpaid(world: World, people: readonly number[]): Promise<void> {
  await sql`
    insert into overpaid_kept (month, subscriber_id, gap_minor, kept_at)
    select '2025-11-01', p.id, 12000, ${AT} from ${peopleOf(people)} where p.is_wrong`.execute(
    world.ctx.db,
  );
}

/** Further services prepared in talks with these people, said or not; who bought did so later. */
export async function addPitches(world: World, people: readonly number[]): Promise<void> {
  await sql`
    with product as (
      insert into products (kind, service, name, created_at)
      values ('addon', 'tv', 'Кино', now()) returning id),
    version as (
      insert into product_versions (product_id, version, monthly_fee_minor, currency, valid_from)
      select id, 1, 60000, 'RUB', '2024-01-01' from product returning id),
    pitch as (
      insert into pitches (product_id, argument, created_at, updated_at)
      select id, 'Кино на всю семью', now(), now() from product returning id),
    seller as (select min(id) as id from staff),
    talk as (
      insert into conversations (channel, subscriber_id, state, whose_turn, opened_at, norm_seconds,
                                 calendar_id, touch_due_at, touched_at, touch_seconds, touch_kind,
                                 next_due_at, closed_at, closed_outcome)
      select 'site_form', p.id, 'closed', 'nobody', ${AT}, 60, (select min(id) from calendars),
             ${AT}, ${AT}, 10, 'call', ${AT}, ${AT}, 'reached'
      from   ${peopleOf(people)} returning id, subscriber_id),
    asked as (
      insert into pitch_answers (conversation_id, pitch_id, subscriber_id, staff_id, answer,
                                 answered_at)
      select t.id, h.id, t.subscriber_id, s.id, case when p.is_wrong then 'not_said' else 'later' end,
             ${AT}
      from   talk t join ${peopleOf(people)} on p.id = t.subscriber_id, pitch h, seller s
      returning id)
    insert into subscriptions (account_id, product_version_id, started_on, created_at)
    select a.id, v.id, '2025-11-20', now()
    from   accounts a join ${peopleOf(people)} on p.id = a.subscriber_id, version v
    where  p.is_good and exists (select from asked)`.execute(world.ctx.db);
}
