import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('pages hold every pair once, the likeliest first, and no merged ones', async () => {
  const twins = async (digit: number): Promise<number[]> => {
    const fields = {
      lastName: `Близнецов${digit}`,
      firstName: 'Павел',
      addresses: [{ text: `Мира ${digit}-1` }],
      contacts: [{ kind: 'phone', value: `+7913777000${digit}` }],
    };
    return [await add(fields), await add(digit === 2 ? { ...fields, addresses: [] } : fields)];
  };
  const made = [await twins(1), await twins(2), await twins(3)];
  await call('POST /api/subscribers/duplicates/find', {});
  await world.runJobs();
  const listed = async (limit: number): Promise<number[][]> => {
    const ids: number[][] = [];
    let cursor: string | undefined;
    do {
      const page = { limit, ...(cursor && { cursor }) };
      const { body } = await call('GET /api/subscribers/duplicates', page);
      ids.push(...body.pairs.map(({ first, second }) => [first.id, second.id]));
      cursor = body.nextCursor ?? undefined;
    } while (cursor);
    return ids;
  };
  const order = [made[0], made[2], made[1]];
  expect(await listed(50)).toEqual(order);
  expect(await listed(1)).toEqual(order);
  const [into = 0, from = 0] = made[0] ?? [];
  const merged = await call('POST /api/subscribers/{id}/merge', { id: into, fromId: from });
  expect(await listed(50)).toEqual(order.slice(1));
  const { mergeId } = merged.body;
  await call('POST /api/subscribers/merges/{mergeId}/undo', { mergeId });
  expect(await listed(50)).toEqual(order);
});

test('each half shows what tells it from the other', async () => {
  const { body } = await call('GET /api/subscribers/duplicates', { limit: 1 });
  expect(body.pairs[0]?.first).toMatchObject({
    displayName: 'Близнецов1 Павел',
    address: 'Томск, Мира, д. 1, кв. 1',
    contacts: ['+79137770001'],
  });
});
