import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { type As, type Call, createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import {
  addPeople,
  addRequests,
  addSales,
  addWishes,
  contacts,
  FEE,
  LOST_MINOR,
  SIDE,
} from '../testing/lost-world.ts';
import {
  addHomes,
  addOverpaid,
  addPitches,
  addShort,
  addTickets,
} from '../testing/lost-world-served.ts';
import { type ProcessKey, processKeys } from './process.ts';

/** The world stands on the 2nd of March 2026: all outcomes of November are known. */
const NOVEMBER = '2025-11-01';

let world: World;
let boss: SignedIn;

const call = ((key, input, as: As = boss.as) => world.via(api)(key, input, as)) as Call<typeof api>;

beforeAll(async () => {
  world = await createWorld();
  boss = await signedIn(world);
});
afterAll(() => world.close());

const shown = async (months = 12) => (await call('GET /api/money-lost', { months })).body;

/** As the next nights of two workers would; what was before November is counted already. */
async function count(): Promise<void> {
  await sql`delete from lost_counts where month >= ${NOVEMBER}`.execute(world.ctx.db);
  await Promise.all([world.tick('quality.lost'), world.tick('quality.lost')]);
}

async function listed(process: ProcessKey, as: As = boss.as) {
  const found = [];
  let cursor: string | undefined;
  do {
    const page = await call(
      'GET /api/money-lost/{process}/contacts',
      { process, from: NOVEMBER, to: NOVEMBER, limit: 30, ...(cursor && { cursor }) },
      as,
    );
    expect(page.status).toBe(200);
    found.push(...page.body.contacts);
    cursor = page.body.nextCursor ?? undefined;
  } while (cursor);
  return found;
}

const lossOf = (key: ProcessKey, { processes }: Awaited<ReturnType<typeof shown>>) =>
  processes.find((one) => one.key === key);

test('nothing is told before it was counted, nor of fewer contacts than it takes', async () => {
  expect(await shown()).toMatchObject({ countedOn: null, processes: [], sum: { loss: null } });
  await world.tick('quality.lost');
  const { countedOn, processes, sum } = await shown();
  expect([countedOn, processes.length, sum.told]).toEqual(['2026-03-02', processKeys.length, 0]);
  expect(processes[0]).toMatchObject({ loss: null, wrongKnown: 0, needed: 91, months: [] });
});

test('each process tells what it loses by its own contacts, and the sum counts nobody twice', async () => {
  await addRequests(world);
  await addSales(world);
  await addPitches(world, await addPeople(world, 'Речь'));
  const leavers = await addPeople(world, 'Уход');
  await addWishes(world, leavers);
  // The same people waited for their tickets too: what they pay is lost once.
  await addTickets(world, leavers);
  await addShort(world, await addPeople(world, 'Долг'));
  await addHomes(world, await addPeople(world, 'Узел', { since: '2025-11-10' }));
  await addOverpaid(world, await addPeople(world, 'Цена', { since: '2019-05-01' }));
  await count();
  const told = await shown();
  for (const key of processKeys) {
    const found = lossOf(key, told);
    // Who buys is known a month later, who stays three: November alone, or with December.
    const months = found?.outcome === 'bought' ? 2 : 1;
    expect([key, found]).toMatchObject([
      key,
      { from: NOVEMBER, wrong: SIDE, wrongKnown: SIDE, loss: { minor: LOST_MINOR / months } },
    ]);
    expect(found?.inputs).toMatchObject({ monthly: SIDE / months, worthMinor: FEE });
    expect(found?.inputs?.wrongShare).toBeCloseTo(0.2, 6);
    expect(found?.inputs?.rightShare).toBeCloseTo(0.5, 6);
    expect(found?.loss?.low).toBeGreaterThan(0);
  }
  // Four stay and do not share their people, three buy.
  const whole = 4 * LOST_MINOR + (3 * LOST_MINOR) / 2;
  expect(told.sum).toMatchObject({ told: 8, twiceMinor: LOST_MINOR, loss: { minor: whole } });
});

test('a figure opens the contacts behind it, each with why it counts', async () => {
  const late = await listed('callbacks');
  expect(late).toHaveLength(SIDE);
  expect(new Set(late.map(({ refId }) => refId)).size).toBe(SIDE);
  expect(late.filter(({ amount }) => amount === null)).toHaveLength(SIDE / 10);
  expect(late.filter(({ isGood }) => isGood)).toHaveLength(20);
  expect(late.every(({ dealId, name }) => dealId !== null && name !== '')).toBe(true);
  const waits = await call('GET /api/money-lost/waits', { from: NOVEMBER, to: NOVEMBER });
  expect(waits.body.waits).toEqual([
    { wait: 'within', upToSeconds: null, contacts: SIDE, bought: 50 },
    { wait: 'late', upToSeconds: 1800, contacts: 90, bought: 18 },
    { wait: 'never', upToSeconds: null, contacts: 10, bought: 2 },
  ]);
  const tickets = await listed('norms');
  expect(tickets.every((one) => one.amount === 3600 && !one.isOnce && one.name !== '')).toBe(true);
  expect((await listed('leavers')).every((one) => one.isOnce && one.worthMinor === FEE)).toBe(true);
  expect((await listed('prices'))[0]).toMatchObject({ kind: 'subscriber', amount: 12_000 });
});

test('who stood in the sum a month ago is not counted for it again', async () => {
  await sql`
    insert into retention_cases (subscriber_id, source, state, outcome, norm_seconds, calendar_id,
                                 due_at, opened_at, closed_at)
    select k.subscriber_id, 'words', 'closed', 'unreached', 3600, k.calendar_id, k.due_at,
           k.opened_at + interval '1 month', k.opened_at + interval '1 month'
    from   retention_cases k order by k.id limit 3`.execute(world.ctx.db);
  await count();
  const december = { process: 'leavers', from: '2025-12-01', to: '2025-12-01' } as const;
  const { contacts: again } = (await call('GET /api/money-lost/{process}/contacts', december)).body;
  expect(again.map(({ isOnce }) => isOnce)).toEqual([false, false, false]);
});

test('rows keep to whose they are, and figures to whom they are told', async () => {
  const own = await signedIn(world, { permissions: { 'quality.lost_rows': 'own' } });
  const nobody = await signedIn(world, { role: 'agent' });
  expect(await listed('leavers', own.as)).toEqual([]);
  await sql`update retention_cases set owner_staff_id = ${own.staffId}
            where id = (select min(id) from retention_cases)`.execute(world.ctx.db);
  await sql`update subscribers set owner_staff_id = ${own.staffId}
            where id = (select min(root_id) from lost_contacts where process = 'prices')`.execute(
    world.ctx.db,
  );
  expect(await listed('leavers', own.as)).toHaveLength(1);
  expect(await listed('prices', own.as)).toHaveLength(1);
  expect((await call('GET /api/money-lost', {}, own.as)).status).toBe(403);
  const rows = { process: 'norms', from: NOVEMBER, to: NOVEMBER } as const;
  const asked = await call('GET /api/money-lost/{process}/contacts', rows, nobody.as);
  expect(asked.status).toBe(403);
  const bad = await call('GET /api/money-lost/{process}/contacts', { ...rows, cursor: 'x' });
  expect(bad).toMatchObject({ status: 422, body: { code: 'kernel.bad_cursor' } });
});

test('counted again a month is what it was; what is not over counts for nothing yet', async () => {
  const before = await shown();
  await count();
  expect(await shown()).toEqual(before);
  // Of houses typed by hand no technology is known: their lines are those that they have.
  await sql`update buildings set technology = null`.execute(world.ctx.db);
  await count();
  expect(lossOf('nodes', await shown())).toEqual(lossOf('nodes', before));
  // The same requests a few days ago: late, and nobody knows yet what comes of them.
  await sql`
    insert into conversations (channel, subject, opened_at, norm_seconds, calendar_id, touch_due_at,
                               next_due_at)
    select 'site_form', 'connect', timestamptz '2026-02-20', 60, min(id), '2026-02-20', '2026-02-20'
    from   calendars, generate_series(1, ${contacts.length}) group by generate_series`.execute(
    world.ctx.db,
  );
  await count();
  const after = lossOf('callbacks', await shown());
  expect(after?.loss).toEqual(lossOf('callbacks', before)?.loss);
  expect(after?.months.at(-2)).toMatchObject({
    month: '2026-02-01',
    wrong: contacts.length,
    isKnown: false,
    loss: null,
  });
});

test('who overpays is kept for the month in which the night found it', async () => {
  await sql`
    insert into unfair_prices (subscription_id, subscriber_id, account_id, version_id,
                               tenure_months, paid_minor, newcomer_minor, counted_on)
    select min(x.id), a.subscriber_id, a.id, min(x.product_version_id), 80, 70000, 60000, '2026-03-02'
    from   accounts a join subscriptions x on x.account_id = a.id
    where  a.number = 'Цена-1' group by a.id`.execute(world.ctx.db);
  await count();
  await sql`delete from unfair_prices`.execute(world.ctx.db);
  await count();
  const { months } = lossOf('prices', await shown()) ?? {};
  expect(months?.at(-1)).toMatchObject({ month: '2026-03-01', wrong: 1, isKnown: false });
});
