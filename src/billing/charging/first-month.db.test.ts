import { afterAll, beforeAll, expect, test } from 'vitest';
import { api } from '../api.ts';
import { type ChargedWorld, openChargedWorld } from '../testing/charged-world.ts';

const rate = { id: 0, fromMinute: 0, toMinute: 1440, days: 'all' } as const;

const rules = { beginsOn: '2026-03-01', graceDays: 9, postpaidGraceDays: 9, spares: true };

let world: ChargedWorld['world'];
let history: ChargedWorld['history'];
beforeAll(async () => {
  ({ world, history } = await openChargedWorld(rules));
});
afterAll(() => world.close());

test('use of a month gone by that was being told while a run began is charged by the next', async () => {
  const version = await history.addVersion({
    feeMinor: 0,
    cycle: 'monthly',
    connectionMinor: 0,
    includedBytes: 0,
    includedSeconds: 0,
    rates: [{ ...rate, meter: 'bytes', blockSize: 1000, priceMinor: 5 }],
  });
  const account = await history.addAccount(version, false);
  world.clock.moveTo(new Date('2026-03-31T21:30:00Z'));
  await history.run();
  // It says when it came before it is committed, and so before this run could see it.
  world.clock.advance({ seconds: -60 });
  const at = '2026-03-20T10:00:00Z';
  const record = { key: '1', accountId: account.id, meter: 'bytes' as const, units: 1000 };
  const told = { source: 'Учёт', records: [{ ...record, beganAt: at, endedAt: at }] };
  await world.via(api)('POST /api/usage', told, history.as);
  world.clock.advance({ seconds: 86_400 });
  await history.run();
  const { rows } = await world.ctx.pool.query<{ month: string; minor: number }>(
    'select month, amount_minor as minor from charges where account_id = $1',
    [account.id],
  );
  expect(rows).toEqual([{ month: '2026-03-01', minor: 5 }]);
});

test('what comes late for a month is counted as the month was, and for nobody else anew', async () => {
  world.clock.moveTo(new Date('2026-04-02T06:00:00Z'));
  const terms = { connectionMinor: 0, includedBytes: 0, includedSeconds: 0, rates: [] };
  const version = await history.addVersion({ ...terms, feeMinor: 30_000, cycle: 'monthly' });
  const account = await history.addAccount(version, false);
  const call = world.via(api);
  const pause = { id: account.id, fromOn: history.today, toOn: '2026-04-10' };
  expect((await call('POST /api/accounts/{id}/pauses', pause, history.as)).status).toBe(201);
  await history.run();
  world.clock.moveTo(new Date('2026-05-05T06:00:00Z'));
  await history.run();
  const { body: settings } = await call('GET /api/billing-settings', {}, history.as);
  await call('PUT /api/billing-settings', { ...settings, proration: 'second' }, history.as);
  // What would be found in April if it were looked at.
  await world.ctx.pool.query(
    'update subscriptions set monthly_fee_minor = 1 where account_id = $1',
    [account.id],
  );
  const user = history.accounts[0]?.id ?? 0;
  const record = { accountId: user, meter: 'bytes' as const, units: 1000 };
  const records = ['1970-01-01T00:00:00Z', '2026-04-20T10:00:00Z'].map((at) => {
    return { ...record, key: at, beganAt: at, endedAt: at };
  });
  await call('POST /api/usage', { source: 'Учёт', records }, history.as);
  await history.run();
  const { rows } = await world.ctx.pool.query(
    `select (select sum(amount_minor)::int from charges
             where account_id = $1 and month = '2026-04-01') as april,
            (select sum(amount_minor)::int from charges
             where account_id = $2 and month = '2026-04-01') as used,
            (select from_month from charge_runs order by id desc limit 1) as "fromMonth"`,
    [account.id, user],
  );
  expect(rows).toEqual([{ april: 22_000, used: 5, fromMonth: '2026-03-01' }]);
});
