import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as catalogApi } from '../../catalog/api.ts';
import { signedIn, type SignedIn } from '../../testing/staff.ts';
import { type ChargedWorld, nothing, openChargedWorld } from '../testing/charged-world.ts';

const unsubscribe = 'DELETE /api/accounts/{id}/subscriptions/{subscriptionId}';

let charged: ChargedWorld;
let agent: SignedIn;
let versionId: number;
beforeAll(async () => {
  charged = await openChargedWorld({ beginsOn: '2026-03-01' });
  agent = await signedIn(charged.world, { permissions: ['billing.view', 'billing.serve'] });
  await charged.history.addVersion({ ...nothing, feeMinor: 60_000, cycle: 'monthly' });
  const terms = {
    monthlyFeeMinor: 0,
    leastMonths: 12,
    leavingFeeMinor: 150_000,
    validFrom: '2026-01-01',
  };
  const bound = { kind: 'addon', service: 'tv', name: 'Кино на год', terms } as const;
  const catalog = charged.world.via(catalogApi);
  const { body } = await catalog('POST /api/products', bound, charged.history.as);
  const { rows } = await charged.world.ctx.pool.query<{ id: number }>(
    'select id from product_versions where product_id = $1',
    [body.id],
  );
  versionId = rows[0]?.id ?? 0;
});
afterAll(() => charged.world.close());

/** An account that is bound until March 2027, and what it is bound to. */
async function bind(): Promise<{ id: number; subscriptionId: number }> {
  const { id } = await charged.addOne();
  const wanted = { id, productVersionId: versionId, from: 'today' as const };
  const { body } = await charged.call('POST /api/accounts/{id}/subscriptions', wanted);
  return { id, subscriptionId: body.id };
}

async function feesOf(id: number): Promise<{ minor: number; words: string }[]> {
  const { rows } = await charged.world.ctx.pool.query<{ minor: number; words: string }>(
    `select amount_minor as minor, words from charges where account_id = $1 and kind = 'one_off'`,
    [id],
  );
  return rows;
}

test('leaving before the term is over is charged once, and is shown before', async () => {
  const { id, subscriptionId } = await bind();
  const { body } = await charged.call('GET /api/accounts/{id}/service', { id });
  const shown = body.subscriptions.find((one) => one.id === subscriptionId)?.leaving;
  expect(shown).toEqual({ untilOn: '2027-03-02', feeMinor: 150_000 });
  const input = { id, subscriptionId };
  expect((await charged.call(unsubscribe, input, agent.as)).status).toBe(200);
  expect((await charged.call(unsubscribe, input, agent.as)).status).not.toBe(200);
  const fees = await feesOf(id);
  expect(fees.map(({ minor }) => minor)).toEqual([150_000]);
  expect(fees[0]?.words).toContain('Кино на год');
});

test('it is waived by whoever may charge, and with a reason', async () => {
  const { id, subscriptionId } = await bind();
  const input = { id, subscriptionId, leavingFee: 'waived' as const };
  const byAgent = await charged.call(unsubscribe, { ...input, words: 'Переезд' }, agent.as);
  expect(byAgent.body).toMatchObject({ code: 'billing.may_not_waive' });
  expect((await charged.call(unsubscribe, input)).body).toMatchObject({
    code: 'billing.waiver_needs_words',
  });
  expect((await charged.call(unsubscribe, { ...input, words: 'Переезд' })).status).toBe(200);
  expect(await feesOf(id)).toEqual([]);
});

test('closing the account costs what its services are bound to; after the term nothing does', async () => {
  const [early, late] = [await bind(), await bind()];
  const close = { id: early.id, words: 'Уезжает' };
  const closed = await charged.call('POST /api/accounts/{id}/close', close);
  expect(closed.status).toBe(200);
  expect((await feesOf(early.id)).map(({ minor }) => minor)).toEqual([150_000]);
  charged.world.clock.moveTo(new Date('2027-03-02T06:00:00Z'));
  expect((await charged.call(unsubscribe, late)).status).toBe(200);
  expect(await feesOf(late.id)).toEqual([]);
});

test('equipment in instalments is charged a part a month, and the rest when it is ended', async () => {
  const terms = { monthlyFeeMinor: 0, connectionFeeMinor: 60_001, validFrom: '2026-01-01' };
  const router = { kind: 'equipment', service: 'internet', name: 'Роутер' } as const;
  const catalog = charged.world.via(catalogApi);
  const add = (given: object) =>
    catalog('POST /api/products', { ...router, terms: { ...terms, ...given } }, charged.history.as);
  const { body: made } = await add({ instalments: 3 });
  const asTariff = {
    ...router,
    kind: 'tariff',
    name: 'Тариф',
    terms: { ...terms, instalments: 3 },
  };
  const refused = await catalog('POST /api/products', asTariff as never, charged.history.as);
  expect(refused.body).toMatchObject({ code: 'catalog.nothing_to_part' });
  const { body: list } = await catalog('GET /api/products', {}, charged.history.as);
  const version = list.products.find(({ id }) => id === made.id)?.versions[0];
  const { id } = await charged.addOne();
  const wanted = { id, productVersionId: version?.id ?? 0, from: 'today' as const };
  const { body } = await charged.call('POST /api/accounts/{id}/subscriptions', wanted);
  const parts = async () => {
    const { rows } = await charged.world.ctx.pool.query<{ month: string; minor: number }>(
      `select month::text, amount_minor as minor from charges
       where  account_id = $1 and kind = 'instalment' order by id`,
      [id],
    );
    return rows.map(({ month, minor }) => [month, minor]);
  };
  const left = async () =>
    (await charged.call('GET /api/accounts/{id}/service', { id })).body.subscriptions.find(
      (one) => one.id === body.id,
    )?.instalments;
  expect(await parts()).toEqual([['2027-03-01', 20_001]]);
  expect(await left()).toEqual({ parts: 3, left: 2, leftMinor: 40_000 });
  charged.world.clock.moveTo(new Date('2027-04-02T06:00:00Z'));
  await charged.call('POST /api/charge-runs', {});
  await charged.world.tick('billing.charges');
  expect(await parts()).toEqual([
    ['2027-03-01', 20_001],
    ['2027-04-01', 20_000],
  ]);
  expect((await charged.call(unsubscribe, { id, subscriptionId: body.id })).status).toBe(200);
  await charged.call('POST /api/charge-runs', {});
  await charged.world.tick('billing.charges');
  expect((await parts()).at(-1)).toEqual(['2027-04-01', 20_000]);
  expect((await parts()).reduce((sum, [, minor]) => sum + Number(minor), 0)).toBe(60_001);
});
