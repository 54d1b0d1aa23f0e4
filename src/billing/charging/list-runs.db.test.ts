import { afterAll, beforeAll, expect, test } from 'vitest';
import { post } from '../../testing/accounts.ts';
import { signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { History } from '../testing/charging-history.ts';
import { chargeNextChunk } from './charge-chunk.ts';

const FULL = -(2 ** 53 - 1);
const nothing = { connectionMinor: 0, includedBytes: 0, includedSeconds: 0, rates: [] };

let world: World;
let history: History;
beforeAll(async () => {
  world = await createWorld();
  world.clock.moveTo(new Date('2026-02-03T05:00:00Z'));
  const { as } = await signedIn(world);
  history = new History(world, as, {
    proration: 'day',
    beginsOn: '2026-02-01',
    graceDays: 3,
    postpaidGraceDays: 9,
    spares: true,
  });
});
afterAll(() => world.close());

const call = () => world.via(api);
const runs = async () => (await call()('GET /api/charge-runs', {}, history.as)).body;

/** What stands in the charges and on the balances, in the order of accounts. */
async function charged(): Promise<unknown[]> {
  const { rows } = await world.ctx.pool.query<object>(
    `select c.account_id, sum(c.amount_minor)::bigint as charged, min(b.balance_minor) as balance
     from   charges c
     join   ledger_accounts l on l.account_id = c.account_id
     join   ledger_balances b on b.ledger_account_id = l.id
     group  by c.account_id order by c.account_id`,
  );
  return rows;
}

test('nothing is charged before it is switched on, nor for the days before', async () => {
  const refused = await call()('POST /api/charge-runs', {}, history.as);
  expect(refused.body.code).toBe('billing.charging_off');
  await world.tick('billing.charges');
  expect(await runs()).toMatchObject({ chargesBeginOn: null, runs: [] });
  const { body: settings } = await call()('GET /api/billing-settings', {}, history.as);
  const early = { ...settings, chargesBeginOn: '2026-01-31' };
  const tooEarly = await call()('PUT /api/billing-settings', early, history.as);
  expect(tooEarly.body.code).toBe('billing.begins_too_early');
  await history.open();
  const stale = await call()('PUT /api/billing-settings', settings, history.as);
  expect(stale.body.code).toBe('billing.changed_since');
});

test('a run that is cut off goes on where it was, with other workers beside, and charges once', async () => {
  const version = await history.addVersion({ ...nothing, feeMinor: 60_000, cycle: 'monthly' });
  for (let at = 0; at < 7; at++) await history.addAccount(version, false);
  await call()('POST /api/charge-runs', {}, history.as);
  expect(await chargeNextChunk(world.ctx, 2)).toBe(true);
  // The connection breaks in the middle of the second chunk, where it waits for a locked account.
  const holder = await world.ctx.pool.connect();
  await holder.query('begin');
  await holder.query('select from accounts where id = $1 for update', [history.accounts[3]?.id]);
  const broken = chargeNextChunk(world.ctx, 2);
  await expect
    .poll(async () => {
      const { rowCount } = await holder.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where  datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rowCount;
    })
    .toBe(1);
  await holder.query('rollback');
  holder.release();
  await broken;
  await Promise.all([1, 2, 3].map(() => world.tick('billing.charges')));
  const once = history.accounts.map(({ id }) => ({
    accountId: id,
    charged: 60_000,
    balance: -60_000,
  }));
  const asRows = once.map(({ accountId, ...rest }) => ({ account_id: accountId, ...rest }));
  expect(await charged()).toEqual(asRows);
  expect((await runs()).runs).toMatchObject([
    { accounts: 7, charges: 7, failed: 0, sums: [{ chargedMinor: 420_000, returnedMinor: 0 }] },
  ]);
  await call()('POST /api/charge-runs', {}, history.as);
  await world.tick('billing.charges');
  expect((await runs()).runs[0]).toMatchObject({ accounts: 7, charges: 0 });
  expect(await charged()).toEqual(asRows);
  const { rows } = await world.ctx.pool.query(
    "select from events where type = 'billing.charges_made'",
  );
  expect(rows).toHaveLength(2);
});

test('whom it cannot charge a run names, and charges the others', async () => {
  const [version] = history.versions;
  if (!version) throw new Error('no version');
  const broken = await history.addAccount(version, false);
  const whole = await history.addAccount(version, false);
  const counterpart = 'corrections' as const;
  const debt = { kind: 'opening_balances', occurredOn: '2026-02-01', counterpart } as const;
  await post(world, broken.id, { ...debt, amountMinor: FULL });
  await call()('POST /api/charge-runs', {}, history.as);
  await world.tick('billing.charges');
  const [run] = (await runs()).runs;
  expect(run).toMatchObject({ charges: 1, failed: 1, failures: [{ accountId: broken.id }] });
  expect(await charged()).toContainEqual({
    account_id: whole.id,
    charged: 60_000,
    balance: -60_000,
  });
});

test('every night it runs by itself, once', async () => {
  const before = (await runs()).runs.length;
  world.clock.moveTo(new Date('2026-02-03T21:05:00Z'));
  await world.tick('billing.charges');
  expect((await runs()).runs).toHaveLength(before);
  world.clock.moveTo(new Date('2026-02-03T21:10:00Z'));
  await world.tick('billing.charges');
  await world.tick('billing.charges');
  expect((await runs()).runs).toHaveLength(before + 1);
});
