import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAccount, post } from '../../testing/accounts.ts';
import { createSubscribersWorld } from '../../testing/subscribers.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import type { World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { monthOf } from '../../kernel/month-of.ts';

let world: World;
let add: () => Promise<number>;
let boss: SignedIn;
let site: number;
let thisMonth: string;

beforeAll(async () => {
  ({ world, add } = await createSubscribersWorld());
  boss = await signedIn(world);
  site = (await call('GET /api/pipelines')).body.sources[0]?.id ?? 0;
  thisMonth = monthOf(world.clock.now().toISOString().slice(0, 10));
});
afterAll(() => world.close());

const untyped = () => world.via(api);
const call = ((key, input, as = boss.as) => untyped()(key, input, as)) as ReturnType<
  typeof untyped
>;
const economics = async (months = 6) => (await call('GET /api/sales-economics', { months })).body;
const write = (fields: object = {}) =>
  call('PUT /api/sales-costs', {
    month: thisMonth,
    kind: 'acquisition',
    sourceId: site,
    amountMinor: 900_000,
    ...fields,
  });

async function deal(fields: object, win = true): Promise<number> {
  const { id } = (await call('POST /api/deals', { name: 'Котова Анна', ...fields })).body;
  if (win) await call('POST /api/deals/{id}/win', { id, version: 1 });
  return id;
}

test('what a month has cost is written, changed and taken away', async () => {
  expect((await write()).status).toBe(200);
  await write({ kind: 'retention', sourceId: null, amountMinor: 200_000, note: 'Подарки' });
  await write({ amountMinor: 1_000_000 });
  const listed = async () => (await call('GET /api/sales-costs', { months: 3 })).body.costs;
  expect(await listed()).toEqual([
    {
      month: thisMonth,
      kind: 'acquisition',
      sourceId: site,
      campaign: '',
      amountMinor: 1_000_000,
      note: '',
    },
    {
      month: thisMonth,
      kind: 'retention',
      sourceId: null,
      campaign: '',
      amountMinor: 200_000,
      note: 'Подарки',
    },
  ]);
  await write({ kind: 'retention', sourceId: null, amountMinor: 0 });
  expect(await listed()).toHaveLength(1);
  await write({ kind: 'retention', sourceId: null, amountMinor: 200_000 });
  const ahead = await write({ month: monthOf(thisMonth, 1) });
  expect(ahead.body.code).toBe('sales.month_ahead');
  expect((await write({ sourceId: 9999 })).body.code).toBe('sales.no_such_source');
});

test('winning one costs what was spent by deals won, in all and by source', async () => {
  await deal({ sourceId: site, monthlyMinor: 60_000 });
  await deal({ sourceId: site, monthlyMinor: 40_000 });
  await deal({ monthlyMinor: 50_000 }, false);
  const { months, sources, totals } = await economics();
  expect(months).toHaveLength(6);
  expect(months[0]).toMatchObject({
    month: thisMonth,
    acquisitionMinor: 1_000_000,
    retentionMinor: 200_000,
    won: 2,
    wonMonthlyMinor: 100_000,
    cacMinor: 500_000,
  });
  expect(sources).toMatchObject([
    { sourceId: site, costMinor: 1_000_000, deals: 2, won: 2, cacMinor: 500_000 },
    { sourceId: null, costMinor: 0, deals: 1, won: 0, cacMinor: null },
  ]);
  expect(totals).toMatchObject({ cacMinor: 500_000, won: 2, retentionMinor: 200_000 });
});

test('cohorts bring what the ledger has charged, and payback is counted by it', async () => {
  const [before, last] = [monthOf(thisMonth, -2), monthOf(thisMonth, -1)];
  const stays = await addAccount(world, await add(), { contractOn: before });
  const gone = await addAccount(world, await add(), { contractOn: before });
  await world.ctx.pool.query('update accounts set closed_on = $2 where id = $1', [gone, last]);
  const undone = await addAccount(world, await add(), { contractOn: before });
  await world.ctx.pool.query('update accounts set is_taken_back = true where id = $1', [undone]);
  const charge = (accountId: number, occurredOn: string, amountMinor: number) =>
    post(world, accountId, {
      kind: 'monthly_charges',
      occurredOn,
      counterpart: 'revenue',
      amountMinor: -amountMinor,
    });
  await charge(stays, before, 60_000);
  await charge(gone, before, 60_000);
  await charge(stays, last, 80_000);
  // What is paid is no revenue.
  await post(world, stays, {
    kind: 'payments',
    occurredOn: last,
    counterpart: 'gateway',
    amountMinor: 500_000,
  });
  expect((await economics()).totals.countedOn).toBeNull();
  for (let month = 0; month < 4; month += 1) await world.tick('sales.cohorts');
  const { cohorts, totals, sources } = await economics();
  const cohort = cohorts.find((one) => one.cohort === before);
  expect(cohort).toMatchObject({ connected: 2, alive: 1, marginMinor: 100_000 });
  // 120 000 of two accounts, then 80 000 of the one that stayed.
  expect(totals).toMatchObject({
    marginMinor: Math.round(200_000 / 3),
    keptShare: 0.5,
    countedOn: world.clock.now().toISOString().slice(0, 10),
  });
  expect(totals.paybackMonths).toBeCloseTo(500_000 / (200_000 / 3));
  expect(sources[0]?.paybackMonths).toBeCloseTo(7.5);
  // Counted once a day, however often it is asked.
  await charge(stays, thisMonth, 90_000);
  await world.tick('sales.cohorts');
  expect((await economics()).cohorts.find((one) => one.cohort === before)?.marginMinor).toBe(
    100_000,
  );
  world.clock.advance({ seconds: 86_400 });
  for (let month = 0; month < 2; month += 1) await world.tick('sales.cohorts');
  expect((await economics()).cohorts.find((one) => one.cohort === before)?.marginMinor).toBe(
    145_000,
  );
});

test('the average price sold is of what was agreed on, once a deal', async () => {
  const of = { dealId: await deal({}, false) };
  const guided = async (state: string, takenMinor: number) => {
    const { id } = (await call('POST /api/guided-sales', of)).body;
    await world.ctx.pool.query(
      `with made as (
         insert into sale_recommendations (guided_sale_id, needs, lines, available, choices,
                fee_minor, made_at)
         select $1, '{}', '[]', '{}', '[]', 100000, $4)
       update guided_sales set state = $2, taken_minor = $3, taken = '{}', ended_at = $4
       where id = $1`,
      [id, state, takenMinor, world.clock.now()],
    );
  };
  await guided('agreed', 10_000);
  await guided('agreed', 80_000);
  await guided('refused', 20_000);
  const [month] = (await economics(1)).months;
  expect(month).toMatchObject({ guided: 1, soldMinor: 80_000, recommendedMinor: 100_000 });
});

test('a stage tells how many go on, and how long they stand there', async () => {
  const made = await call('POST /api/pipelines', { name: 'Замеры', stages: ['А', 'Б'] });
  const { pipelines } = (await call('GET /api/pipelines')).body;
  const [a, b] = pipelines.find(({ id }) => id === made.body.id)?.stages ?? [];
  const move = async (id: number, version: number, to: number, afterSeconds: number) => {
    world.clock.advance({ seconds: afterSeconds });
    await call('POST /api/deals/{id}/move', { id, version, stageId: to });
  };
  const first = await deal({ stageId: a!.id }, false);
  await move(first, 1, b!.id, 100);
  await call('POST /api/deals/{id}/win', { id: first, version: 2 });
  const second = await deal({ stageId: a!.id }, false);
  await move(second, 1, b!.id, 300);
  await move(second, 2, a!.id, 50);
  await deal({ stageId: a!.id }, false);
  const { stages } = await economics();
  const of = (id: number) => stages.find(({ stageId }) => stageId === id);
  expect(of(a!.id)).toMatchObject({ entered: 3, movedOn: 2, won: 1, medianSeconds: 200 });
  expect(of(b!.id)).toMatchObject({ entered: 2, movedOn: 1, won: 1, medianSeconds: 25 });
});

test('a table leaves as a file that the reader’s spreadsheet opens', async () => {
  const input = { part: 'sources' as const, months: 3 };
  const file = await call('GET /api/sales-economics/export.csv', input);
  const body = file.body as unknown as string;
  const [head, line] = body.replace('\uFEFF', '').split('\r\n');
  expect(head).toBe(
    'Название;Кампания;Расходы;Лидов;Сделок;Выиграно;Выиграно в месяц;CAC;Окупаемость, мес.',
  );
  expect(line).toMatch(/^Сайт;;10000;0;2;2;1000;5000;/);
});

test('only who may sees them', async () => {
  const agent = await signedIn(world, { permissions: ['sales.work', 'sales.manage'] });
  for (const route of ['GET /api/sales-economics', 'GET /api/deal-forecast'] as const) {
    expect((await call(route, {}, agent.as)).status).toBe(403);
  }
});

test('costs of campaigns come from a file, all or none, and stand below their source', async () => {
  const month = thisMonth.slice(0, 7);
  const bring = (text: string) => call('POST /api/sales-costs/import', { text });
  expect((await bring('Что;Сколько\nа;1')).body).toMatchObject({ code: 'sales.no_cost_columns' });
  const source = (await call('GET /api/pipelines')).body.sources[1];
  const head = '\uFEFFМесяц;Источник;Кампания;Сумма;Вид\r\n';
  const wrong = await bring(`${head}${month};Такого нет;;10;\n13.2026;;;десять;дарение\n`);
  expect(wrong.body).toMatchObject({
    written: 0,
    problems: [
      { line: 2, column: 'source' },
      { line: 3, column: 'month' },
      { line: 3, column: 'kind' },
      { line: 3, column: 'amount' },
    ],
  });
  const [year, number] = month.split('-');
  const lines = [
    `${number}.${year};${source?.name.toUpperCase()};Листовки;"1 000,50";`,
    `${month}-15;${source?.name};Листовки;500;привлечение`,
    `${month};${source?.name};"Баннер ""Лето"";";2000;`,
  ];
  const done = await bring(head + lines.join('\r\n'));
  expect(done.body).toMatchObject({ written: 2, problems: [] });
  expect(done.body.former.map(({ amountMinor }) => amountMinor)).toEqual([0, 0]);
  await deal({ sourceId: source?.id, campaign: ' листовки ', monthlyMinor: 60_000 });
  const { sources } = await economics(1);
  expect(sources.filter(({ sourceId }) => sourceId === source?.id)).toMatchObject([
    { campaign: null, costMinor: 350_050, won: 1, cacMinor: 350_050 },
    { campaign: 'Баннер "Лето";', costMinor: 200_000, won: 0, cacMinor: null },
    { costMinor: 150_050, deals: 1, won: 1, cacMinor: 150_050 },
  ]);
});
