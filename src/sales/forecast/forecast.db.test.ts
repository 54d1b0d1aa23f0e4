import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { monthOf } from '../../kernel/month-of.ts';

let world: World;
let boss: SignedIn;
let stages: { id: number; probability: number }[];

beforeAll(async () => {
  world = await createWorld();
  boss = await signedIn(world);
  const { body } = await call('GET /api/pipelines');
  stages = body.pipelines[0]?.stages ?? [];
});
afterAll(() => world.close());

const untyped = () => world.via(api);
const call = ((key, input, as = boss.as) => untyped()(key, input, as)) as ReturnType<
  typeof untyped
>;
const forecast = async () => (await call('GET /api/deal-forecast')).body;
const day = (): string => world.clock.now().toISOString().slice(0, 10);
const open = async (fields: object): Promise<number> =>
  (await call('POST /api/deals', { name: 'Котова Анна', ...fields })).body.id;

test('a deal counts by the likelihood of its stage, in the month in which it is expected', async () => {
  const month = monthOf(day());
  await open({ monthlyMinor: 100_000, onceMinor: 50_000, expectedOn: monthOf(month, 1) });
  const needs = { phone: '+79135557001', address: 'Мира, 5', wanted: 'Игры' };
  const stageId = stages[2]!.id;
  await open({ ...needs, monthlyMinor: 80_000, expectedOn: monthOf(month, 1), stageId });
  await open({ monthlyMinor: 70_000 });
  expect((await forecast()).months).toEqual([
    {
      month: monthOf(month, 1),
      deals: 2,
      monthlyMinor: 180_000,
      onceMinor: 50_000,
      likelyMonthlyMinor: 10_000 + 40_000,
      likelyOnceMinor: 5000,
    },
    {
      month: null,
      deals: 1,
      monthlyMinor: 70_000,
      onceMinor: 0,
      likelyMonthlyMinor: 7000,
      likelyOnceMinor: 0,
    },
  ]);
});

test('what was expected when a month began stands beside what came in it', async () => {
  const month = monthOf(day(), 1);
  const goTo = (to: string) =>
    world.clock.advance({
      seconds: Math.round((Date.parse(`${to}T09:00:00Z`) - world.clock.now().getTime()) / 1000),
    });
  goTo(month);
  await world.tick('sales.forecasts');
  // A later day of the month changes nothing of what its first day said.
  world.clock.advance({ seconds: 3 * 86_400 });
  const id = await open({ monthlyMinor: 60_000, expectedOn: day() });
  await world.tick('sales.forecasts');
  await call('POST /api/deals/{id}/win', { id, version: 1 });
  const going = await forecast();
  expect(going.past).toMatchObject([
    {
      month,
      expectedOn: month,
      expectedMonthlyMinor: 50_000,
      won: 1,
      wonMonthlyMinor: 60_000,
      isOver: false,
    },
  ]);
  expect(going.missShare).toBeNull();
  goTo(monthOf(month, 1));
  const over = await forecast();
  expect(over.past[0]).toMatchObject({ month, isOver: true });
  expect(over.missShare).toBeCloseTo(10_000 / 60_000);
});

test('a day is kept once', async () => {
  await world.tick('sales.forecasts');
  await world.tick('sales.forecasts');
  const { rows } = await world.ctx.pool.query<{ n: number }>(
    'select count(*)::int as n from deal_forecast_days where "on" = $1',
    [day()],
  );
  expect(rows[0]?.n).toBe(1);
});
