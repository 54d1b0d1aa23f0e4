import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as catalogApi } from '../../catalog/api.ts';
import { signedIn, type SignedIn } from '../../testing/staff.ts';
import { api } from '../api.ts';
import { type ChargedWorld, openChargedWorld } from '../testing/charged-world.ts';

let charged: ChargedWorld;
let seller: SignedIn;
beforeAll(async () => {
  charged = await openChargedWorld({ beginsOn: '2026-03-01' });
  const permissions = ['billing.view', 'billing.serve', 'billing.adjust'];
  seller = await signedIn(charged.world, { permissions });
});
afterAll(() => charged.world.close());

const catalog = () => charged.world.via(catalogApi);
const terms = { monthlyFeeMinor: 10_000, costMinor: 6000, validFrom: '2026-01-01' };

async function addAddon(name: string) {
  const { as } = charged.history;
  const addon = { kind: 'addon' as const, service: 'tv' as const, name, terms };
  const { body } = await catalog()('POST /api/products', addon, as);
  const { products } = (await catalog()('GET /api/products', {}, as)).body;
  const versionId = products.find(({ id }) => id === body.id)?.versions[0]?.id ?? 0;
  return { id: body.id, versionId };
}

async function addPromotion(name: string, value: number) {
  const given = { name, productId: null, kind: 'percent' as const, value, lastsDays: 30 };
  const offered = { offeredFrom: '2026-01-01', offeredTo: null };
  const { as } = charged.history;
  return (await catalog()('POST /api/promotions', { ...given, ...offered }, as)).body.id;
}

test('discounts do not go below the margin floor, and promotions not beyond their limit', async () => {
  const { history, world, addOne } = charged;
  const plan = { connectionMinor: 0, includedBytes: 0, includedSeconds: 0, rates: [] };
  await history.addVersion({ ...plan, feeMinor: 60_000, cycle: 'monthly' });
  const { id } = await addOne();
  const call = world.via(api);
  const channels = await addAddon('Каналы');
  const third = await addPromotion('Треть', 3000);
  const half = await addPromotion('Половина', 5100);
  const take = (promotionId: number, who: SignedIn['as'], productVersionId = channels.versionId) =>
    call(
      'POST /api/accounts/{id}/subscriptions',
      { id, productVersionId, from: 'today', promotionId },
      who,
    );
  expect((await take(half, history.as)).body).toMatchObject({ code: 'billing.too_much_off' });
  const taken = await take(third, seller.as);
  expect(taken.status).toBe(201);
  const discount = (value: number, who: SignedIn['as']) =>
    call(
      'POST /api/accounts/{id}/discounts',
      { id, subscriptionId: taken.body.id, kind: 'percent', value, fromOn: '2026-03-20' },
      who,
    );
  expect((await discount(1430, seller.as)).body).toMatchObject({ code: 'billing.below_floor' });
  expect((await discount(1428, seller.as)).status).toBe(201);
  expect((await discount(1000, history.as)).status).toBe(201);
  const settings = (await catalog()('GET /api/catalogue-settings', {}, history.as)).body;
  const one = { ...settings, mostPromotions: 1 };
  await catalog()('PUT /api/catalogue-settings', one, history.as);
  const other = await addAddon('Другие каналы');
  expect((await take(third, history.as, other.versionId)).status).toBe(201);
  const shown = (await call('GET /api/accounts/{id}/service', { id }, history.as)).body;
  expect(shown.discounts).toHaveLength(4);
});

test('what is not for everybody is taken only by whom the rules let, or by a hand that may', async () => {
  const { history, world, addOne } = charged;
  const agent = await signedIn(world, { permissions: ['billing.view', 'billing.serve'] });
  const { id } = await addOne();
  const call = world.via(api);
  const special = await addAddon('Новым');
  const about = { id: special.id, eligibility: [{ rule: 'newcomer' as const }] };
  await catalog()('PUT /api/products/{id}/about', about, history.as);
  const wanted = { id, productVersionId: special.versionId, from: 'today' as const };
  const take = (who: SignedIn['as']) => call('POST /api/accounts/{id}/subscriptions', wanted, who);
  expect((await take(agent.as)).body).toMatchObject({ code: 'billing.not_eligible' });
  const tenure = { rule: 'tenure' as const, leastMonths: 9 };
  await catalog()(
    'PUT /api/products/{id}/about',
    { id: special.id, eligibility: [tenure, { rule: 'subscriber_kind', kind: 'person' }] },
    history.as,
  );
  expect((await take(agent.as)).status).toBe(201);
  const asked = { id: special.id };
  const { body } = await call('GET /api/products/{id}/result', asked, history.as);
  expect(body).toMatchObject({ eligible: { accounts: 2, of: 2 } });
  expect(body.months[0]).toMatchObject({ takes: 1, leaves: 0, held: 1, averageFeeMinor: 10_000 });
});

test('what an account gets stays above the floor after the discounts on all it has', async () => {
  const { history, world, addOne } = charged;
  const { id } = await addOne();
  const call = world.via(api);
  const channels = await addAddon('Каналы для всех');
  const fromOn = '2026-03-20';
  const off = { id, kind: 'percent', value: 4500, fromOn } as const;
  expect((await call('POST /api/accounts/{id}/discounts', off, seller.as)).status).toBe(201);
  const wanted = { id, productVersionId: channels.versionId, from: 'today' as const };
  const take = (who: SignedIn['as']) => call('POST /api/accounts/{id}/subscriptions', wanted, who);
  expect((await take(seller.as)).body).toMatchObject({ code: 'billing.below_floor' });
  const { body } = await call('GET /api/accounts/{id}/service', { id }, seller.as);
  expect(body.subscriptions.map(({ name }) => name)).not.toContain('Каналы для всех');
  expect((await take(history.as)).status).toBe(201);
});

test('a bundle lowers its parts while all are there; without one the others cost what they cost alone', async () => {
  const { history, world, addOne } = charged;
  const call = world.via(api);
  const [plan] = history.versions;
  const { id } = await addOne(plan);
  const channels = await addAddon('Каналы пакета');
  const productIds = [plan?.productId ?? 0, channels.id];
  const add = (more: object) =>
    catalog()(
      'POST /api/bundles',
      { name: 'Дом', kind: 'price', value: 60_000, productIds, ...more },
      history.as,
    );
  expect((await add({ value: 70_000 })).body).toMatchObject({ code: 'catalog.saves_nothing' });
  expect((await add({ productIds: [channels.id, channels.id] })).body).toMatchObject({
    code: 'catalog.wrong_bundle',
  });
  const { body: bundle } = await add({});
  const shown = async () => (await call('GET /api/accounts/{id}/service', { id }, seller.as)).body;
  const offMinor = async () => (await shown()).discounts.reduce((sum, { value }) => sum + value, 0);
  const take = async (productVersionId: number, replacesId?: number) =>
    call(
      'POST /api/accounts/{id}/subscriptions',
      { id, productVersionId, from: 'today', ...(replacesId !== undefined && { replacesId }) },
      seller.as,
    );
  const { body: taken } = await take(channels.versionId);
  expect(await offMinor()).toBe(10_000);
  const dearer = { ...terms, monthlyFeeMinor: 14_000 };
  const { body: next } = await catalog()(
    'POST /api/products/{id}/versions',
    { id: channels.id, terms: dearer },
    history.as,
  );
  await catalog()('PUT /api/bundles/{id}', { id: bundle.id, isArchived: true }, history.as);
  const { body: again } = await take(next.id, taken.id);
  expect(await offMinor()).toBe(14_000);
  const feesOf = async (month: string) => {
    const { rows } = await world.ctx.pool.query<{ minor: number }>(
      `select sum(amount_minor)::bigint as minor from charges
       where  account_id = $1 and kind = 'fee' and month = $2`,
      [id, month],
    );
    return rows[0]?.minor;
  };
  world.clock.moveTo(new Date('2026-04-01T06:00:00Z'));
  await call('POST /api/charge-runs', {}, history.as);
  await world.tick('billing.charges');
  expect(await feesOf('2026-04-01')).toBe(60_000);
  const part = (await shown()).subscriptions.find((one) => one.id === again.id);
  expect(part?.bundle).toMatchObject({ name: 'Дом', lostMinor: 14_000 - partOff(await shown()) });
  const ended = { id, subscriptionId: again.id };
  const silent = await call(
    'DELETE /api/accounts/{id}/subscriptions/{subscriptionId}',
    ended,
    seller.as,
  );
  expect(silent.body).toMatchObject({ code: 'billing.bundle_ends' });
  expect(JSON.stringify(silent.body).replaceAll(/\s/g, ' ')).toContain(
    `${(plan?.feeMinor ?? 0) / 100} ₽ в месяц вместо`,
  );
  expect((await shown()).discounts).not.toEqual([]);
  expect(await feesOf('2026-04-01')).toBe(60_000);
  await call(
    'DELETE /api/accounts/{id}/subscriptions/{subscriptionId}',
    { ...ended, isConfirmed: true },
    seller.as,
  );
  expect((await shown()).discounts).toEqual([]);
  expect(await feesOf('2026-04-01')).toBe(plan?.feeMinor);
  expect((await take(next.id)).status).toBe(201);
  expect((await shown()).discounts).toEqual([]);

  function partOff({ discounts }: Awaited<ReturnType<typeof shown>>): number {
    const own = discounts.filter(({ subscriptionId }) => subscriptionId === again.id);
    return own.reduce((sum, { value }) => sum + value, 0);
  }
});
