import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';

let world: World;
let call: ReturnType<typeof world.via<typeof api>>;

beforeAll(async () => {
  world = await createWorld();
  call = world.via(api);
});
afterAll(() => world.close());

test('attributes stand in the order they are put into, the others behind them', async () => {
  const { as } = await signedIn(world);
  const entity = 'subscribers';
  const ids: number[] = [];
  for (const label of ['А', 'Б', 'В', 'Г']) {
    const input = { entity, label, type: 'text' } as const;
    ids.push((await call('POST /api/attributes', input, as)).body.id);
  }
  const order = { entity, ids: [ids[3]!, ids[1]!] };
  expect((await call('POST /api/attributes/order', order, as)).status).toBe(200);
  const { attributes } = (await call('GET /api/attributes', { entity }, as)).body;
  expect(attributes.map(({ label }) => label)).toEqual(['Г', 'Б', 'А', 'В']);
  const agent = await signedIn(world, { permissions: [] });
  expect((await call('POST /api/attributes/order', order, agent.as)).status).toBe(403);
  expect((await call('POST /api/attributes/order', order)).status).toBe(401);
});
