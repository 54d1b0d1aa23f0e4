import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;
const change = 'POST /api/subscribers/bulk-changes';
const preview = 'POST /api/subscribers/bulk-changes/preview';
const list = 'GET /api/subscribers/bulk-changes';

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld({ router: 'text' }));
});
afterAll(() => world.close());

test('how many are meant is told before, and only those whom one may change', async () => {
  const mine = await signedIn(world, {
    permissions: { 'subscribers.view': 'all', 'subscribers.edit': 'own' },
  });
  const own = await add({ taxNumber: '55', ownerStaffId: mine.staffId });
  const foreign = await add({ taxNumber: '55' });
  const byFilter = { filter: { field: 'taxNumber', op: 'is' as const, value: '55' } };
  const ids = { ids: [own, foreign, 999_999] };
  expect((await call(preview, { target: byFilter })).body).toEqual({ count: 2, isEstimate: false });
  expect((await call(preview, { target: ids })).body.count).toBe(2);
  expect((await call(preview, { target: ids }, mine.as)).body.count).toBe(1);
});

test('one’s own changes are listed, the newest first, with what was set', async () => {
  const ids = [await add(), await add()];
  await call(change, { target: { ids }, fields: { attributes: { router: 'Лиман' } } });
  const { body: second } = await call(change, { target: { ids }, fields: { status: 'left' } });
  const { body } = await call(list, {});
  expect(body.changes.map(({ fields, changed }) => [fields, changed])).toEqual([
    [{ status: 'left' }, 2],
    [{ 'attributes.router': 'Лиман' }, 2],
  ]);
  await call('POST /api/subscribers/bulk-changes/{id}/undo', { id: second.id });
  expect((await call(list, {})).body.changes[0]?.state).toBe('undone');
  const other = await signedIn(world, {});
  expect((await call(list, {}, other.as)).body.changes).toEqual([]);
});
