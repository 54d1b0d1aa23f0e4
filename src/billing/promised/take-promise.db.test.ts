import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runs } from '../../testing/proof.ts';
import { type ChargedWorld, nothing, openChargedWorld } from '../testing/charged-world.ts';
import { payIn } from '../testing/pay-in.ts';

const HOUR_MS = 3_600_000;
const usual = {
  name: 'Всем',
  condition: null,
  sumKind: 'fixed' as const,
  sumsMinor: [60_000, 30_000],
  feesPercent: 100,
  days: 3,
  priceMinor: 2000,
  monthlyTimes: 2 as number | null,
  leastDaysBetween: 5,
  mostDebtMinor: 100_000,
  leastTenureMonths: 0,
};

let world: ChargedWorld['world'];
let history: ChargedWorld['history'];
let call: ChargedWorld['call'];
let addOne: ChargedWorld['addOne'];

beforeAll(async () => {
  ({ world, history, call, addOne } = await openChargedWorld({}, '2026-02-02T05:00:00Z'));
  await history.addVersion({ ...nothing, feeMinor: 56_000, cycle: 'monthly' });
});
afterAll(() => world.close());

const serving = async (id: number) => (await call('GET /api/accounts/{id}/service', { id })).body;
const shown = async (id: number) => (await call('GET /api/accounts/{id}/promises', { id })).body;
const take = (id: number, amountMinor: number) =>
  call('POST /api/accounts/{id}/promises', { id, amountMinor });
const night = async (at: string): Promise<void> => {
  world.clock.moveTo(new Date(at));
  await world.tick('billing.promises');
  await world.tick('billing.charges');
};
const told = async (id: number): Promise<string[]> => {
  const { rows } = await world.ctx.pool.query<{ type: string }>(
    `select type from events where subject_kind = 'account' and subject_id = $1
     and type like 'billing.promise_%' order by id`,
    [id],
  );
  return rows.map(({ type }) => type.replace('billing.promise_', ''));
};

test('a promise resumes service at once; kept or broken, it ends, and a broken one suspends', async () => {
  const { body: rule } = await call('POST /api/promise-rules', usual);
  const one = await addOne();
  const other = await addOne();
  const third = await addOne();
  await night('2026-02-02T05:00:00Z');
  expect(await shown(one.id)).toMatchObject({
    offer: { sumsMinor: [30_000, 60_000], dueOn: '2026-02-05', priceMinor: 2000 },
    why: [],
  });
  await night('2026-02-05T05:00:00Z');
  expect((await serving(one.id)).state).toBe('suspended');
  // 24 days of 28 are left of the month, and the price: 300 roubles are not enough.
  expect((await take(one.id, 30_000)).body.code).toBe('billing.promise_too_small');
  expect((await take(one.id, 50_000)).body.code).toBe('billing.promise_sum');
  expect((await serving(one.id)).availableMinor).toBe(-10_000);
  expect((await take(one.id, 60_000)).body).toMatchObject({ dueOn: '2026-02-08', isResumed: true });
  expect(await serving(one.id)).toMatchObject({ state: 'active', availableMinor: 2000 });
  expect((await shown(one.id)).why).toMatchObject([{ code: 'open' }, { code: 'between' }]);
  expect((await take(one.id, 60_000)).body.code).toBe('billing.no_promise');
  await payIn(world, one, 20_000);
  expect((await serving(one.id)).availableMinor).toBe(2000);
  await payIn(world, one, 45_000);
  expect(await serving(one.id)).toMatchObject({ state: 'active', availableMinor: 7000 });
  expect((await shown(one.id)).promises).toMatchObject([{ state: 'kept', paidMinor: 60_000 }]);
  expect(await told(one.id)).toEqual(['taken', 'kept']);

  expect((await take(other.id, 60_000)).status).toBe(201);
  await payIn(world, other, 10_000);
  // Resumed by hand, promising, and short again while the promise holds.
  const { shortSince } = await serving(third.id);
  expect((await call('POST /api/accounts/{id}/resume', { id: third.id })).status).toBe(200);
  expect((await take(third.id, 60_000)).status).toBe(201);
  const extra = { amountMinor: 90_000, words: 'Выезд' };
  expect((await call('POST /api/accounts/{id}/charges', { id: third.id, ...extra })).status).toBe(
    201,
  );
  await night('2026-02-07T05:00:00Z');
  expect((await serving(third.id)).shortSince).not.toBe(shortSince);
  world.clock.moveTo(new Date('2026-02-08T20:59:00Z'));
  await world.tick('billing.promises');
  expect((await shown(other.id)).promises[0]?.state).toBe('open');
  await night('2026-02-08T21:11:00Z');
  // Days of grace were over before, and are not given twice.
  expect((await serving(other.id)).state).toBe('suspended');
  expect(await told(other.id)).toEqual(['taken', 'broken']);
  // The debt is as old as it was before both; grace counts from the resumption.
  expect((await serving(third.id)).shortSince).toBe(shortSince);
  const aged = { filter: { field: 'debtDays', op: 'is' as const, value: 7 }, columns: ['account'] };
  expect((await call('POST /api/debtors/list', aged)).body.rows.map(({ id }) => id)).toContain(
    third.id,
  );
  await payIn(world, third, 150_000);
  await call('PUT /api/promise-rules/{id}', {
    ...usual,
    id: rule.id,
    version: 1,
    isArchived: true,
  });
  expect((await shown(other.id)).why).toMatchObject([{ code: 'no_rule' }]);
});

test('the first rule that fits counts; a change is shown on the whole base before it is saved', async () => {
  const known = await addOne();
  const poor = await addOne();
  await world.ctx.pool.query(`update subscribers set customer_since = '2020-01-01' where id = $1`, [
    known.subscriberId,
  ]);
  await call('POST /api/accounts/{id}/charges', { id: poor.id, amountMinor: 500_000, words: 'Х' });
  const before = await call('POST /api/promise-rules', {
    ...usual,
    name: 'Давним',
    sumKind: 'fees',
    sumsMinor: [],
    feesPercent: 50,
    priceMinor: 0,
    condition: { field: 'customerSince', op: 'lt', value: '2021-01-01' },
  });
  const draft = { ...usual, name: '', monthlyTimes: null, leastDaysBetween: 0 };
  const look = async (change: object) =>
    (
      await call('POST /api/promise-rules/preview', {
        ...draft,
        id: null,
        isArchived: false,
        ...change,
      })
    ).body;
  const all = history.accounts.length;
  const added = await look({});
  expect(added).toMatchObject({ before: 1, after: all - 1, gains: all - 2, loses: 0, changes: 0 });
  const after = await call('POST /api/promise-rules', { ...draft, name: 'Прочим' });
  expect((await shown(known.id)).offer).toMatchObject({ rule: 'Давним', mostMinor: 28_000 });
  const [why] = (await shown(poor.id)).why;
  expect(why?.code).toBe('debt');
  expect(why?.words).toMatch(/1\s000/);
  expect(await look({ id: after.body.id, mostDebtMinor: null })).toMatchObject({
    gains: 1,
    sample: [{ accountId: poor.id, what: 'gains', why: [{ code: 'debt' }] }],
  });
  // Whoever is taken out of the first rule comes under the second: other terms.
  const gone = await look({ id: before.body.id, isArchived: true });
  expect(gone).toMatchObject({ gains: 0, loses: 0, changes: 1 });
  await call('PUT /api/promise-rules/order', { ids: [after.body.id, before.body.id] });
  expect((await shown(known.id)).offer?.rule).toBe('Прочим');
  const listed = (await call('GET /api/promise-rules')).body.rules;
  expect(listed.slice(0, 2).map(({ name }) => name)).toEqual(['Прочим', 'Давним']);
  await call('PUT /api/promise-rules/{id}', {
    ...draft,
    name: 'Прочим',
    id: after.body.id,
    version: 1,
    mostDebtMinor: null,
    isArchived: false,
  });
  const stale = { ...draft, name: 'Х', id: after.body.id, version: 1, isArchived: false };
  expect((await call('PUT /api/promise-rules/{id}', stale)).body.code).toBe(
    'billing.changed_since',
  );
});

type Model = { amountMinor: number; dueMs: number; paidMinor: number; state: string };
const anyAct = fc.record({
  what: fc.constantFrom('pay', 'pay', 'take', 'take', 'pass', 'pass', 'return', 'charge', 'run'),
  size: fc.nat(1000),
});

test('whatever happens, what is available is what stands there, is promised and is trusted', async () => {
  const { body: trust } = await call('GET /api/trust-settings');
  const cut = { brokenCutMinor: 9000, suspendedCutMinor: 4000, noticeDays: 2 };
  await call('PUT /api/trust-settings', { ...trust, ...cut, isOn: true });
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 10, maxLength: 25 }), async (acts) => {
      const account = await addOne();
      const promises: Model[] = [];
      let payments: { id: number; left: number; promise: Model | null }[] = [];
      const open = () => promises.find(({ state }) => state === 'open') ?? null;
      for (const { what, size } of acts) {
        // No two things happen at one moment.
        world.clock.advance({ seconds: 1 });
        const promise = open();
        if (what === 'pay') {
          const amount = 1 + size * 60;
          payments.push({ id: await payIn(world, account, amount), left: amount, promise });
          if (promise) {
            promise.paidMinor = Math.min(promise.amountMinor, promise.paidMinor + amount);
            if (promise.paidMinor === promise.amountMinor) promise.state = 'kept';
          }
        } else if (what === 'take') {
          const amountMinor = size % 2 ? 30_000 : 60_000;
          const { status, body } = await take(account.id, amountMinor);
          if (status !== 201) continue;
          const dueMs = history.startOf(body.dueOn) + 24 * HOUR_MS;
          promises.push({ amountMinor, dueMs, paidMinor: 0, state: 'open' });
        } else if (what === 'pass') {
          world.clock.advance({ seconds: (size % 60) * 3600 });
          await world.tick('billing.promises');
          if (promise && promise.dueMs <= history.nowMs) promise.state = 'broken';
        } else if (what === 'return') {
          const payment = payments[size % Math.max(1, payments.length)];
          if (!payment) continue;
          const amountMinor = 1 + (size % payment.left);
          const { id } = payment;
          const given = { id, amountMinor, reason: 'Х' };
          const { status } = await call('POST /api/payments/{id}/returns', given);
          // A card that was activated is not given back.
          if (status !== 201) continue;
          payment.left -= amountMinor;
          payments = payments.filter(({ left }) => left > 0);
          if (promise && payment.promise === promise) promise.paidMinor -= amountMinor;
        } else if (what === 'charge') {
          const given = { id: account.id, amountMinor: 1 + size, words: 'Х' };
          await call('POST /api/accounts/{id}/charges', given);
        } else {
          await call('POST /api/charge-runs');
          await world.tick('billing.charges');
          await world.tick('billing.trust');
        }
        const { rows } = await world.ctx.pool.query<{ sum: number }>(
          `select coalesce(sum(p.amount_minor), 0)::bigint as sum
           from   ledger_accounts l join ledger_postings p on p.ledger_account_id = l.id
           where  l.account_id = $1`,
          [account.id],
        );
        const owed = open();
        const promised = owed ? owed.amountMinor - owed.paidMinor : 0;
        const { limitMinor } = (await call('GET /api/accounts/{id}/trust', { id: account.id }))
          .body;
        const all = (rows[0]?.sum ?? 0) + promised + limitMinor;
        expect((await serving(account.id)).availableMinor).toBe(all);
        const kept = (await shown(account.id)).promises.toReversed();
        expect(kept.map(({ state, paidMinor }) => ({ state, paidMinor }))).toEqual(
          promises.map(({ state, paidMinor }) => ({ state, paidMinor })),
        );
      }
    }),
    { numRuns: runs(2, 100), seed: 20_260_202 },
  );
});
