import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import { addAccount } from '../../../testing/accounts.ts';
import { shop, startYookassa } from '../../../testing/payments/yookassa.ts';
import { madeSources } from '../../api/payment-kinds.ts';
import { isCaller } from '../../api/source-guards.ts';
import { openTill, type Till } from '../../testing/till.ts';
import { addSource } from '../change-source.ts';
import { forgetPayments } from '../forget-payments.ts';

let till: Till;
let gateway: Awaited<ReturnType<typeof startYookassa>>;
let sourceId: number;
let subscriberId: number;
let accountId: number;
let number: string;

const fields = () => ({
  kind: 'yookassa' as const,
  name: 'ЮKassa',
  login: null,
  addresses: [] as string[],
  leastMinor: 1,
  mostMinor: null,
  isEnabled: true,
  gateway: { shopId: shop.shopId, accountField: 'account', apiUrl: gateway.apiUrl },
});

beforeAll(async () => {
  [till, gateway] = await Promise.all([openTill(), startYookassa()]);
  subscriberId = await till.addHolder();
  accountId = await addAccount(till.world, subscriberId);
  number = `40-${subscriberId}`;
  const { secretKey } = shop;
  const made = await till.call('POST /api/payment-sources', { ...fields(), secretKey });
  sourceId = made.body.id;
});
afterAll(async () => {
  await gateway.stop();
  await till.world.close();
});

/** Tells as the gateway does. What stands in the object is anybody's word. */
const tell = async (event: string, id: string, more: object = {}, to = sourceId) => {
  const answer = await till.world.request({
    method: 'POST',
    url: `/pay/yookassa/${to}`,
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify({ type: 'notification', event, object: { id, ...more } }),
  });
  return answer.statusCode;
};
const paid = async (): Promise<number> => (await till.sums(accountId))?.sum ?? 0;
const found = async (q: string) => (await till.call('GET /api/payments', { q })).body.payments;
const notice = async (objectId: string) => {
  const { rows } = await till.world.ctx.pool.query<{ state: string; times: number; body: string }>(
    'select state, times, body from payment_notices where object_id = $1 order by id desc limit 1',
    [objectId],
  );
  return rows[0];
};
const mine = () => ({ metadata: { account: number }, description: 'Интернет' });

test('a payment is credited once by what the gateway itself says, however often it is told', async () => {
  const before = await paid();
  gateway.pay('pay-1', '1500.05', mine());
  const lie = { amount: { value: '999999.00', currency: 'RUB' } };
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => tell('payment.succeeded', 'pay-1', lie)),
  );
  answers.push(await tell('payment.succeeded', 'pay-1'));
  expect(new Set(answers)).toEqual(new Set([200]));
  expect(await paid()).toBe(before + 150_005);
  expect(await found('pay-1')).toMatchObject([
    { amountMinor: 150_005, account: number, purpose: 'Интернет', sourceKind: 'yookassa' },
  ]);
  expect(await notice('pay-1')).toMatchObject({ state: 'done', times: 6 });
});

test('what the gateway does not know, or has not settled, credits nothing', async () => {
  const before = await paid();
  expect(await tell('payment.succeeded', 'pay-nobody')).toBe(200);
  expect(await notice('pay-nobody')).toMatchObject({ state: 'refused' });
  gateway.pay('pay-2', '10.00', { ...mine(), status: 'waiting_for_capture' });
  expect(await tell('payment.waiting_for_capture', 'pay-2')).toBe(200);
  expect(await tell('payment.succeeded', 'pay-2')).toBe(503);
  gateway.pay('pay-2', '10.00', { ...mine(), status: 'canceled' });
  expect(await tell('payment.canceled', 'pay-2')).toBe(200);
  expect(await paid()).toBe(before);
});

test('while the gateway cannot be asked the notice is kept and has to come again', async () => {
  const before = await paid();
  gateway.pay('pay-3', '70', mine());
  gateway.state.isDead = true;
  expect(await tell('payment.succeeded', 'pay-3')).toBe(503);
  expect(await notice('pay-3')).toMatchObject({
    state: 'waiting',
    body: expect.stringContaining('pay-3') as string,
  });
  expect(await paid()).toBe(before);
  gateway.state.isDead = false;
  expect(await tell('payment.succeeded', 'pay-3')).toBe(200);
  expect(await paid()).toBe(before + 7000);
});

test('of an account that there is not a payment waits for a person', async () => {
  gateway.pay('pay-4', '33.30', { metadata: { account: 'нет такого' } });
  expect(await tell('payment.succeeded', 'pay-4')).toBe(200);
  expect(await found('pay-4')).toMatchObject([
    { state: 'unidentified', accountGiven: 'нет такого', amountMinor: 3330 },
  ]);
});

test('a refund made at the gateway is a return here, once, though it is told before its payment', async () => {
  const before = await paid();
  gateway.pay('pay-5', '100.00', mine());
  gateway.refund('refund-1', 'pay-5', '40.00');
  const told = () => tell('refund.succeeded', 'refund-1', { payment_id: 'pay-5' });
  expect(await Promise.all([told(), told(), told()])).toEqual([200, 200, 200]);
  expect(await tell('payment.succeeded', 'pay-5')).toBe(200);
  expect(await paid()).toBe(before + 6000);
  // What a person wrote down here before the gateway told of it is the same refund.
  const [payment] = await found('pay-5');
  const id = payment?.id ?? 0;
  const back = { id, amountMinor: 6000, reason: 'Просил' };
  expect((await till.call('POST /api/payments/{id}/returns', back)).status).toBe(201);
  gateway.refund('refund-2', 'pay-5', '60.00');
  expect(await tell('refund.succeeded', 'refund-2')).toBe(200);
  expect(await paid()).toBe(before);
  gateway.refund('refund-3', 'pay-5', '1.00');
  expect(await tell('refund.succeeded', 'refund-3')).toBe(200);
  const { body } = await till.call('GET /api/payment-conflicts');
  expect(body.conflicts).toMatchObject([{ accountGiven: 'refund-3', amountMinor: 100 }]);
});

test('an erasure empties whatever the gateway told of somebody’s payments, refunds too', async () => {
  await tell('payment.waiting_for_capture', 'pay-5', { description: 'Пётр' });
  const bodies = async () => {
    const { rows } = await till.world.ctx.pool.query<{ body: string }>(
      `select body from payment_notices
       where  object_id in ('pay-5', 'refund-1', 'refund-2', 'refund-3')`,
    );
    return rows.map(({ body }) => body !== '');
  };
  expect(await bodies()).toEqual([true, true, true, true, true]);
  await inTransaction(till.world.ctx, (ctx) => forgetPayments(ctx, [subscriberId]));
  expect(await bodies()).toEqual([false, false, false, false, false]);
});

test('no source that is called by others comes without a guard, and no secret into the journal', async () => {
  const bare = { ...fields(), gateway: null };
  const refused: string[] = [];
  for (const kind of madeSources) {
    const made = await till.call('POST /api/payment-sources', { ...bare, kind, name: kind });
    if (made.status !== 201) refused.push(kind);
  }
  expect(refused).toEqual(madeSources.filter(isCaller));
  const stray = { ...fields(), kind: 'yookassa' as const, name: 'Ещё', bankAccount: null };
  const secrets = { secretKey: 'a secret of theirs', token: 'another secret' };
  await inTransaction(till.world.ctx, (ctx) => addSource(ctx, { ...stray, ...secrets }));
  const { rows } = await till.world.ctx.pool.query<{ facts: object; settings: object }>(
    `select e.facts, s.settings from events e
     join   payment_sources s on s.id = e.subject_id and s.name = 'Ещё'
     where  e.type = 'billing.source_added'`,
  );
  expect(rows).toMatchObject([{ settings: { shopId: shop.shopId } }]);
  expect(JSON.stringify(rows)).not.toContain('secret');
});

test('only a gateway that is on is heard, from where it may call, and in words that can be read', async () => {
  const asked = gateway.state.asked;
  expect(await tell('payment.succeeded', 'pay-1', {}, sourceId + 1)).toBe(404);
  const { sources } = (await till.call('GET /api/payment-sources')).body;
  const source = sources.find(({ id }) => id === sourceId)!;
  // The key is told to nobody.
  expect(JSON.stringify(source)).not.toContain(shop.secretKey);
  const change = (version: number, more: object) =>
    till.call('PUT /api/payment-sources/{id}', { ...fields(), id: sourceId, version, ...more });
  await change(source.version, { addresses: ['192.0.2.0/24'] });
  expect(await tell('payment.succeeded', 'pay-1')).toBe(404);
  await change(source.version + 1, {});
  expect(await tell('Payment!', 'pay-1')).toBe(400);
  expect(gateway.state.asked).toBe(asked);
  expect(await tell('payment.succeeded', 'pay-1')).toBe(200);
  const keyless = await till.call('POST /api/payment-sources', { ...fields(), name: 'Другая' });
  expect(keyless.body).toMatchObject({ code: 'billing.gateway_incomplete' });
});

test('what the payer wrote is forgotten where no erasure of a subscriber reaches it', async () => {
  gateway.pay('pay-9', '5.00', { description: 'От Петра', metadata: { account: 'чей-то' } });
  await tell('payment.succeeded', 'pay-9');
  const [payment] = await found('pay-9');
  const id = payment?.id ?? 0;
  await till.call('POST /api/payments/{id}/returns', { id, amountMinor: 500, reason: 'Чужой' });
  const forget = async (days: number): Promise<[string | undefined, string | undefined]> => {
    till.world.clock.advance({ seconds: days * 86_400 });
    await till.world.tick('billing.forget_payers');
    return [(await found('pay-9'))[0]?.purpose, (await notice('pay-9'))?.body];
  };
  expect(await forget(1)).toEqual(['От Петра', expect.stringContaining('pay-9')]);
  expect(await forget(30)).toEqual(['От Петра', '']);
  expect(await forget(60)).toEqual(['', '']);
  // What waits for its owner keeps its words.
  expect(await found('pay-4')).toMatchObject([{ accountGiven: 'нет такого', amountMinor: 3330 }]);
});
