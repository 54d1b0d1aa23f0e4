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

test('what was charged in advance comes back from the day of the closing', async () => {
  await history.addVersion({ ...nothing, feeMinor: 31_000, cycle: 'monthly' });
  const version = history.versions.at(-1);
  if (!version) throw new Error('no version');
  const { id } = await history.addAccount(version, false);
  const call = world.via(api);
  world.clock.moveTo(new Date('2026-03-01T09:00:00Z'));
  await call('POST /api/charge-runs', {}, history.as);
  await world.tick('billing.charges');
  world.clock.moveTo(new Date('2026-03-11T09:00:00Z'));
  const close = { id, words: 'Уезжает' };
  const { body } = await call('POST /api/accounts/{id}/close', close, history.as);
  const { rows } = await world.ctx.pool.query<{ minor: number }>(
    'select sum(amount_minor)::bigint as minor from charges where account_id = $1',
    [id],
  );
  // Ten days of March were served, a thirty-first part of the fee each.
  expect(rows[0]?.minor).toBe(10_000);
  expect(body).toMatchObject({ balanceMinor: -10_000 });
  world.clock.moveTo(new Date('2026-04-01T09:00:00Z'));
  await call('POST /api/charge-runs', {}, history.as);
  await world.tick('billing.charges');
  const after = await world.ctx.pool.query<{ minor: number }>(
    'select sum(amount_minor)::bigint as minor from charges where account_id = $1',
    [id],
  );
  expect(after.rows[0]?.minor).toBe(10_000);
});
