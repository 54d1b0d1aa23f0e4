import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as conversationsApi } from '../conversations/api.ts';
import { api as retentionApi } from '../retention/api.ts';
import { api as salesApi } from '../sales/api.ts';
import { type SignedIn, signedIn } from '../testing/staff.ts';
import { createSubscribersWorld } from '../testing/subscribers.ts';
import type { World } from '../testing/world.ts';
import { api } from './api.ts';
import { addFacts, at } from './testing/add-facts.ts';
import { factKindOf, type KpiKey, kpiKeys, kpis } from './kpis/kpis.ts';

/** The world stands on the 2nd of March 2026: all of February is counted, and a day of March. */
const FEBRUARY = '2026-02-01';

let world: World;
let boss: SignedIn;
let agent: SignedIn;
let people: [number, number, number];

beforeAll(async () => {
  let add: () => Promise<number>;
  ({ world, add } = await createSubscribersWorld());
  boss = await signedIn(world);
  agent = await signedIn(world, { name: 'Агентова Анна', permissions: {} });
  people = [await add(), await add(), await add()];
  await addFacts(world, people, agent.staffId);
});
afterAll(() => world.close());

const call = () => world.via(api);

async function night(): Promise<void> {
  await sql`delete from kpi_nights`.execute(world.ctx.db);
  await world.tick('reports.night');
}

async function figure(key: KpiKey, slice: object = {}): Promise<number | null> {
  const { body } = await call()('GET /api/kpis', { months: 3, ...slice }, boss.as);
  return body.kpis.find((one) => one.key === key)?.values[body.months.indexOf(FEBRUARY)] ?? null;
}

const factKeys = kpiKeys.filter((key) => factKindOf(key) !== undefined);

test('a month tells of contacts, wishes, sales and outages, each by its definition', async () => {
  await world.tick('reports.night');
  const told = await Promise.all(factKeys.map(async (key) => [key, await figure(key)]));
  expect(Object.fromEntries(told)).toEqual({
    contacts: 7,
    // In time three and the one of the 27th; late one, over one; rubbish is neither.
    touch_kept: 4 / 6,
    contacts_again: 1 / 6,
    // Of the 3rd, 4th, 8th and 10th; whoever came again, and who still waits, is not solved.
    solved_first: 2 / 4,
    wishes: 2,
    saved: 1 / 2,
    sales: 2,
    sales_monthly: 110_000,
    outage_minutes: (90 * 2) / 3,
  });
});

type Compared = { what: string; told: number | null; found: number | null };

async function rowsOf(kpi: KpiKey, which: 'counted' | 'others', slice: object = {}) {
  const rows: { id: number; amount: number }[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await call()(
      'GET /api/kpis/{kpi}/facts',
      { kpi, month: FEBRUARY, which, limit: 2, ...slice, ...(cursor && { cursor }) },
      boss.as,
    );
    expect(page.status).toBe(200);
    rows.push(...page.body.rows);
    cursor = page.body.nextCursor;
  } while (cursor);
  return rows;
}

/** What the rows of a figure come to. */
async function found(key: KpiKey, slice: object = {}): Promise<number | null> {
  const rows = await rowsOf(key, 'counted', slice);
  const sum = rows.reduce((total, { amount }) => total + amount, 0);
  if (kpis[key].unit === 'minutes') return sum / ((await figure('base', slice)) ?? Number.NaN);
  if (kpis[key].unit === 'money') return sum;
  if (kpis[key].unit === 'count') return rows.length;
  const others = await rowsOf(key, 'others', slice);
  return rows.length / (rows.length + others.length);
}

test('each agrees with its rows, of all and of each value of each dimension', async () => {
  const compared: Compared[] = [];
  for (const key of factKeys) {
    compared.push({ what: key, told: await figure(key), found: await found(key) });
    for (const dimension of kpis[key].dimensions) {
      const asked = { kpi: key, month: FEBRUARY, dimension };
      const { body } = await call()('GET /api/kpis/{kpi}/parts', asked, boss.as);
      for (const { value, figure: told } of body.parts) {
        const slice = { dimension, value };
        compared.push({
          what: `${key} ${dimension} ${value}`,
          told,
          found: await found(key, slice),
        });
      }
    }
  }
  expect(compared.filter((one) => one.told !== one.found)).toEqual([]);
  expect(compared.length).toBeGreaterThan(30);
});

test('the same figure on another page is the same', async () => {
  const period = { from: FEBRUARY, to: '2026-02-28' };
  const touch = await world.via(conversationsApi)(
    'GET /api/conversations/first-touch',
    period,
    boss.as,
  );
  const { within, late, overdue, count } = touch.body.total;
  expect(await figure('contacts')).toBe(count);
  expect(await figure('touch_kept')).toBe(within / (within + late + overdue));
  const kept = await world.via(retentionApi)('GET /api/retention-figures', period, boss.as);
  const { savedMonth, knownMonth, wishes } = kept.body.total;
  expect(await figure('saved')).toBe(savedMonth / knownMonth);
  expect(await figure('wishes')).toBe(wishes);
  const sold = await world.via(salesApi)('GET /api/sales-economics', { months: 12 }, boss.as);
  const month = sold.body.months.find((one) => one.month === FEBRUARY);
  expect(await figure('sales')).toBe(month?.won);
  expect(await figure('sales_monthly')).toBe(month?.wonMonthlyMinor);
  const worth = (await call()('GET /api/sales-worth', { months: 12 }, boss.as)).body;
  const cac = worth.kpis.find(({ key }) => key === 'cac');
  expect(cac?.values[worth.months.indexOf(FEBRUARY)]).toBe(month?.cacMinor);
  expect(month?.cacMinor).toBe(150_000);
});

test('what is learnt late changes its own days, and what was spoilt is put right', async () => {
  await sql`
    update conversations set closed_outcome = 'wrong_number'
    where  opened_at = ${at(6)}`.execute(world.ctx.db);
  await sql`
    update kpi_days set count = count + 5
    where  measure = 'contacts' and dimension = 'channel' and value = 'call'`.execute(world.ctx.db);
  await night();
  expect(await figure('contacts_again')).toBe(0);
  expect(await figure('solved_first')).toBe(3 / 4);
  const { rows } = await sql`select changed, wrong from kpi_nights`.execute(world.ctx.db);
  // The one of the 3rd and that of the 6th; five days of calls were spoilt.
  expect(rows).toEqual([{ changed: 4, wrong: 4 }]);
  expect(await found('contacts', { dimension: 'channel', value: 'call' })).toBe(
    await figure('contacts', { dimension: 'channel', value: 'call' }),
  );
});

test('rows keep to the reach, and each route to its kind of rows', async () => {
  const own = await signedIn(world, { name: 'Своя', permissions: { 'reports.rows': 'own' } });
  await sql`update subscribers set owner_staff_id = ${own.staffId} where id = ${people[1]}`.execute(
    world.ctx.db,
  );
  const asked = { kpi: 'contacts', month: FEBRUARY } as const;
  const { body } = await call()('GET /api/kpis/{kpi}/facts', asked, own.as);
  expect(body.rows.map(({ subscriberId }) => subscriberId)).toEqual([people[1], people[1]]);
  const refused = async (kpi: KpiKey, route: 'rows' | 'facts', more: object = {}) =>
    (await call()(`GET /api/kpis/{kpi}/${route}`, { kpi, month: FEBRUARY, ...more }, boss.as)).body
      .code;
  expect(await refused('contacts', 'rows')).toBe('reports.not_accounts');
  expect(await refused('base', 'facts')).toBe('reports.are_accounts');
  expect(await refused('saved', 'facts', { dimension: 'channel' })).toBe(
    'reports.no_such_dimension',
  );
  expect(await refused('saved', 'facts', { cursor: 'x' })).toBe('kernel.bad_cursor');
});
