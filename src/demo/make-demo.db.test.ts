import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyLedger } from '../ledger/index.ts';
import { createWorld, type World } from '../testing/world.ts';
import { makeDemo } from './make-demo.ts';
import { subscriberAt } from './subscriber-at.ts';

const plan = { seed: 'test', subscribers: 300, today: new Date('2026-03-01T12:00:00Z') };

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

it('writes every life as it was lived: people, money, requests, tickets, outages', async () => {
  const done = await makeDemo(world.ctx, plan);
  expect(done.subscribers).toBe(300);
  const people = Array.from({ length: 300 }, (_, index) => subscriberAt(plan, index));
  // Beside what was lived, some work is on hand as the day begins.
  const { rows } = await world.ctx.pool.query<Record<string, number>>(`
    select (select count(*) from subscribers) as subscribers,
           (select count(*) from tickets) as tickets,
           (select count(*) from conversations) as conversations,
           (select count(*) from search_entries where kind = 'subscriber') as findable,
           (select count(*) from search_entries where kind = 'conversation') as answered,
           (select count(*) from events where type = 'billing.payment_received') as payments,
           (select count(*) from events where transaction_id is not null
              and type like 'billing.%') as news`);
  const sum = (count: (person: (typeof people)[number]) => number): number =>
    people.reduce((total, person) => total + count(person), 0);
  const asked = await world.ctx.pool.query<{ count: number }>(
    'select count(*)::int as count from deals where conversation_id is not null',
  );
  const work = 12 + (asked.rows[0]?.count ?? 0);
  expect(work).toBeGreaterThan(12);
  expect(rows[0]).toEqual({
    subscribers: 300,
    tickets: 10 + sum(({ life }) => life.contacts.filter((one) => one.ticketHours !== null).length),
    conversations: work + sum(({ life }) => life.contacts.length),
    findable: 300,
    answered: work + sum(({ life }) => life.contacts.length),
    payments: sum(({ life }) => life.payments.length),
    news: 0,
  });
});

it('writes nothing that has not happened yet, and no month before its journal was begun', async () => {
  const { rows } = await world.ctx.pool.query<Record<string, unknown>>(
    `
    select (select count(*) from events
              where transaction_id is null and greatest(recorded_at, occurred_at) > $1) as coming,
           (select count(*) from tickets where closed_at > $1 or opened_at > $1) as tickets,
           (select count(*) from incidents where ended_at > $1) as outages,
           (select min(recorded_at) from events) as begun`,
    [plan.today],
  );
  expect(rows[0]).toEqual({
    coming: 0,
    tickets: 0,
    outages: 0,
    begun: new Date('2024-03-01T00:00:00Z'),
  });
});

it('defines the attributes that its people carry', async () => {
  const { rows } = await world.ctx.pool.query<{ key: string }>(`
    select distinct key from subscribers, jsonb_object_keys(attributes) as key
    except select key from attribute_definitions where entity = 'subscribers'`);
  expect(rows).toEqual([]);
});

it('leaves the balance that each life ended with, in a ledger that balances', async () => {
  const { rows } = await world.ctx.pool.query<{ number: string; cached: number; real: number }>(`
    select a.number, b.balance_minor as cached, sum(p.amount_minor)::bigint as real
    from   accounts a
    join   ledger_accounts l on l.account_id = a.id
    join   ledger_balances b on b.ledger_account_id = l.id
    join   ledger_postings p on p.ledger_account_id = l.id
    group  by a.id, b.balance_minor order by a.number`);
  for (const [index, row] of rows.entries()) {
    const { life, account } = subscriberAt(plan, index);
    expect([row.number, row.cached, row.real]).toEqual([
      account.number,
      life.balanceMinor,
      life.balanceMinor,
    ]);
  }
  const total = await world.ctx.pool.query<{ total: number }>(
    'select sum(amount_minor)::bigint as total from ledger_postings',
  );
  expect(total.rows[0]?.total).toBe(0);
});

it('has tickets about money, with a correction in every state', async () => {
  const { rows } = await world.ctx.pool.query<{ state: string; lost: number }>(`
    select c.state, count(*) filter (where s.id is null) as lost
    from   corrections c
    left   join ticket_subjects s on s.ticket_id = c.origin_id and s.account_id = c.account_id
    group  by c.state order by c.state`);
  const states = ['posted', 'proposed', 'refused', 'reversed', 'withdrawn'];
  expect(rows).toEqual(states.map((state) => ({ state, lost: 0 })));
});

it('has debtors by their age, dealers who sold and paid, and a ledger that agrees with all of it', async () => {
  const { rows } = await world.ctx.pool.query<Record<string, number>>(`
    select (select count(*) from shortfalls f join accounts a on a.id = f.account_id
            join ledger_accounts l on l.account_id = a.id
            join ledger_balances b on b.ledger_account_id = l.id
            where b.balance_minor < 0 and a.state <> 'closed') as debtors,
           (select count(distinct days / 10) from shortfalls) as ages,
           (select count(*) from dealers) as dealers,
           (select count(distinct state) from cards) as "cardStates",
           (select count(*) from dealer_payments where kind = 'taken' and payment_id is not null)
             > 0 as "isTaken",
           (select count(*) from usage_records) > 0 as measured`);
  const people = Array.from({ length: 300 }, (_, index) => subscriberAt(plan, index));
  const short = people.filter(({ life }) => !life.left && life.balanceMinor < 0);
  expect(rows[0]).toMatchObject({
    debtors: short.length,
    dealers: 4,
    cardStates: 4,
    isTaken: true,
    measured: true,
  });
  expect(rows[0]?.['ages']).toBeGreaterThan(1);
  expect((await verifyLedger(world.ctx)).filter(({ found }) => found > 0)).toEqual([]);
});

it('goes on where a making was cut off, and doubles nothing', async () => {
  await world.ctx.pool.query('update demo_runs set finished_at = null');
  const again = await makeDemo(world.ctx, plan);
  expect(again.rows).toBe(0);
  const { rows } = await world.ctx.pool.query<{ subscribers: number; incidents: number }>(
    `select (select count(*) from subscribers) as subscribers,
            (select count(*) - count(distinct (started_at, cause)) from incidents) as incidents`,
  );
  expect(rows[0]).toEqual({ subscribers: 300, incidents: 0 });
});

it('has people at work, whose requests, tickets and deals are theirs', async () => {
  const { rows } = await world.ctx.pool.query<Record<string, number>>(
    `
    select (select count(*) from staff) as people,
           (select count(distinct staff_id) from shifts where starts_at > $1::timestamptz) as planned,
           (select count(*) from conversations where touched_by is null) as untouched,
           (select count(*) from tickets where owner_staff_id is null and state = 'done') as nobodys,
           (select count(distinct owner_staff_id) from deals) as sellers`,
    [plan.today],
  );
  expect(rows[0]).toEqual({ people: 15, planned: 15, untouched: 0, nobodys: 0, sellers: 4 });
});

it('has wishes to leave with what came of them, consents, and calls that plays have brought', async () => {
  const { rows } = await world.ctx.pool.query<Record<string, unknown>>(
    `
    select (select array_agg(distinct coalesce(outcome, 'open')) from retention_cases)
             @> '{left,open,stays}' as "isVaried",
           (select count(*) from retention_cases where outcome = 'left')
             - (select count(*) from case_exits where closed_at is not null) as unsettled,
           (select count(*) from retention_cases where outcome = 'stays' and reason_id is null)
             as unreasoned,
           (select count(*) from retention_cases where opened_at > $1 or closed_at > $1) as coming,
           (select count(distinct is_granted) from consents) as answers,
           (select count(*) from plays where on_since is not null) as plays,
           (select count(*) from play_tasks where state = 'open') > 0 as "isWaiting",
           (select count(*) from play_tasks where state = 'done') > 0 as "isDone",
           (select count(*) from play_tasks k join subscribers s on s.id = k.subscriber_id
            where (s.left_on is not null) <> (k.aim = 'win_back')) as misled`,
    [plan.today],
  );
  expect(rows[0]).toEqual({
    isVaried: true,
    unsettled: 0,
    unreasoned: 0,
    coming: 0,
    answers: 2,
    plays: 3,
    isWaiting: true,
    isDone: true,
    misled: 0,
  });
});

it('leads valuable clients, who were greeted, given things and asked to events', async () => {
  const { rows } = await world.ctx.pool.query<Record<string, unknown>>(`
    select (select count(*) from vip_managers) as leading,
           (select count(*) from vip_clients where state = 'member') > 1 as "hasMembers",
           (select count(*) from vip_clients where state = 'member' and acting_id is null)
             as "nobodys",
           (select count(*) from vip_occasions) > 3 as "hasDays",
           (select count(*) from vip_gifts where reaction is not null) > 0 as "hasReactions",
           (select count(*) from vip_events) as events,
           (select count(*) from vip_event_guests where prize is not null) > 0 as "hasPrizes",
           (select count(*) from vip_event_guests g join vip_events e on e.id = g.event_id
            where  e."on" > '2026-03-01' and g.has_come is not null) as early`);
  expect(rows[0]).toEqual({
    leading: 2,
    hasMembers: true,
    nobodys: 0,
    hasDays: true,
    hasReactions: true,
    events: 3,
    hasPrizes: true,
    early: 0,
  });
});
