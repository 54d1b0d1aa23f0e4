import { afterAll, beforeAll, expect, test } from 'vitest';
import { asDb } from '../kernel/db/connect.ts';
import { signedIn } from '../testing/staff.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../testing/subscribers.ts';
import { lockSubscriber } from './find-subscriber.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('nobody by that number, and nobody within reach, are the same answer', async () => {
  const mine = await signedIn(world, {
    permissions: { 'subscribers.view': 'own', 'subscribers.edit': 'own' },
  });
  const id = await add();
  const missing = await call('GET /api/subscribers/{id}', { id: 999_999 }, mine.as);
  const foreign = await call('GET /api/subscribers/{id}', { id }, mine.as);
  expect([missing.status, foreign.status]).toEqual([404, 404]);
  expect(foreign.body).toEqual(missing.body);
  const written = await call('POST /api/subscribers/{id}/notes', { id, text: 'нет' }, mine.as);
  expect(written.status).toBe(404);
});

test('one’s own, and with a wider reach one’s team’s, are open', async () => {
  const reach = { 'subscribers.view': 'team' } as const;
  const colleague = await signedIn(world, { permissions: reach, team: 'Север' });
  const stranger = await signedIn(world, { permissions: reach, team: 'Юг' });
  const id = await add({ teamId: colleague.teamId });
  expect((await call('GET /api/subscribers/{id}', { id }, colleague.as)).status).toBe(200);
  expect((await call('GET /api/subscribers/{id}', { id }, stranger.as)).status).toBe(404);
});

test('a writer who waited for a merge writes to the successor', async () => {
  const [into, from] = [await add(), await add()];
  const merging = await world.ctx.db.startTransaction().execute();
  const ctx = { ...world.ctx, db: asDb(merging) };
  await lockSubscriber(ctx, from);
  const note = call('POST /api/subscribers/{id}/notes', { id: from, text: 'вслед' });
  await merging
    .updateTable('subscribers')
    .set({ mergedIntoId: into, rootId: into })
    .where('id', '=', from)
    .execute();
  await merging.commit().execute();
  expect((await note).status).toBe(201);
  const { body } = await call('GET /api/subscribers/{id}/timeline', { id: into });
  expect(body.entries[0]).toMatchObject({ type: 'subscribers.noted', subjectId: into });
});
