import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;
const path = 'POST /api/households';

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('each member’s card shows the others', async () => {
  const mother = await add({ displayName: 'Котова Анна' });
  const son = await add({ displayName: 'Котов Илья' });
  const members = [{ subscriberId: mother }, { subscriberId: son, role: 'сын' }];
  await call(path, { kind: 'household', name: 'Семья Котовых', members });
  const { body } = await call('GET /api/subscribers/{id}', { id: mother });
  expect(body.households).toMatchObject([
    {
      kind: 'household',
      name: 'Семья Котовых',
      members: [
        { subscriberId: mother, isHere: true },
        { subscriberId: son, displayName: 'Котов Илья', role: 'сын', isHere: false },
      ],
    },
  ]);
  const timeline = await call('GET /api/subscribers/{id}/timeline', { id: son });
  expect(timeline.body.entries[0]?.type).toBe('subscribers.household_joined');
});

test('members that were merged meanwhile are one member', async () => {
  const [into, from] = [await add(), await add()];
  await call('POST /api/subscribers/{id}/merge', { id: into, fromId: from });
  const members = [{ subscriberId: into }, { subscriberId: from }];
  await call(path, { kind: 'holding', name: 'Группа', members });
  const { body } = await call('GET /api/subscribers/{id}', { id: into });
  expect(body.households[0]?.members.map((member) => member.subscriberId)).toEqual([into]);
});

test('with somebody who is not there nothing is made', async () => {
  const id = await add();
  const members = [{ subscriberId: id }, { subscriberId: 99_999 }];
  const made = await call(path, { kind: 'household', name: 'Никто', members });
  expect(made.status).toBe(404);
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.households).toEqual([]);
});
