import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as catalogApi } from '../../catalog/api.ts';
import { fill } from '../../kernel/slots.ts';
import { signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { serviceControls } from '../index.ts';
import type { ServiceControl } from '../slots.ts';
import { History } from '../testing/charging-history.ts';

const nothing = { connectionMinor: 0, includedBytes: 0, includedSeconds: 0, rates: [] };

let world: World;
let history: History;
/** What whoever gives the service was told. */
const told: string[] = [];
beforeAll(async () => {
  const control: ServiceControl = (_, { accountIds, isGiven }) => {
    told.push(...accountIds.map((id) => `${id} ${isGiven ? 'on' : 'off'}`));
    return Promise.resolve();
  };
  const fills = [fill(serviceControls, control)];
  world = await createWorld({}, [{ domain: 'network', fills }]);
  world.clock.moveTo(new Date('2026-02-17T05:00:00Z'));
  const { as } = await signedIn(world);
  history = new History(world, as, {
    proration: 'day',
    beginsOn: '2026-02-01',
    graceDays: 3,
    postpaidGraceDays: 9,
    spares: true,
  });
  await history.open();
  await history.addVersion({ ...nothing, feeMinor: 56_000, cycle: 'monthly' });
});
afterAll(() => world.close());

const call = () => world.via(api);
const serving = async (id: number) =>
  (await call()('GET /api/accounts/{id}/service', { id }, history.as)).body;
const addOne = async () => {
  const [version] = history.versions;
  if (!version) throw new Error('no version');
  return history.addAccount(version, false);
};

test('one short of money is suspended after the days of grace, on no day off, and pays himself back', async () => {
  const account = await addOne();
  await history.run();
  // Grace is over on Friday the 20th; the 23rd is a holiday.
  expect(await serving(account.id)).toMatchObject({
    availableMinor: -56_000,
    suspendsOn: '2026-02-20',
  });
  world.clock.moveTo(new Date('2026-02-21T05:00:00Z'));
  await history.run();
  expect(await serving(account.id)).toMatchObject({ state: 'active', suspendsOn: '2026-02-24' });
  world.clock.moveTo(new Date('2026-02-24T05:00:00Z'));
  await history.run();
  // Four days of 28 are left, and the day of suspension counts whole.
  expect(await serving(account.id)).toMatchObject({ state: 'suspended', availableMinor: -48_000 });
  await history.pay(account, 55_999);
  expect((await serving(account.id)).state).toBe('suspended');
  await history.pay(account, 1);
  expect((await serving(account.id)).state).toBe('active');
  expect(told).toEqual([`${account.id} off`, `${account.id} on`]);
  const [line] = (
    await call()('GET /api/accounts/{id}/statement', { id: account.id }, history.as)
  ).body.lines.filter(({ amountMinor }) => amountMinor === 8000);
  expect(line).toMatchObject({ kind: 'charges', charge: { kind: 'fee', month: '2026-02-01' } });
});

test('who is resumed by hand while short has grace anew, and a debt as old as it was', async () => {
  const { id } = await addOne();
  await history.run();
  const { shortSince } = await serving(id);
  expect(shortSince).not.toBeNull();
  await call()('POST /api/accounts/{id}/suspend', { id, words: 'Просил' }, history.as);
  world.clock.advance({ seconds: 2 * 86_400 });
  await call()('POST /api/accounts/{id}/resume', { id }, history.as);
  const today = world.clock.now().toISOString().slice(0, 10);
  const after = await serving(id);
  expect(after).toMatchObject({ state: 'active', shortSince });
  expect((after.suspendsOn ?? '') > today).toBe(true);
  const { body } = await call()('GET /api/accounts/{id}/dunning', { id }, history.as);
  expect(body.shortSince).toBe(shortSince);
});

test('a pause is within what a year allows', async () => {
  const { id } = await addOne();
  const settings = (await call()('GET /api/billing-settings', {}, history.as)).body;
  const rules = { ...settings, yearlyPauses: 2, yearlyPauseDays: 20, leastPauseDays: 7 };
  await call()('PUT /api/billing-settings', rules, history.as);
  const pause = async (fromOn: string, toOn: string) => {
    const { status, body } = await call()(
      'POST /api/accounts/{id}/pauses',
      { id, fromOn, toOn },
      history.as,
    );
    return status === 201 ? body.id : body.code;
  };
  expect(await pause('2026-03-01', '2026-03-06')).toBe('billing.pause_too_short');
  expect(await pause('2026-03-01', '2026-03-21')).toBe('billing.pause_quota');
  expect(await pause('2026-02-01', '2026-03-01')).toBe('billing.wrong_period');
  const first = await pause('2026-03-01', '2026-03-10');
  expect(await pause('2026-03-08', '2026-03-17')).toBe('billing.pause_overlaps');
  expect((await serving(id)).pauses).toEqual({ left: 1, daysLeft: 10, leastDays: 7 });
  const given = { id, pauseId: Number(first) };
  await call()('DELETE /api/accounts/{id}/pauses/{pauseId}', given, history.as);
  expect((await serving(id)).pauses).toEqual({ left: 2, daysLeft: 20, leastDays: 7 });
});

test('who takes something new while it is promoted pays less for its time', async () => {
  const { id } = await addOne();
  const version = await history.addVersion({ ...nothing, feeMinor: 31_000, cycle: 'monthly' });
  const promotion = await world.via(catalogApi)(
    'POST /api/promotions',
    {
      name: 'Половина',
      productId: version.productId,
      kind: 'percent',
      value: 5000,
      lastsDays: 10,
      offeredFrom: '2026-02-01',
      offeredTo: null,
    },
    history.as,
  );
  const wanted = { id, productVersionId: version.id, promotionId: promotion.body.id };
  const made = await call()(
    'POST /api/accounts/{id}/subscriptions',
    { ...wanted, from: 'next_month' },
    history.as,
  );
  expect(made.status).toBe(201);
  expect((await serving(id)).discounts).toMatchObject([
    { promotion: 'Половина', fromOn: '2026-03-01', toOn: '2026-03-10' },
  ]);
  world.clock.moveTo(new Date('2026-03-01T05:00:00Z'));
  await call()('POST /api/charge-runs', {}, history.as);
  await world.tick('billing.charges');
  const { rows } = await world.ctx.pool.query<{ sum: number }>(
    'select sum(amount_minor)::bigint as sum from charges where subscription_id = $1',
    [made.body.id],
  );
  expect(rows[0]?.sum).toBe(26_000);
});
