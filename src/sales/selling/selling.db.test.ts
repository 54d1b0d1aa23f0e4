import { afterAll, beforeAll, expect, test } from 'vitest';
import { bulkLoad as loadProducts } from '../../catalog/index.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { guidedBy, products, walkTo } from '../guided/testing/guided-walk.ts';

let world: World;
let boss: SignedIn;
let maria: SignedIn;
let denis: SignedIn;

beforeAll(async () => {
  world = await createWorld();
  boss = await signedIn(world);
  maria = await signedIn(world, { role: 'agent', team: 'Продажи', name: 'Мария Орлова' });
  denis = await signedIn(world, { role: 'agent', team: 'Запад', name: 'Денис Ким' });
  await inBulkTransaction(world.ctx, (bulk) => loadProducts(bulk, products));
});
afterAll(() => world.close());

const untyped = () => world.via(api);
const callAs = (who: SignedIn) =>
  ((key, input, as = who.as) => untyped()(key, input, as)) as ReturnType<typeof untyped>;
const period = () => {
  const day = world.clock.now().toISOString().slice(0, 10);
  return { from: day, to: day };
};
const selling = async (who: SignedIn, by: 'agent' | 'team' | 'month' = 'agent') =>
  (await callAs(who)('GET /api/selling', { ...period(), by })).body;

test('it tells who names one tariff, answers objections and offers more, and what that brings', async () => {
  const call = callAs(maria);
  const { read, put } = guidedBy(call);
  const { id } = (await call('POST /api/guided-sales', { name: 'Котова Анна' })).body;
  await walkTo(call, id, 'offer');
  await put(id, 'line', { technology: 'ftth', lineKbps: 1_000_000 });
  const { recommended } = await read(id);
  await put(id, 'tariff', { versionId: recommended?.versionId ?? 0 });
  await put(id, 'answer');
  const { rows } = (await call('GET /api/objections', {})).body;
  const answerId = rows[0]?.answers[0]?.id ?? 0;
  await put(id, 'objections', { answerId, hasHelped: false });
  await put(id, 'objections', { answerId, hasHelped: true });
  await put(id, 'answer');
  const { furthers } = await read(id);
  await put(id, 'further', { productId: furthers[0]?.productId ?? 0, answer: 'not_said' });
  for (const step of ['payment', 'end']) await walkTo(call, id, step);
  await put(id, 'end', { ending: { outcome: 'agreed' } });
  await call('POST /api/guided-sales', { name: 'Пётр' });

  const other = callAs(denis);
  const plain = { name: 'Иван', monthlyMinor: 50_000 };
  const deal = (await other('POST /api/deals', plain)).body;
  await other('POST /api/deals/{id}/win', { id: deal.id, version: 1 });

  const told = await selling(boss);
  expect(told.rows).toMatchObject([
    {
      name: 'Денис Ким',
      deals: 1,
      guided: 0,
      recommended: 0,
      objected: 0,
      sold: 1,
      named: { count: 0, sumMinor: 0 },
      unnamed: { count: 1, sumMinor: 50_000 },
    },
    {
      name: 'Мария Орлова',
      deals: 2,
      guided: 2,
      recommended: 1,
      objected: 1,
      handled: 1,
      offered: 1,
      pitched: 0,
      sold: 1,
      named: { count: 1, sumMinor: 70_000 },
    },
  ]);
  expect(told.total).toMatchObject({ deals: 3, guided: 2, sold: 2 });
  expect((await selling(boss, 'team')).rows.map(({ name }) => name)).toEqual(['Запад', 'Продажи']);
  const [month] = (await selling(boss, 'month')).rows;
  expect(month).toMatchObject({ name: period().from.slice(0, 7), deals: 3 });
});

test('an agent sees what the team sells, and a period has its limit', async () => {
  const told = await selling(denis);
  expect(told.total).toMatchObject({ deals: 1, guided: 0 });
  expect(told.rows.map(({ name }) => name)).toEqual(['Денис Ким']);
  const long = { from: '2020-01-01', to: '2026-01-01', by: 'agent' } as const;
  const refused = await callAs(boss)('GET /api/selling', long);
  expect(refused.body.code).toBe('sales.period_too_long');
});
