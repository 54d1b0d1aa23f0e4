import { sql } from 'kysely';
import { bulkLoad as loadProducts } from '../../catalog/index.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import type { World } from '../../testing/world.ts';

/**
 * Contacts of November 2025, as many that went wrong as went right: a hundred of each. Of the first
 * twenty turned out well, of the others fifty, each worth 600 roubles a month. So what is lost is
 * 100 · 0.3 · 600 roubles.
 */
export const SIDE = 100;
const [WRONG_GOOD, RIGHT_GOOD] = [20, 50];
export const FEE = 60_000;
export const LOST_MINOR = SIDE * 0.3 * FEE;
export const AT = '2025-11-10T09:00:00Z';

export const contacts = Array.from({ length: 2 * SIDE }, (_, at) => {
  const isWrong = at < SIDE;
  return { at: at + 1, isWrong, isGood: at % SIDE < (isWrong ? WRONG_GOOD : RIGHT_GOOD) };
});

/** The relation `n (at, is_wrong, is_good)` of all contacts. */
const all = sql`jsonb_to_recordset(${JSON.stringify(
  contacts.map(({ at, isWrong, isGood }) => ({ at, is_wrong: isWrong, is_good: isGood })),
)}::jsonb) as n (at int, is_wrong boolean, is_good boolean)`;

/** The relation `p (id, at, is_wrong, is_good)` of people, each beside a contact. */
export const peopleOf = (people: readonly number[]) => sql`(
  select w.id, n.at, n.is_wrong, n.is_good
  from   unnest(${[...people]}::bigint[]) with ordinality w (id, at)
  join   ${all} on n.at = w.at) p`;

async function tariff(world: World): Promise<number> {
  return inBulkTransaction(world.ctx, async (ctx) => {
    const versions = await loadProducts(ctx, [
      {
        kind: 'tariff',
        service: 'internet',
        name: 'Домашний 100',
        monthlyFeeMinor: FEE,
        currency: 'RUB',
        speedKbps: 100_000,
        validFrom: '2024-01-01',
      },
    ]);
    return versions.get('Домашний 100') ?? 0;
  });
}

/**
 * As many people as contacts, each with an account from a day on; whoever is not to turn out well
 * leaves in December.
 * @returns their ids, in the order of contacts
 */
export async function addPeople(
  world: World,
  name: string,
  { since = '2024-05-01' }: { since?: string } = {},
): Promise<number[]> {
  const version = await tariff(world);
  const { rows } = await sql<{ id: number }>`
    with made as materialized (
      select nextval(pg_get_serial_sequence('subscribers', 'id')) as id, n.at, n.is_good
      from   ${all}),
    people as (
      insert into subscribers (id, kind, display_name, status, customer_since, root_id, created_at,
                               updated_at)
      overriding system value
      select id, 'person', ${name} || ' ' || at, 'active', ${since}::date, id, now(), now()
      from   made returning id),
    held as (
      insert into accounts (subscriber_id, number, currency, state, contract_on, closed_on,
                            created_at)
      select id, ${name} || '-' || at, 'RUB', case when is_good then 'active' else 'closed' end,
             ${since}::date, case when not is_good then date '2025-12-20' end, now()
      from   made where exists (select from people) returning id),
    had as (
      insert into subscriptions (account_id, product_version_id, started_on, created_at)
      select id, ${version}, ${since}::date, now() from held returning id)
    select m.id from made m where exists (select from had) order by m.at`.execute(world.ctx.db);
  return rows.map(({ id }) => id);
}

/** Requests to be connected, called back late or in time; who bought has a deal that was won. */
export async function addRequests(world: World): Promise<void> {
  await sql`
    with made as materialized (
      select nextval(pg_get_serial_sequence('conversations', 'id')) as id, n.*,
             case when n.is_wrong then 900 else 30 end as seconds, c.id as calendar_id
      from   ${all}, (select id from calendars order by id limit 1) c),
    asked as (
      insert into conversations (id, channel, subject, state, whose_turn, opened_at, norm_seconds,
                                 calendar_id, touch_due_at, touched_at, touch_kind, touch_seconds,
                                 next_due_at, closed_at, closed_outcome)
      overriding system value
      select id, 'site_form', 'connect', 'closed', 'nobody', ${AT}, 60, calendar_id,
             ${AT}::timestamptz + interval '1 minute',
             -- Every tenth was never called back at all.
             case when not is_wrong or at % 10 > 0
                  then ${AT}::timestamptz + seconds * interval '1 second' end,
             case when not is_wrong or at % 10 > 0 then 'call' end,
             case when not is_wrong or at % 10 > 0 then seconds end,
             ${AT}::timestamptz + interval '1 minute', ${AT}::timestamptz + interval '1 hour',
             case when is_wrong and at % 10 = 0 then 'given_up' else 'reached' end
      from   made returning id),
    sold as (${dealsOf(sql`made`, sql`m.id`)})
    select count(*) from asked, sold`.execute(world.ctx.db);
}

/** Deals of contacts `m` of a relation, won where they turned out well, known by their names. */
const dealsOf = (made: ReturnType<typeof sql>, conversation: ReturnType<typeof sql>) => sql`
  insert into deals (pipeline_id, stage_id, state, conversation_id, name, monthly_minor, currency,
                     lost_reason_id, entered_stage_at, opened_at, closed_at, created_at, updated_at)
  select s.pipeline_id, s.id, case when m.is_good then 'won' else 'lost' end, ${conversation},
         'Покупатель ' || m.at, ${FEE}, 'RUB',
         case when not m.is_good then (select min(id) from lost_reasons) end, ${AT}, ${AT},
         ${AT}::timestamptz + interval '5 days', ${AT}, ${AT}
  from   ${made} m, (select id, pipeline_id from pipeline_stages order by id limit 1) s
  returning id, name`;

/** Sales by the script, without a recommendation or with one; as many deals of their own. */
export async function addSales(world: World): Promise<void> {
  await sql`
    with made as materialized (select n.* from ${all}),
    sold as (${dealsOf(sql`made`, sql`null::bigint`)}),
    talked as (
      insert into guided_sales (deal_id, script_version_id, state, path, started_at, ended_at)
      select id, (select min(id) from sale_script_versions), 'thinking', '{}', ${AT}, ${AT}
      from   sold returning id, deal_id)
    insert into sale_recommendations (guided_sale_id, needs, lines, available, choices, made_at)
    select t.id, '{}', '[]', '{}', '[]', ${AT}
    from   talked t join sold s on s.id = t.deal_id
    join   made m on s.name = 'Покупатель ' || m.at
    where  not m.is_wrong`.execute(world.ctx.db);
}

/** Wishes to leave of these people, answered with an offer or with nothing. */
export async function addWishes(world: World, people: readonly number[]): Promise<void> {
  await sql`
    with cases as (
      insert into retention_cases (subscriber_id, source, state, outcome, norm_seconds, calendar_id,
                                   due_at, opened_at, closed_at, left_on)
      select p.id, 'words', 'closed', case when p.is_good then 'unreached' else 'left' end, 3600,
             (select min(id) from calendars), ${AT}, ${AT}, ${AT}::timestamptz + interval '2 days',
             case when not p.is_good then date '2025-12-20' end
      from   ${peopleOf(people)} returning id, subscriber_id)
    insert into case_offers (case_id, offer_id, answer, expected_minor, said_at)
    select c.id, (select min(id) from retention_offers), 'refused', 0, ${AT}
    from   cases c join ${peopleOf(people)} on p.id = c.subscriber_id
    where  not p.is_wrong`.execute(world.ctx.db);
}
