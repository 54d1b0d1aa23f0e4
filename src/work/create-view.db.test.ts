import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedIn, signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';

let world: World;
let call: ReturnType<typeof world.via<typeof api>>;
let agent: SignedIn;

beforeAll(async () => {
  world = await createWorld();
  call = world.via(api);
  agent = await signedIn(world, { permissions: [] });
});
afterAll(() => world.close());

const debtors = { entity: 'subscribers', name: 'Должники', state: { columns: ['name'] } };

test('a view is seen by its maker and by nobody else', async () => {
  const made = await call('POST /api/views', debtors, agent.as);
  expect(made).toMatchObject({ status: 201, body: { ...debtors, isShared: false, isOwn: true } });
  const other = await signedIn(world);
  const entity = 'subscribers';
  expect((await call('GET /api/views', { entity }, agent.as)).body.views).toEqual([made.body]);
  expect((await call('GET /api/views', { entity }, other.as)).body.views).toEqual([]);
  const tickets = await call('GET /api/views', { entity: 'tickets' }, agent.as);
  expect(tickets.body.views).toEqual([]);
});

test('sharing takes the permission, and all see what is shared', async () => {
  const shared = { ...debtors, name: 'Общий', isShared: true };
  const refused = await call('POST /api/views', shared, agent.as);
  expect(refused).toMatchObject({ status: 403, body: { code: 'work.view_not_shareable' } });
  const lead = await signedIn(world, { permissions: ['work.share_views'] });
  await call('POST /api/views', shared, lead.as);
  const { body } = await call('GET /api/views', { entity: 'subscribers' }, agent.as);
  expect(body.views.map(({ name, isOwn }) => [name, isOwn])).toEqual([
    ['Должники', true],
    ['Общий', false],
  ]);
});

test('strangers, nameless views and endless ones are refused', async () => {
  expect((await call('GET /api/views', { entity: 'subscribers' })).status).toBe(401);
  expect((await call('POST /api/views', debtors)).status).toBe(401);
  expect((await call('POST /api/views', { ...debtors, name: ' ' }, agent.as)).status).toBe(422);
  const endless = { ...debtors, state: { filter: 'x'.repeat(60_000) } };
  expect((await call('POST /api/views', endless, agent.as)).status).toBe(422);
  const crooked = { ...debtors, entity: 'a; drop table' };
  expect((await call('POST /api/views', crooked, agent.as)).status).toBe(422);
});

test('one person keeps a hundred views of a list at most', async () => {
  const { as } = await signedIn(world, { permissions: [] });
  for (let i = 0; i < 100; i += 1) {
    const made = await call('POST /api/views', { ...debtors, name: `Вид ${i}` }, as);
    expect(made.status).toBe(201);
  }
  const more = await call('POST /api/views', debtors, as);
  expect(more).toMatchObject({ status: 409, body: { code: 'work.too_many_views' } });
});
