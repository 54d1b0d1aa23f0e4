import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';
import { householdsOf } from './households-of.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;
const path = 'POST /api/households/{id}/members';

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('a subscriber joins once, also under the number of a merged one', async () => {
  const [head, branch, old] = [await add(), await add(), await add()];
  const members = [{ subscriberId: head }];
  const made = await call('POST /api/households', { kind: 'holding', name: 'Группа', members });
  const { id } = made.body;
  expect((await call(path, { id, subscriberId: branch, role: 'филиал' })).status).toBe(201);
  await call('POST /api/subscribers/{id}/merge', { id: branch, fromId: old });
  const again = await call(path, { id, subscriberId: old });
  expect(again.body.code).toBe('subscribers.already_member');
  const { body } = await call('GET /api/subscribers/{id}', { id: head });
  expect(body.households[0]?.members.map(({ role }) => role)).toEqual(['', 'филиал']);
});

test('the households of somebody are those of all their records, until they are closed', async () => {
  const [kept, old] = [await add(), await add()];
  const members = [{ subscriberId: old }];
  const made = await call('POST /api/households', { kind: 'household', name: 'Семья', members });
  await call('POST /api/subscribers/{id}/merge', { id: kept, fromId: old });
  const found = async () => (await householdsOf(sql`${kept}`).execute(world.ctx.db)).rows;
  expect(await found()).toEqual([{ id: made.body.id }]);
  await sql`update households set closed_at = now()`.execute(world.ctx.db);
  expect(await found()).toEqual([]);
});

test('a household that is not there cannot be joined', async () => {
  const answer = await call(path, { id: 99_999, subscriberId: await add() });
  expect(answer.body.code).toBe('subscribers.no_such_household');
});

test('a household is joined only through a member within reach, and others stay unseen', async () => {
  const mine = await signedIn(world, {
    permissions: { 'subscribers.view': 'own', 'subscribers.edit': 'own' },
  });
  const stranger = await add({ displayName: 'Чужая' });
  const members = [{ subscriberId: stranger }];
  const input = { kind: 'household' as const, name: 'Семья Чужих', members };
  const { id } = (await call('POST /api/households', input)).body;
  const own = await add({ ownerStaffId: mine.staffId });
  const refused = await call(path, { id, subscriberId: own }, mine.as);
  expect(refused.body.code).toBe('subscribers.no_such_household');
  await call(path, { id, subscriberId: own });
  const { body } = await call('GET /api/subscribers/{id}', { id: own }, mine.as);
  expect(body.households[0]?.members.map(({ subscriberId }) => subscriberId)).toEqual([own]);
});
