import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../testing/subscribers.ts';
import { untilWaiting } from '../testing/until-waiting.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

/** Lets all of them begin while the subscriber is locked, each behind the one before. */
async function behindEachOther<T>(id: number, works: (() => Promise<T>)[]): Promise<T[]> {
  const holder = await world.ctx.pool.connect();
  const running: Promise<T>[] = [];
  try {
    await holder.query('begin');
    await holder.query('select 1 from subscribers where id = $1 for update', [id]);
    for (const [at, work] of works.entries()) {
      running.push(work());
      await untilWaiting(world, at + 1);
    }
    await holder.query('commit');
  } finally {
    holder.release();
  }
  return Promise.all(running);
}

const erase = (id: number, confirm: string) => () =>
  call('POST /api/subscribers/{id}/erase', { id, confirm, reason: 'entered_by_mistake' });

test('one merged while an erasure waits is erased with its root', async () => {
  const [a, b] = [await add({ displayName: 'Альфа' }), await add({ displayName: 'Бета' })];
  const merge = () => call('POST /api/subscribers/{id}/merge', { id: a, fromId: b });
  await behindEachOther<{ status: number }>(a, [merge, erase(a, 'Альфа')]);
  const { body } = await call('GET /api/subscribers/{id}', { id: b });
  expect(body).toMatchObject({ id: a, displayName: '' });
  const { rows } = await sql<{ displayName: string }>`
    select display_name from subscribers where id = ${b}`.execute(world.ctx.db);
  expect(rows[0]?.displayName).toBe('');
});

test('one set apart while an erasure waits stays', async () => {
  const [a, b] = [await add({ displayName: 'Гамма' }), await add({ displayName: 'Дельта' })];
  const { mergeId } = (await call('POST /api/subscribers/{id}/merge', { id: a, fromId: b })).body;
  const undo = () => call('POST /api/subscribers/merges/{mergeId}/undo', { mergeId });
  await behindEachOther<{ status: number }>(a, [undo, erase(a, 'Гамма')]);
  const { body } = await call('GET /api/subscribers/{id}', { id: b });
  expect(body).toMatchObject({ id: b, displayName: 'Дельта', erasedAt: null });
});

test('what is written while an unmerge waits goes to the one that was meant', async () => {
  const [a, b] = [await add({ displayName: 'Эпсилон' }), await add({ displayName: 'Дзета' })];
  const { mergeId } = (await call('POST /api/subscribers/{id}/merge', { id: a, fromId: b })).body;
  const undo = () => call('POST /api/subscribers/merges/{mergeId}/undo', { mergeId });
  const need = { id: b, kind: 'wish' as const, text: 'Хочет IP' };
  await behindEachOther<{ status: number }>(a, [
    undo,
    () => call('POST /api/subscribers/{id}/needs', need),
  ]);
  expect((await call('GET /api/subscribers/{id}', { id: b })).body.needs).toHaveLength(1);
  expect((await call('GET /api/subscribers/{id}', { id: a })).body.needs).toEqual([]);
});
