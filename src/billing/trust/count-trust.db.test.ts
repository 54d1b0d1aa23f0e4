import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ChargedWorld, nothing, openChargedWorld } from '../testing/charged-world.ts';
import { payIn } from '../testing/pay-in.ts';

const rule = {
  isOn: true,
  condition: null,
  basePercent: 50,
  tenureSteps: [
    { months: 12, addMinor: 5000 },
    { months: 36, addMinor: 20_000 },
  ],
  paidSteps: [{ months: 1, addMinor: 15_000 }],
  brokenCutMinor: 5000,
  suspendedCutMinor: 7000,
  debtDays: 10,
  ceilingMinor: null as number | null,
  lateDays: 5,
  noticeDays: 7,
};

let world: ChargedWorld['world'];
let history: ChargedWorld['history'];
let call: ChargedWorld['call'];
let addNew: ChargedWorld['addOne'];

beforeAll(async () => {
  ({ world, history, call, addOne: addNew } = await openChargedWorld({}, '2026-02-01T05:00:00Z'));
  await history.addVersion({ ...nothing, feeMinor: 56_000, cycle: 'monthly' });
});
afterAll(() => world.close());

async function addOne(since: string): ReturnType<typeof addNew> {
  const one = await addNew();
  await world.ctx.pool.query('update subscribers set customer_since = $2 where id = $1', [
    one.subscriberId,
    since,
  ]);
  return one;
}

const night = async (day: string): Promise<void> => {
  world.clock.moveTo(new Date(`${day}T02:00:00Z`));
  for (const tick of ['promises', 'charges', 'trust']) await world.tick(`billing.${tick}`);
};
const trust = async (id: number) => (await call('GET /api/accounts/{id}/trust', { id })).body;
const serving = async (id: number) => (await call('GET /api/accounts/{id}/service', { id })).body;
const save = async (change: object = {}) => {
  const { body: before } = await call('GET /api/trust-settings');
  return call('PUT /api/trust-settings', { ...before, ...rule, ...change });
};

test('a limit grows with tenure and with what is paid in time, and says why', async () => {
  const old = await addOne('2020-01-15');
  const young = await addOne('2025-12-20');
  const preview = await call('POST /api/trust-settings/preview', rule);
  expect(preview.body).toMatchObject({
    before: 0,
    after: 2,
    afterMinor: 48_000 + 28_000,
    raised: 2,
    sample: [{ afterMinor: 48_000 }, { afterMinor: 28_000 }],
  });
  expect((await save()).status).toBe(200);
  expect((await save({ version: 1 })).body.code).toBe('billing.changed_since');
  await night('2026-02-01');
  // Charged 560 in advance: what is trusted is spent, and this is not short of money for long.
  expect(await trust(old.id)).toMatchObject({ limitMinor: 48_000, usedMinor: 48_000 });
  expect((await serving(old.id)).availableMinor).toBe(-8000);
  await payIn(world, old, 8000);
  expect((await serving(old.id)).availableMinor).toBe(0);
  await night('2026-03-01');
  const counted = await trust(old.id);
  expect(counted).toMatchObject({
    limitMinor: 63_000,
    parts: [
      { kind: 'base', minor: 28_000 },
      { kind: 'tenure', minor: 20_000, count: 73 },
      { kind: 'paid', minor: 15_000, count: 1 },
    ],
  });
  expect(counted.words).toMatch(/^Лимит 630\s₽: .*с нами 6 лет \(\+200\s₽\), платит вовремя 1 мес/);
  // The young one paid nothing: suspended, cut, and after ten days of debt trusted with nothing.
  expect((await trust(young.id)).parts.map(({ kind }) => kind)).toEqual([
    'base',
    'suspended',
    'debt',
  ]);
  // Resumed by hand it has days of grace anew, and is as much in debt as before.
  expect((await call('POST /api/accounts/{id}/resume', { id: young.id })).status).toBe(200);
  await world.tick('billing.trust');
  expect((await trust(young.id)).parts.map(({ kind }) => kind)).toContain('debt');
});

test('what is used is not taken away without a notice and its term', async () => {
  const one = await addOne('2020-01-15');
  await night('2026-03-02');
  const { usedMinor, limitMinor } = await trust(one.id);
  expect([usedMinor, limitMinor]).toEqual([48_000, 48_000]);
  await payIn(world, one, 20_000);
  expect((await trust(one.id)).usedMinor).toBe(36_000);
  await save({ tenureSteps: [] });
  await world.tick('billing.trust');
  expect(await trust(one.id)).toMatchObject({
    limitMinor: 36_000,
    lowersToMinor: 28_000,
    lowersOn: '2026-03-09',
  });
  expect((await serving(one.id)).availableMinor).toBe(0);
  await night('2026-03-08');
  expect((await trust(one.id)).limitMinor).toBe(36_000);
  await night('2026-03-09');
  expect(await trust(one.id)).toMatchObject({ limitMinor: 28_000, lowersOn: null });
  expect((await serving(one.id)).availableMinor).toBe(-8000);
  const { rows } = await world.ctx.pool.query<{ type: string }>(
    `select type from events where subject_kind = 'account' and subject_id = $1
     and type like 'billing.trust_%' order by id`,
    [one.id],
  );
  expect(rows.map(({ type }) => type.replace('billing.trust_', ''))).toEqual([
    'changed',
    'changed',
    'noticed',
    'changed',
  ]);
  // A second count of the same day finds nothing to change.
  await save({ tenureSteps: [] });
  await world.tick('billing.trust');
  expect((await trust(one.id)).limitMinor).toBe(28_000);
});

test('a higher limit resumes whom it is enough for, as money would', async () => {
  const one = await addOne('2020-01-15');
  await save({ isOn: false });
  await night('2026-04-01');
  await night('2026-04-05');
  expect((await serving(one.id)).state).toBe('suspended');
  expect(await trust(one.id)).toMatchObject({ isOn: false, limitMinor: 0, parts: [] });
  await save({ basePercent: 300, suspendedCutMinor: 0 });
  await world.tick('billing.trust');
  expect((await serving(one.id)).state).toBe('active');
});
