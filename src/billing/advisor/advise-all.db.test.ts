import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { openAdvised } from '../testing/advised.ts';
import { adviseNextChunk } from './advise-chunk.ts';

type Advised = Awaited<ReturnType<typeof openAdvised>>;
let advised: Advised;
beforeAll(async () => {
  advised = await openAdvised();
});
afterAll(() => advised.world.close());

test('all accounts are advised on in chunks, in sums and one by one, as each is by itself', async () => {
  const { world, chief, call, addTariff, addHolder, use, advice } = advised;
  const home = await addTariff('Домашний 100', { fee: 600, speed: 100 });
  await addTariff('Лёгкий', { fee: 460, speed: 100, includedGb: 250, gbPrice: 10 });
  const north = await signedIn(world, {
    permissions: { 'billing.advisor': 'own' },
    team: 'Север',
  });
  const saving = await addHolder(home, { ownerStaffId: north.staffId });
  await use(saving, [200, 180, 240]);
  const cheap = await addHolder(home, { fee: 350 });
  await addHolder(home, { startedOn: '2026-02-20' });
  const dear = await addHolder(home, { fee: 900 });
  await use(dear, [240, 240, 180]);
  await use(cheap, [200, 240, 180]);

  const asked = await call('POST /api/advisor/runs', {}, chief.as);
  expect((await call('POST /api/advisor/runs', {}, chief.as)).body).toEqual(asked.body);
  // Cut off after each account, as a worker that is stopped would be.
  expect(await adviseNextChunk(world.ctx, 1)).toBe(true);
  expect((await call('GET /api/advisor', {}, chief.as)).body).toMatchObject({
    latest: null,
    going: { accounts: 1 },
  });
  await world.tick('billing.advisor');

  const { body } = await call('GET /api/advisor', {}, chief.as);
  expect(body).toMatchObject({ going: null, latest: { accounts: 4, month: '2026-02-01' } });
  const above = (kind: string, step: number) =>
    body.sums.find((sum) => sum.kind === kind && sum.fromMinor === step) ?? null;
  expect(above('overpays', 0)).toMatchObject({ accounts: 2, minor: 14_000 + 44_000 });
  expect(above('overpays', 20_000)).toMatchObject({ accounts: 1, minor: 44_000 });
  expect(above('overpays', 50_000)).toBeNull();
  expect(above('underpaid', 0)).toMatchObject({ accounts: 1, minor: 25_000 });
  expect(above('all', 0)).toMatchObject({ accounts: 3, minor: 60_000 + 35_000 + 90_000 });

  const list = 'GET /api/advisor/accounts';
  const first = await call(list, { kind: 'overpays', limit: 1 }, chief.as);
  const cursor = first.body.nextCursor ?? '';
  const second = await call(list, { kind: 'overpays', limit: 1, cursor }, chief.as);
  const rows = [...first.body.accounts, ...second.body.accounts];
  expect(rows.map(({ accountId }) => accountId)).toEqual([dear, saving]);
  expect(second.body.nextCursor).toBeNull();
  for (const row of rows) {
    const alone = await advice(row.accountId);
    expect(row).toMatchObject({
      nowMinor: alone.now.meanMinor,
      best: alone.best,
      bestMinor: alone.by[alone.best ?? '']?.meanMinor,
    });
  }
  const under = await call(list, { kind: 'underpaid' }, chief.as);
  expect(under.body.accounts.map(({ accountId }) => accountId)).toEqual([cheap]);

  // Whoever reaches their own sees no sums of all, and of the accounts their own.
  const few = await call('GET /api/advisor', {}, north.as);
  expect(few.body.sums).toEqual([]);
  const mine = await call(list, { kind: 'overpays' }, north.as);
  expect(mine.body.accounts.map(({ accountId }) => accountId)).toEqual([saving]);

  // A week later at night it is done anew, and what does not hold any more is forgotten.
  await world.ctx.pool.query(`update accounts set state = 'closed' where id = $1`, [dear]);
  world.clock.moveTo(new Date('2026-03-10T00:30:00Z'));
  await world.tick('billing.advisor');
  const again = await call(list, { kind: 'overpays' }, chief.as);
  expect(again.body.accounts.map(({ accountId }) => accountId)).toEqual([saving]);
});
