import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;
const judge = 'POST /api/subscribers/duplicates/judge';

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

async function listed(state: 'open' | 'different'): Promise<number[][]> {
  await call('POST /api/subscribers/duplicates/find', {});
  await world.runJobs();
  const { body } = await call('GET /api/subscribers/duplicates', { state });
  return body.pairs.map(({ first, second }) => [first.id, second.id]);
}

test('two judged different stay so through every search, until taken back', async () => {
  const twin = { lastName: 'Зорин', firstName: 'Егор', birthOn: '1990-01-01' };
  const pair = [await add(twin), await add(twin)];
  const [firstId = 0, secondId = 0] = pair;
  expect(await listed('open')).toEqual([pair]);
  await call(judge, { firstId: secondId, secondId: firstId, verdict: 'different' });
  expect([await listed('open'), await listed('different')]).toEqual([[], [pair]]);
  await call(judge, { firstId, secondId, verdict: 'open' });
  expect(await listed('open')).toEqual([pair]);
});

test('two that nobody found alike are no pair', async () => {
  const input = { firstId: await add(), secondId: await add(), verdict: 'different' } as const;
  expect((await call(judge, input)).body.code).toBe('subscribers.no_such_pair');
});
