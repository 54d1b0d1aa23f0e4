import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;
const path = 'DELETE /api/households/{id}/members/{subscriberId}';

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('the last one out closes the household', async () => {
  const [one, two] = [await add(), await add()];
  const members = [{ subscriberId: one }, { subscriberId: two }];
  const made = await call('POST /api/households', { kind: 'household', name: 'Двое', members });
  const { id } = made.body;
  await call(path, { id, subscriberId: one });
  const left = await call('GET /api/subscribers/{id}', { id: one });
  expect(left.body.households).toEqual([]);
  const stayed = await call('GET /api/subscribers/{id}', { id: two });
  expect(stayed.body.households[0]?.members).toHaveLength(1);
  await call(path, { id, subscriberId: two });
  const closed = await call('POST /api/households/{id}/members', { id, subscriberId: one });
  expect(closed.body.code).toBe('subscribers.no_such_household');
});

test('who does not belong to it cannot leave it', async () => {
  const members = [{ subscriberId: await add() }];
  const made = await call('POST /api/households', { kind: 'household', name: 'Один', members });
  const answer = await call(path, { id: made.body.id, subscriberId: await add() });
  expect(answer.body.code).toBe('subscribers.no_such_household');
});
