import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAccount } from '../testing/accounts.ts';
import { type SignedIn, signedIn } from '../testing/staff.ts';
import { createSubscribersWorld } from '../testing/subscribers.ts';
import type { World } from '../testing/world.ts';
import { api } from './api.ts';
import { factKindOf, type KpiKey, kpiKeys, kpis } from './kpis/kpis.ts';

/** Figures of accounts alone. */
const ours = kpiKeys.filter((key) => factKindOf(key) === undefined);

/** The world stands on the 2nd of March 2026: all of February is counted, and a day of March. */
const FEBRUARY = '2026-02-01';

let world: World;
let add: () => Promise<number>;
let boss: SignedIn;

beforeAll(async () => {
  ({ world, add } = await createSubscribersWorld());
  boss = await signedIn(world);
});
afterAll(() => world.close());

const call = ((key, input, as = boss.as) => world.via(api)(key, input, as)) as ReturnType<
  typeof via
>;
const via = () => world.via(api);

/** Counts again as the next night would, on the day it is. */
async function night(): Promise<void> {
  await sql`delete from kpi_nights`.execute(world.ctx.db);
  await world.tick('reports.night');
}

async function figure(key: KpiKey, month: string, slice: object = {}): Promise<number | null> {
  const { months, kpis: all } = (await call('GET /api/kpis', { months: 24, ...slice })).body;
  return all.find((one) => one.key === key)?.values[months.indexOf(month)] ?? null;
}

async function rowsOf(key: KpiKey, month: string, slice: object = {}) {
  const rows: { accountId: number; amountMinor: number; name: string }[] = [];
  let cursor: string | undefined;
  do {
    const page = await call('GET /api/kpis/{kpi}/rows', {
      kpi: key,
      month,
      limit: 2,
      ...slice,
      ...(cursor && { cursor }),
    });
    expect(page.status).toBe(200);
    rows.push(...page.body.rows);
    cursor = page.body.nextCursor ?? undefined;
  } while (cursor);
  return rows;
}

async function place(accountId: number, district: string, technology: string): Promise<void> {
  await sql`
    with street as (
      insert into streets (city, name, key) values ('Город', ${district}, ${district})
      on conflict (key, kind) do update set city = 'Город' returning id),
    building as (
      insert into buildings (street_id, number, district, technology)
      select id, '1', ${district}, ${technology} from street
      on conflict (street_id, number) do update set district = excluded.district returning id),
    premise as (
      insert into premises (building_id, flat) select id, ${String(accountId)} from building
      returning id),
    address as (
      insert into service_addresses (subscriber_id, premise_id, created_at)
      select a.subscriber_id, p.id, now() from premise p, accounts a where a.id = ${accountId}
      returning id)
    update accounts set service_address_id = (select id from address)
    where  id = ${accountId}`.execute(world.ctx.db);
}

/** An account from a day, for fees of a month that follow one another. */
async function account(
  contractOn: string,
  fees: readonly { fee: number; from: string; to?: string }[],
  fields: { closedOn?: string; subscriberId?: number; at?: [string, string] } = {},
): Promise<number> {
  const subscriberId = fields.subscriberId ?? (await add());
  const { closedOn = null } = fields;
  const id = await addAccount(world, subscriberId, {
    number: `R-${subscriberId}-${contractOn}`,
    contractOn,
    closedOn,
    state: closedOn ? 'closed' : 'active',
    subscriptions: [],
  });
  for (const { fee, from, to } of fees) {
    await sql`
      insert into subscriptions (account_id, product_version_id, monthly_fee_minor, started_on,
                                 ended_on, created_at)
      select ${id}, min(id), ${fee}, ${from}, ${to ?? closedOn}, now() from product_versions`.execute(
      world.ctx.db,
    );
  }
  if (fields.at) await place(id, ...fields.at);
  return id;
}

let stays: number;
let leaves: number;

test('a month tells who came, went and came back, and what became of what they pay', async () => {
  const north = ['Север', 'ftth'] as [string, string];
  const south = ['Юг', 'docsis'] as [string, string];
  stays = await account('2025-06-01', [{ fee: 50_000, from: '2025-06-01' }], { at: north });
  await account(
    '2025-06-10',
    [
      { fee: 40_000, from: '2025-06-10', to: '2026-02-10' },
      { fee: 70_000, from: '2026-02-10' },
    ],
    { at: south },
  );
  await account('2025-07-01', [
    { fee: 90_000, from: '2025-07-01', to: '2026-02-20' },
    { fee: 60_000, from: '2026-02-20' },
  ]);
  const gone = await add();
  leaves = await account('2025-05-01', [{ fee: 30_000, from: '2025-05-01' }], {
    closedOn: '2026-02-05',
    subscriberId: gone,
    at: south,
  });
  await account('2026-02-25', [{ fee: 35_000, from: '2026-02-25' }], {
    subscriberId: gone,
    at: south,
  });
  await account('2026-02-12', [{ fee: 55_000, from: '2026-02-14' }], { at: north });
  // Came and went within the month; one of whose end nobody knows the day; one that never was.
  await account('2026-02-03', [{ fee: 10_000, from: '2026-02-03' }], { closedOn: '2026-02-13' });
  await account('2025-01-01', [{ fee: 99_000, from: '2025-01-01' }]).then((id) =>
    sql`update accounts set state = 'closed', closed_on = null where id = ${id}`.execute(
      world.ctx.db,
    ),
  );
  await account('2026-02-01', [{ fee: 99_000, from: '2026-02-01' }]).then((id) =>
    sql`update accounts set is_taken_back = true where id = ${id}`.execute(world.ctx.db),
  );
  expect((await call('GET /api/kpis')).body).toMatchObject({ counted: null, kpis: [] });
  await world.tick('reports.night');
  const told = await Promise.all(ours.map(async (key) => [key, await figure(key, FEBRUARY)]));
  expect(Object.fromEntries(told)).toEqual({
    base: 5,
    connections: 3,
    returns: 1,
    leavers: 2,
    leavers_by_wish: 0,
    churn_gross: 2 / 4,
    churn_net: 1 / 4,
    churn_by_wish: 0,
    mrr: 50_000 + 70_000 + 60_000 + 35_000 + 55_000,
    arpu: 54_000,
    mrr_new: 55_000 + 10_000,
    mrr_return: 35_000,
    mrr_expansion: 30_000,
    mrr_contraction: -30_000,
    mrr_churn: -30_000 - 10_000,
  });
  expect((await call('GET /api/kpis')).body.counted).toMatchObject({
    through: '2026-03-01',
    wrong: 0,
  });
});

type Compared = { what: string; told: number | null; found: number | null };

/** Each figure beside what its rows add up to, of all and of each value of each dimension. */
async function compareWithRows(): Promise<Compared[]> {
  const compared: Compared[] = [];
  for (const key of ours) {
    const { rows: behind, unit, dimensions } = kpis[key];
    if (unit === 'share' || key === 'arpu') continue;
    const sumOf = async (slice: object = {}) => {
      const rows = await rowsOf(key, FEBRUARY, slice);
      return behind.adds === 'count'
        ? rows.length
        : rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    };
    const told = await figure(key, FEBRUARY);
    compared.push({ what: key, told, found: await sumOf() });
    for (const dimension of dimensions) {
      const asked = { kpi: key, month: FEBRUARY, dimension };
      const { parts } = (await call('GET /api/kpis/{kpi}/parts', asked)).body;
      for (const { value, figure: part } of parts) {
        const what = `${key} ${dimension} ${value}`;
        const slice = { dimension, value };
        compared.push({ what, told: part, found: await sumOf(slice) });
        compared.push({ what, told: part, found: await figure(key, FEBRUARY, slice) });
      }
      const total = parts.reduce((sum, part) => sum + part.figure, 0);
      compared.push({ what: `${key} by ${dimension}`, told, found: total });
    }
  }
  return compared;
}

const differing = (all: readonly Compared[]): Compared[] =>
  all.filter(({ told, found }) => told !== found);

test('every figure agrees with the rows that it opens, and its parts add up to it', async () => {
  const compared = await compareWithRows();
  expect(differing(compared)).toEqual([]);
  expect(compared.length).toBeGreaterThan(60);
});

test('movements add up to the difference of what all pay, month by month', async () => {
  const { months, kpis: all } = (await call('GET /api/kpis', { months: 24 })).body;
  const of = (key: KpiKey): number[] =>
    (all.find((one) => one.key === key)?.values ?? []).map(Number);
  const mrr = of('mrr');
  const moves = ours.filter((key) => key.startsWith('mrr_')).map(of);
  const moved = months.map((_, at) => moves.reduce((sum, values) => sum + (values[at] ?? 0), 0));
  expect(moved.slice(1)).toEqual(mrr.slice(1).map((after, at) => after - (mrr[at] ?? 0)));
  expect(Math.max(...mrr)).toBeGreaterThan(0);
});

test('what is learnt late changes its own days, and nothing else is written', async () => {
  const before = await figure('base', FEBRUARY);
  await sql`update accounts set closed_on = '2026-01-20' where id = ${leaves}`.execute(
    world.ctx.db,
  );
  await place(stays, 'Восток', 'ethernet');
  await night();
  expect(await figure('leavers', FEBRUARY)).toBe(1);
  expect(await figure('leavers', '2026-01-01')).toBe(1);
  expect(await figure('base', FEBRUARY)).toBe(before);
  expect(await figure('base', FEBRUARY, { dimension: 'technology', value: 'ethernet' })).toBe(1);
  expect(differing(await compareWithRows())).toEqual([]);
  await night();
  const { rows } = await sql`select changed, wrong from kpi_nights`.execute(world.ctx.db);
  expect(rows).toEqual([{ changed: 0, wrong: 0 }]);
});

test('a figure that is not what its rows add up to is found, told and put right', async () => {
  const before = await figure('connections', FEBRUARY);
  await sql`
    update kpi_days set count = count + 7
    where  dimension = 'all' and measure = 'connections' and "on" = '2026-02-12'`.execute(
    world.ctx.db,
  );
  await sql`
    insert into kpi_days values ('district', 'Нигде', 'leavers', '2026-02-12', 3, 0)`.execute(
    world.ctx.db,
  );
  // Two workers at one time count it once, and one that was cut off before its end is gone on with.
  await sql`delete from kpi_nights`.execute(world.ctx.db);
  await Promise.all([world.tick('reports.night'), world.tick('reports.night')]);
  await world.tick('reports.night');
  expect((await call('GET /api/kpis')).body.counted?.wrong).toBe(2);
  await sql`update kpi_nights set finished_at = null, wrong = null`.execute(world.ctx.db);
  await sql`delete from life_counts where dimension = 'all'`.execute(world.ctx.db);
  await world.tick('reports.night');
  expect((await call('GET /api/kpis')).body.counted?.wrong).toBe(0);
  expect((await call('GET /api/survival')).body.curves).toHaveLength(1);
  expect(await figure('connections', FEBRUARY)).toBe(before);
});

test('who left is told by the reason of their case, and whether they wished to', async () => {
  await sql`
    with top as (insert into leaving_reasons (name, created_at) values ('Качество', now())
                 returning id),
    reason as (insert into leaving_reasons (parent_id, name, created_at)
               select id, 'Обрывы', now() from top returning id)
    insert into retention_cases (subscriber_id, source, state, outcome, reason_id, norm_seconds,
                                 calendar_id, due_at, opened_at, closed_at, left_on)
    select a.subscriber_id, 'words', 'closed', 'left', r.id, 60, c.id, now(), now(), now(),
           '2026-01-21'
    from   reason r, accounts a, (select min(id) as id from calendars) c
    where  a.id = ${leaves}`.execute(world.ctx.db);
  await night();
  const january = { month: '2026-01-01', dimension: 'reason' } as const;
  const { parts } = (await call('GET /api/kpis/{kpi}/parts', { kpi: 'leavers', ...january })).body;
  expect(parts).toMatchObject([{ name: 'Качество', figure: 1 }]);
  expect(await figure('leavers_by_wish', '2026-01-01')).toBe(1);
  expect(await figure('leavers_by_wish', FEBRUARY)).toBe(0);
  // A case by whose exit the account left, with others that stay, is nearer than one of the person.
  await sql`
    with reason as (insert into leaving_reasons (name, created_at) values ('Уезжает', now())
                    returning id),
    part as (insert into retention_cases (subscriber_id, source, state, outcome, reason_id,
                                          norm_seconds, calendar_id, due_at, opened_at, closed_at)
             select w.subscriber_id, 'silent', 'closed', 'left_part', r.id, 60, w.calendar_id, now(),
                    now(), now()
             from   reason r, retention_cases w returning id),
    exit as (insert into case_exits (case_id, applied_on, ends_on, leaving_fee, fee_minor,
                                     balance_minor, currency, accepted_at)
             select id, '2026-01-10', '2026-01-19', 'waived', 0, 0, 'RUB', now() from part
             returning case_id)
    insert into exit_accounts (case_id, account_id, fee_minor, balance_minor, ends_on)
    select case_id, ${leaves}, 0, 0, '2026-01-19' from exit`.execute(world.ctx.db);
  await night();
  const asked = { kpi: 'leavers', ...january } as const;
  expect((await call('GET /api/kpis/{kpi}/parts', asked)).body.parts).toMatchObject([
    { name: 'Уезжает', figure: 1 },
  ]);
  expect(await figure('leavers_by_wish', '2026-01-01')).toBe(0);
});

test('how long accounts stay is told by curves and by months of connection', async () => {
  const all = (await call('GET /api/survival')).body;
  expect(all.through).toBe('2026-03-01');
  expect(all.curves).toMatchObject([{ value: '', accounts: 7, longestMonths: 9 }]);
  // Seven are watched; who came and went in February left within a month that is not over for them
  // all, and the one of May was gone by the end of the ninth month, when one other was watched.
  expect(all.curves[0]?.points).toMatchObject([{ after: 9, left: 1, share: 0.5 }]);
  expect(all.cohorts.find(({ cohort }) => cohort === '2025-06-01')).toEqual({
    cohort: '2025-06-01',
    connected: 2,
    kept: Array.from({ length: 8 }, () => 1),
  });
  const by = (await call('GET /api/survival', { by: 'technology' })).body;
  const told = by.curves.map(({ value, accounts }) => [value, accounts]);
  expect(Object.fromEntries(told)).toEqual({ docsis: 3, ethernet: 1, ftth: 1, '': 2 });
});

test('rows are shown as far as one may see, figures to whom they are granted', async () => {
  const own = await signedIn(world, { name: 'Своя', permissions: { 'reports.rows': 'own' } });
  const mine = (await rowsOf('base', FEBRUARY))[0];
  await sql`
    update subscribers set owner_staff_id = ${own.staffId}
    where  id = (select subscriber_id from accounts where id = ${mine?.accountId})`.execute(
    world.ctx.db,
  );
  const rows = { kpi: 'base', month: FEBRUARY } as const;
  const seen = await call('GET /api/kpis/{kpi}/rows', rows, own.as);
  expect(seen.body.rows.map(({ accountId }) => accountId)).toEqual([mine?.accountId]);
  expect((await call('GET /api/kpis', {}, own.as)).status).toBe(403);
  const wrong = await call('GET /api/kpis/{kpi}/rows', { ...rows, dimension: 'reason' });
  expect(wrong.body.code).toBe('reports.no_such_dimension');
  const bad = await call('GET /api/kpis/{kpi}/rows', { ...rows, cursor: 'x' });
  expect(bad.body.code).toBe('kernel.bad_cursor');
});
