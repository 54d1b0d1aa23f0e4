import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';
import { dropOldChanges } from './drop-old-changes.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;
const change = 'POST /api/subscribers/bulk-changes';
const undo = 'POST /api/subscribers/bulk-changes/{id}/undo';

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld({ colour: 'text' }));
});
afterAll(() => world.close());

const card = async (id: number) => (await call('GET /api/subscribers/{id}', { id })).body;

async function changed(): Promise<{ id: number; bulkId: number }> {
  const id = await add({ status: 'active', attributes: { colour: 'red' } });
  const fields = { status: 'left' as const, attributes: { colour: 'blue' } };
  const { body } = await call(change, { target: { ids: [id] }, fields });
  return { id, bulkId: body.id };
}

test('everything stands again as it stood, once', async () => {
  const { id, bulkId } = await changed();
  expect((await call(undo, { id: bulkId })).body).toMatchObject({ state: 'undone', kept: 0 });
  expect(await card(id)).toMatchObject({ status: 'active', attributes: { colour: 'red' } });
  const { version } = await card(id);
  expect((await call(undo, { id: bulkId })).body.state).toBe('undone');
  expect((await card(id)).version).toBe(version);
});

test('whoever was changed by hand since keeps that', async () => {
  const { id, bulkId } = await changed();
  const { version } = await card(id);
  await call('PATCH /api/subscribers/{id}', { id, version, status: 'suspended' });
  expect((await call(undo, { id: bulkId })).body).toMatchObject({ state: 'undone', kept: 1 });
  expect(await card(id)).toMatchObject({ status: 'suspended', attributes: { colour: 'blue' } });
});

test('an edit of something else does not stand in the way', async () => {
  const { id, bulkId } = await changed();
  const { version } = await card(id);
  await call('PATCH /api/subscribers/{id}', { id, version, note: 'позвонить' });
  expect((await call(undo, { id: bulkId })).body.kept).toBe(0);
  expect(await card(id)).toMatchObject({ status: 'active', note: 'позвонить' });
});

test('a change belongs to whoever made it', async () => {
  const { bulkId } = await changed();
  const other = await signedIn(world);
  const { body } = await call(undo, { id: bulkId }, other.as);
  expect(body.code).toBe('work.no_such_bulk_change');
});

test('after a month it can no longer be taken back', async () => {
  const { bulkId } = await changed();
  world.clock.advance({ seconds: 31 * 86_400 });
  await dropOldChanges.run(world.ctx, {});
  expect((await call(undo, { id: bulkId })).body.code).toBe('work.no_such_bulk_change');
  const { rows } = await sql`select from bulk_change_rows`.execute(world.ctx.db);
  expect(rows).toEqual([]);
});
