import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as catalogApi } from '../../catalog/api.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { fill } from '../../kernel/slots.ts';
import { signedIn } from '../../testing/staff.ts';
import { endDiscount } from '../discounts/give-discount.ts';
import { type NoticeSender, noticeSenders } from '../slots.ts';
import { unsubscribe } from '../subscribing/unsubscribe.ts';
import { type ChargedWorld, nothing, openChargedWorld } from '../testing/charged-world.ts';

let world: ChargedWorld['world'];
let call: ChargedWorld['call'];
let addOne: ChargedWorld['addOne'];
let history: ChargedWorld['history'];
const sent: string[] = [];
const unreached = new Set<number>();

beforeAll(async () => {
  const sender: NoticeSender = (_, { subscriberId, text }) => {
    if (unreached.has(subscriberId)) return Promise.resolve(null);
    sent.push(`${subscriberId}: ${text.replaceAll(/\s/g, ' ')}`);
    return Promise.resolve({ way: 'email', outgoingMessageId: 1 });
  };
  const patient = { graceDays: 100, postpaidGraceDays: 100, beginsOn: '2026-03-01' };
  const extra = [{ domain: 'network' as const, fills: [fill(noticeSenders, sender)] }];
  const opened = await openChargedWorld(patient, '2026-03-02T08:00:00Z', extra);
  ({ world, history, call, addOne } = opened);
});
afterAll(() => world.close());

const pass = async (day: string): Promise<void> => {
  world.clock.moveTo(new Date(`${day}T08:00:00Z`));
  for (const tick of ['price_changes', 'charges']) await world.tick(`billing.${tick}`);
};
/** What was charged for a month, of all that an account has had. */
const charged = async (id: number, month: string): Promise<number> => {
  const { rows } = await world.ctx.pool.query<{ sum: number }>(
    `select coalesce(sum(amount_minor), 0)::bigint as sum from charges
     where account_id = $1 and month = $2`,
    [id, month],
  );
  return rows[0]?.sum ?? 0;
};
const shown = async (id: number) => (await call('GET /api/accounts/{id}/service', { id })).body;
const words = '[услуга]: было [было], с [день] — [станет]';

test('a change of price is seen, announced in time, told, and made once, to the kopeck', async () => {
  const old = await history.addVersion({
    ...nothing,
    feeMinor: 30_000,
    cycle: 'monthly',
    connectionMinor: 90_000,
  });
  const catalog = world.via(catalogApi);
  const terms = {
    monthlyFeeMinor: 45_000,
    connectionFeeMinor: 90_000,
    validFrom: '2026-03-01',
  };
  const added = { id: old.productId, terms };
  const { body: version } = await catalog('POST /api/products/{id}/versions', added, history.as);
  const pair = { fromVersionId: old.id, toVersionId: version.id };
  const [plain, reduced, leaver, own, deaf, later] = [
    await addOne(old),
    await addOne(old),
    await addOne(old),
    await addOne(old),
    await addOne(old),
    await addOne(old),
  ];
  unreached.add(deaf.subscriberId);
  const [subscription] = (await shown(reduced.id)).subscriptions;
  const lessened = await call('POST /api/accounts/{id}/discounts', {
    id: reduced.id,
    subscriptionId: subscription?.id ?? 0,
    kind: 'percent',
    value: 5000,
    fromOn: '2026-03-01',
    toOn: '2026-03-25',
  });
  const { id: discountId } = lessened.body;
  await world.ctx.pool.query(
    'update subscriptions set monthly_fee_minor = 10000 where account_id = $1',
    [own.id],
  );
  const lateUntil = { id: later.id, subscriptionId: (await shown(later.id)).subscriptions[0]?.id };
  await call('DELETE /api/accounts/{id}/subscriptions/{subscriptionId}', lateUntil as never);
  await pass('2026-03-02');

  const preview = await call('GET /api/price-changes/preview', { ...pair, fromOn: '2026-03-16' });
  expect(preview.body).toEqual({
    currency: 'RUB',
    subscriptions: 4,
    leftOut: 1,
    beforeMinor: 105_000,
    afterMinor: 157_500,
    dearer: 4,
    cheaper: 0,
    aboveNewcomer: 0,
    betterElsewhere: null,
    leaving: null,
  });
  const tooSoon = { ...pair, words, fromOn: '2026-03-11' };
  expect((await call('POST /api/price-changes', tooSoon)).body).toMatchObject({
    code: 'billing.told_too_late',
  });
  const planned = { ...pair, words, fromOn: '2026-03-16' };
  const { id } = (await call('POST /api/price-changes', planned)).body;
  expect((await call('POST /api/price-changes', planned)).body).toMatchObject({
    code: 'billing.price_change_open',
  });
  await pass('2026-03-05');
  expect(sent).toEqual([]);
  const announced = await call('POST /api/price-changes/{id}/announce', { id, version: 1 });
  expect(announced.status).toBe(200);
  await call('POST /api/accounts/{id}/subscriptions', {
    id: later.id,
    productVersionId: old.id,
    from: 'today',
  });
  await pass('2026-03-06');
  await pass('2026-03-07');
  const text = 'Тариф 1: было 300 ₽, с 16 марта — 450 ₽';
  const told = sent.map((one) => one.replace(/Тариф \d+/, 'Тариф 1'));
  expect(told).toEqual([plain, reduced, leaver].map((one) => `${one.subscriberId}: ${text}`));
  expect((await call('GET /api/price-changes/{id}/unreached', { id })).body.accounts).toMatchObject(
    [{ id: deaf.id }],
  );
  const stranger = await signedIn(world, { permissions: { 'billing.view': 'own' } });
  const unseen = await call('GET /api/price-changes/{id}/unreached', { id }, stranger.as);
  expect(unseen.body.accounts).toEqual([]);
  const change = { fromOn: '2026-03-16', monthlyFeeMinor: 45_000 };
  expect((await shown(plain.id)).subscriptions).toMatchObject([{ priceChange: change }]);
  expect((await shown(later.id)).subscriptions).toMatchObject([{ priceChange: null }]);
  const [gone] = (await shown(leaver.id)).subscriptions;
  const leaves = { id: leaver.id, subscriptionId: gone?.id ?? 0 };
  await call('DELETE /api/accounts/{id}/subscriptions/{subscriptionId}', leaves);

  await pass('2026-03-15');
  const before = await charged(plain.id, '2026-03-01');
  expect(before).toBe(30_000);
  await pass('2026-03-16');
  await pass('2026-03-17');
  // Of 31 days 15 at the old fee and 16 at the new; each subscription and month rounded once.
  const half = (fee: number, days: number) => Math.round((fee * days) / 31);
  expect(await charged(plain.id, '2026-03-01')).toBe(half(30_000, 15) + half(45_000, 16));
  const off = half(15_000, 15) + Math.round((22_500 * 10 + 45_000 * 6) / 31);
  expect(await charged(reduced.id, '2026-03-01')).toBe(off);
  // Whoever has given it, or has subscribed, ends it by what they know of it.
  const ends = await inTransaction(world.ctx, async (tx) => [
    await endDiscount(tx, { id: reduced.id, discountId }),
    await endDiscount(tx, { id: reduced.id, discountId }),
    await unsubscribe(tx, {
      id: reduced.id,
      subscriptionId: subscription?.id ?? 0,
      leavingFee: 'charged',
      words: '',
      isConfirmed: true,
    }),
  ]);
  expect(ends.map(({ ok }) => ok)).toEqual([true, false, true]);
  expect(await charged(leaver.id, '2026-03-01')).toBe(half(30_000, 6));
  expect(await charged(own.id, '2026-03-01')).toBe(10_000);
  // Nobody has told them, and so they stay.
  expect(await charged(deaf.id, '2026-03-01')).toBe(30_000);
  const fresh = half(30_000, 1) + half(30_000, 27) + 90_000;
  expect(await charged(later.id, '2026-03-01')).toBe(fresh);
  const { changes } = (await call('GET /api/price-changes', {})).body;
  const waits = { touched: 4, told: 3, unreached: 1, moved: 2 };
  expect(changes).toMatchObject([{ id, state: 'announced', ...waits }]);

  const byPerson = { id, accountId: deaf.id };
  expect((await call('POST /api/price-changes/{id}/told', byPerson)).status).toBe(200);
  expect((await call('POST /api/price-changes/{id}/told', byPerson)).body).toMatchObject({
    code: 'billing.told_already',
  });
  await pass('2026-03-26');
  expect(await charged(deaf.id, '2026-03-01')).toBe(30_000);
  await pass('2026-03-27');
  expect(await charged(deaf.id, '2026-03-01')).toBe(half(30_000, 26) + half(45_000, 5));
  const ended = (await call('GET /api/price-changes', {})).body.changes;
  const counts = { touched: 4, told: 4, unreached: 0, moved: 3 };
  expect(ended).toMatchObject([{ id, state: 'moved', ...counts }]);
  const cancelled = await call('POST /api/price-changes/{id}/cancel', { id, version: 3 });
  expect(cancelled.body).toMatchObject({ code: 'billing.not_planned' });
});

test('what is cancelled in time moves nobody, and a day that was missed is made up for', async () => {
  const old = await history.addVersion({ ...nothing, feeMinor: 31_000, cycle: 'daily' });
  const catalog = world.via(catalogApi);
  const terms = { monthlyFeeMinor: 62_000, chargeCycle: 'daily' as const, validFrom: '2026-03-01' };
  const added = { id: old.productId, terms };
  const { body: version } = await catalog('POST /api/products/{id}/versions', added, history.as);
  const one = await addOne(old);
  const planned = { fromVersionId: old.id, toVersionId: version.id, words, fromOn: '2026-05-11' };
  const { id } = (await call('POST /api/price-changes', planned)).body;
  await call('POST /api/price-changes/{id}/announce', { id, version: 1 });
  const stale = await call('POST /api/price-changes/{id}/cancel', { id, version: 1 });
  expect(stale.body).toMatchObject({ code: 'billing.changed_since' });
  expect((await call('POST /api/price-changes/{id}/cancel', { id, version: 2 })).status).toBe(200);
  const again = (await call('POST /api/price-changes', planned)).body;
  await call('POST /api/price-changes/{id}/announce', { id: again.id, version: 1 });
  // Told in time, but the server is away on the day itself.
  await world.tick('billing.price_changes');
  world.clock.moveTo(new Date('2026-05-20T08:00:00Z'));
  await world.tick('billing.charges');
  await pass('2026-05-20');
  await pass('2026-05-31');
  expect(await charged(one.id, '2026-05-01')).toBe(10 * 1000 + 21 * 2000);
  const { rows } = await world.ctx.pool.query('select 1 from subscriptions where account_id = $1', [
    one.id,
  ]);
  expect(rows).toHaveLength(2);
});
