import { afterAll, beforeAll, expect, test } from 'vitest';
import { History } from '../testing/charging-history.ts';
import { openTill, type Till } from '../testing/till.ts';

const DAILY_MINOR = 2000;
const MONTHLY_MINOR = 31 * DAILY_MINOR;

let till: Till;
let history: History;
beforeAll(async () => {
  till = await openTill();
  till.world.clock.moveTo(new Date('2026-03-01T06:00:00Z'));
  const rules = { proration: 'day', beginsOn: '2026-03-01' } as const;
  const patient = { ...rules, graceDays: 90, postpaidGraceDays: 90, spares: true };
  history = new History(till.world, till.chief.as, patient);
  await history.open();
});
afterAll(() => till.world.close());

test('a charge is given back once, by a correction or because less was due', async () => {
  const { call, lead, propose, sums, world } = till;
  const version = await history.addVersion({
    feeMinor: MONTHLY_MINOR,
    cycle: 'monthly',
    connectionMinor: 0,
    includedBytes: 0,
    includedSeconds: 0,
    rates: [],
  });
  const [refunded, asked] = [
    await history.addAccount(version, false),
    await history.addAccount(version, false),
  ];
  await history.run();
  const { rows } = await world.ctx.pool.query<{ lineId: number }>(
    'select posting_id as "lineId" from charges order by account_id',
  );
  const [first, second] = rows.map(({ lineId }) => ({ kind: 'refund', lineId }) as const);
  const approve = 'POST /api/corrections/{id}/approve';
  const whole = { ...first, amountMinor: MONTHLY_MINOR };
  const { id } = (await propose(refunded.id, whole)).body;
  expect((await call(approve, { id }, lead.as)).status).toBe(200);
  const most = { ...second, amountMinor: MONTHLY_MINOR - 1 };
  const late = (await propose(asked.id, most)).body.id;

  world.clock.moveTo(new Date('2026-03-11T06:00:00Z'));
  for (const { id: accountId, subscriptions } of [refunded, asked]) {
    const ended = { id: accountId, subscriptionId: subscriptions[0]?.id ?? 0 };
    await call('DELETE /api/accounts/{id}/subscriptions/{subscriptionId}', ended);
  }
  expect((await sums(refunded.id))?.sum).toBe(0);
  expect((await sums(asked.id))?.sum).toBe(-10 * DAILY_MINOR);
  const above = { code: 'billing.above_charge' };
  expect((await call(approve, { id: late }, lead.as)).body).toMatchObject(above);
  await call('POST /api/corrections/{id}/refuse', { id: late, words: 'Уже вернули' }, lead.as);
  const rest = { ...second, amountMinor: 10 * DAILY_MINOR };
  const more = { ...rest, amountMinor: rest.amountMinor + 1 };
  expect((await propose(asked.id, more)).body).toMatchObject(above);
  expect((await propose(asked.id, rest)).status).toBe(201);
});
