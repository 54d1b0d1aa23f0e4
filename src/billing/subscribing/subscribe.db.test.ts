import { afterAll, beforeAll, expect, test } from 'vitest';
import { api } from '../api.ts';
import { type ChargedWorld, nothing, openChargedWorld } from '../testing/charged-world.ts';

const rules = { beginsOn: '2026-03-01', graceDays: 9, postpaidGraceDays: 9, spares: true };

let world: ChargedWorld['world'];
let history: ChargedWorld['history'];
beforeAll(async () => {
  ({ world, history } = await openChargedWorld(rules));
});
afterAll(() => world.close());

test('what is taken back gives its own place back, and no other that ends on that day', async () => {
  const fees = [60_000, 20_000, 70_000, 30_000];
  for (const feeMinor of fees) {
    await history.addVersion({ ...nothing, feeMinor, cycle: 'monthly' });
  }
  const [plan, address, newPlan, newAddress] = history.versions.map(({ id }) => id);
  const [first] = history.versions;
  if (!first) throw new Error('no version');
  const { id, subscriptions } = await history.addAccount(first, false);
  const call = world.via(api);
  const subscribe = async (productVersionId = 0, replacesId?: number) => {
    const from = replacesId === undefined ? ('today' as const) : ('next_month' as const);
    const wanted = { id, productVersionId, from, ...(replacesId && { replacesId }) };
    const { body } = await call('POST /api/accounts/{id}/subscriptions', wanted, history.as);
    return body.id;
  };
  expect(subscriptions[0]?.version.id).toBe(plan);
  const addressId = await subscribe(address);
  const newPlanId = await subscribe(newPlan, subscriptions[0]?.id);
  await subscribe(newAddress, addressId);
  const taken = { id, subscriptionId: newPlanId };
  await call('DELETE /api/accounts/{id}/subscriptions/{subscriptionId}', taken, history.as);
  world.clock.moveTo(new Date('2026-04-01T06:00:00Z'));
  await call('POST /api/charge-runs', {}, history.as);
  await world.tick('billing.charges');
  const { rows } = await world.ctx.pool.query<{ minor: number }>(
    `select amount_minor as minor from charges where month = '2026-04-01' order by 1`,
  );
  expect(rows.map(({ minor }) => minor)).toEqual([30_000, 60_000]);
});

test('nothing is had twice until its end, and what was ended does not come back', async () => {
  const [first, , other] = history.versions;
  if (!first || !other) throw new Error('no version');
  const { id, subscriptions } = await history.addAccount(first, false);
  const call = world.via(api);
  const subscribe = 'POST /api/accounts/{id}/subscriptions';
  const end = 'DELETE /api/accounts/{id}/subscriptions/{subscriptionId}';
  const planned = { id, productVersionId: other.id, from: 'next_month' } as const;
  const replacesId = subscriptions[0]?.id ?? 0;
  const { body } = await call(subscribe, { ...planned, replacesId }, history.as);
  const again = { id, productVersionId: first.id, from: 'today' } as const;
  expect((await call(subscribe, again, history.as)).body).toMatchObject({
    code: 'billing.has_it_already',
  });
  await call(end, { id, subscriptionId: replacesId }, history.as);
  await call(end, { id, subscriptionId: body.id }, history.as);
  const { rows } = await world.ctx.pool.query<{ ended: string }>(
    'select ended_on as ended from subscriptions where account_id = $1',
    [id],
  );
  expect(rows).toEqual([{ ended: history.today }]);
});
