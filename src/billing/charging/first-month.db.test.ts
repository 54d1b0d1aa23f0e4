import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { History } from '../testing/charging-history.ts';

const rate = { id: 0, fromMinute: 0, toMinute: 1440, days: 'all' } as const;

let world: World;
let history: History;
beforeAll(async () => {
  world = await createWorld();
  const { as } = await signedIn(world);
  const rules = { proration: 'day', beginsOn: '2026-03-01' } as const;
  history = new History(world, as, { ...rules, graceDays: 9, postpaidGraceDays: 9, spares: true });
  await history.open();
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
