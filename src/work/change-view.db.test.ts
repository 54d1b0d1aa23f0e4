import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedIn, signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';

let world: World;
let call: ReturnType<typeof world.via<typeof api>>;
let agent: SignedIn;
let lead: SignedIn;

beforeAll(async () => {
  world = await createWorld();
  call = world.via(api);
  agent = await signedIn(world, { permissions: [] });
  lead = await signedIn(world, { permissions: ['work.share_views'] });
});
afterAll(() => world.close());

const view = { entity: 'subscribers', name: 'Вид', state: { sort: 'name' } };
const make = async (who: SignedIn, isShared = false): Promise<number> =>
  (await call('POST /api/views', { ...view, isShared }, who.as)).body.id;
const seenBy = async ({ as }: SignedIn) =>
  (await call('GET /api/views', { entity: 'subscribers' }, as)).body.views;

test('one’s own view is renamed, changed and deleted', async () => {
  const id = await make(agent);
  const changed = { id, name: 'Иначе', state: { sort: 'balance' } };
  expect((await call('PUT /api/views/{id}', changed, agent.as)).status).toBe(200);
  expect(await seenBy(agent)).toMatchObject([changed]);
  expect((await call('DELETE /api/views/{id}', { id }, agent.as)).status).toBe(200);
  expect(await seenBy(agent)).toEqual([]);
  expect((await call('DELETE /api/views/{id}', { id }, agent.as)).status).toBe(404);
});

test('another’s view is out of reach, unless it is shared and one may share', async () => {
  const own = await make(agent);
  const change = { id: own, name: 'Чужое', state: {} };
  expect((await call('PUT /api/views/{id}', change, lead.as)).status).toBe(404);
  expect((await call('DELETE /api/views/{id}', { id: own }, lead.as)).status).toBe(404);
  expect((await call('DELETE /api/views/{id}', { id: own })).status).toBe(401);

  const shared = await make(lead, true);
  expect((await call('DELETE /api/views/{id}', { id: shared }, agent.as)).status).toBe(404);
  const other = await signedIn(world);
  const kept = { id: shared, name: 'Общее', isShared: true, state: {} };
  expect((await call('PUT /api/views/{id}', kept, other.as)).status).toBe(200);
  expect((await seenBy(agent)).map(({ name }) => name)).toContain('Общее');
});

test('a view becomes shared only by the permission', async () => {
  const id = await make(agent);
  const change = { id, name: 'Вид', isShared: true, state: {} };
  const refused = await call('PUT /api/views/{id}', change, agent.as);
  expect(refused).toMatchObject({ status: 403, body: { code: 'work.view_not_shareable' } });
});
