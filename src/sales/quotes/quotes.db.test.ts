import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as catalogApi } from '../../catalog/api.ts';
import type { SignedIn } from '../../testing/staff.ts';
import { nobody, openSalesDesk, type SalesDesk, tokenIn } from '../testing/sales-desk.ts';

let desk: SalesDesk;
beforeAll(async () => {
  desk = await openSalesDesk();
});
afterAll(() => desk.world.close());

const home = (): number => desk.versions.get('Домашний 300') ?? 0;

/** Gives a product a newer version. @returns the one that is sold no more */
async function supersede(name: string): Promise<number> {
  const catalog = desk.world.via(catalogApi);
  const { products } = (await catalog('GET /api/products', {}, desk.boss.as)).body;
  const id = products.find((one) => one.name === name)?.id ?? 0;
  const terms = { monthlyFeeMinor: 34_900, validFrom: '2026-03-01' };
  await catalog('POST /api/products/{id}/versions', { id, terms }, desk.boss.as);
  return desk.versions.get(name) ?? 0;
}

test('a quote keeps what was offered, and whoever has its link accepts it once', async () => {
  const id = await desk.openDeal();
  const token = tokenIn((await desk.quote(id)).path);
  const shown = await desk.call('GET /api/public/quotes/{token}', { token }, nobody);
  expect(shown.body).toMatchObject({
    state: 'offered',
    isHolding: true,
    monthlyMinor: 104_900,
    onceMinor: 100_000,
    lines: [
      { name: 'Домашний 300', speedKbps: 300_000, leastMonths: 12, leavingFeeMinor: 300_000 },
      { name: 'Кинотеатр', leastMonths: 0, leavingFeeMinor: 0 },
      {},
    ],
    validUntil: '2026-03-16',
  });
  expect(JSON.stringify(shown.body)).not.toMatch(/Котова|5551001/);
  const accept = (name: string, as: SignedIn['as'] = nobody) =>
    desk.call('POST /api/public/quotes/{token}/accept', { token, name }, as);
  // Whoever sells looks at it, and answers nothing for the buyer.
  const ours = await desk.call('GET /api/public/quotes/{token}', { token });
  expect([ours.body.isOurs, shown.body.isOurs]).toEqual([true, false]);
  const code = 'sales.buyer_alone';
  expect((await accept('Котова Анна', desk.boss.as)).body).toMatchObject({ code });
  const no = await desk.call('POST /api/public/quotes/{token}/decline', { token });
  expect(no.body).toMatchObject({ code });
  const answers = await Promise.all(['Котова Анна', 'Кто-то другой'].map((name) => accept(name)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const { body } = await desk.call('GET /api/deals/{id}/quotes', { id });
  expect(body.quotes).toMatchObject([{ state: 'accepted' }]);
  expect(body.quotes[0]?.seenAt).not.toBeNull();
  const deal = (await desk.call('GET /api/deals/{id}', { id })).body;
  expect(deal).toMatchObject({ monthlyMinor: 104_900, onceMinor: 100_000 });
  expect(deal.history.filter(({ type }) => type === 'sales.quote_accepted')).toHaveLength(1);
  const decline = await desk.call('POST /api/public/quotes/{token}/decline', { token }, nobody);
  expect(decline.body).toMatchObject({ code: 'sales.quote_decided' });
});

test('a new quote takes the former back, and one of yesterday is too late', async () => {
  const id = await desk.openDeal();
  const former = tokenIn((await desk.quote(id)).path);
  const today = tokenIn((await desk.quote(id, { validUntil: '2026-03-02' })).path);
  const accept = (token: string) =>
    desk.call('POST /api/public/quotes/{token}/accept', { token, name: 'Котова' }, nobody);
  expect((await accept(former)).body).toMatchObject({ code: 'sales.quote_decided' });
  desk.world.clock.advance({ seconds: 86_400 });
  expect((await accept(today)).body).toMatchObject({ code: 'sales.quote_past' });
  const late = await desk.call('GET /api/public/quotes/{token}', { token: today }, nobody);
  expect(late.body).toMatchObject({ state: 'offered', isPast: true, isHolding: false });
  const { id: quoteId, path } = await desk.quote(id);
  const words = 'Дорого';
  const token = tokenIn(path);
  await desk.call('POST /api/public/quotes/{token}/decline', { token, words }, nobody);
  const { body } = await desk.call('GET /api/deals/{id}/quotes', { id });
  expect(body.quotes[0]).toMatchObject({ id: quoteId, state: 'declined', declineWords: words });
  const withdraw = await desk.call('POST /api/deals/{id}/quotes/{quoteId}/withdraw', {
    id,
    quoteId,
    reason: 'Опечатка',
  });
  expect(withdraw.body).toMatchObject({ code: 'sales.quote_decided' });
});

test('nothing is offered under a closed deal, nor what is not sold', async () => {
  const id = await desk.openDeal();
  expect(await desk.quote(id, { productVersionIds: [999_999] })).toMatchObject({
    code: 'sales.no_such_version',
  });
  expect(await desk.quote(id, { validUntil: '2026-01-01' })).toMatchObject({
    code: 'sales.quote_past',
  });
  const superseded = await supersede('Кинотеатр');
  expect(await desk.quote(id, { productVersionIds: [superseded] })).toMatchObject({
    code: 'sales.no_such_version',
  });
  const open = tokenIn((await desk.quote(id, { productVersionIds: [home()] })).path);
  await desk.call('POST /api/deals/{id}/win', { id, version: 1 });
  const accept = { token: open, name: 'Котова Анна' };
  expect(
    (await desk.call('POST /api/public/quotes/{token}/accept', accept, nobody)).body,
  ).toMatchObject({ code: 'sales.quote_decided' });
  const late = await desk.call('GET /api/public/quotes/{token}', { token: open }, nobody);
  expect(late.body).toMatchObject({ state: 'withdrawn', isHolding: false });
  expect(await desk.quote(id)).toMatchObject({ code: 'sales.deal_closed' });
  const token = 'x'.repeat(43);
  const gone = await desk.call('GET /api/public/quotes/{token}', { token }, nobody);
  expect(gone.status).toBe(404);
});

test('an acceptance is taken back with a reason, and the deal is worth what it was', async () => {
  const id = await desk.openDeal({ monthlyMinor: 50_000 });
  const only = { productVersionIds: [home()] };
  const { quoteId, token } = await desk.accepted(id, only);
  const deal = async () => (await desk.call('GET /api/deals/{id}', { id })).body;
  expect(await deal()).toMatchObject({ monthlyMinor: 75_000, onceMinor: 100_000 });
  const undo = (reason = 'Передумали: переезжают') =>
    desk.call('POST /api/deals/{id}/quotes/{quoteId}/undo', { id, quoteId, reason });
  expect((await undo(' ')).status).toBe(422);
  const answers = await Promise.all([undo(), undo()]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(await deal()).toMatchObject({ monthlyMinor: 50_000, onceMinor: 0 });
  const { quotes } = (await desk.call('GET /api/deals/{id}/quotes', { id })).body;
  expect(quotes).toMatchObject([
    { state: 'withdrawn', undoReason: 'Передумали: переезжают', contract: null },
  ]);
  const shown = await desk.call('GET /api/public/quotes/{token}', { token }, nobody);
  expect(shown.body).toMatchObject({ state: 'withdrawn', hasContract: false });
  const { version } = await deal();
  const connect = await desk.call('POST /api/deals/{id}/connect', { id, version });
  expect(connect.body).toMatchObject({ code: 'sales.nothing_accepted' });

  const { quoteId: later } = await desk.accepted(id, only);
  const now = (await deal()).version;
  const connected = await desk.call('POST /api/deals/{id}/connect', { id, version: now });
  expect(connected.status).toBe(201);
  const at = { id, quoteId: later, reason: 'Поздно' };
  const late = await desk.call('POST /api/deals/{id}/quotes/{quoteId}/undo', at);
  expect(late.body).toMatchObject({ code: 'sales.already_connected' });
});

test('one quote is accepted at a time, and taking it back brings none that it replaced', async () => {
  const id = await desk.openDeal({ monthlyMinor: 50_000 });
  const only = { productVersionIds: [home()] };
  const first = await desk.accepted(id, only);
  const second = await desk.accepted(id, { ...only, connectionMinor: 0 });
  const states = async () =>
    (await desk.call('GET /api/deals/{id}/quotes', { id })).body.quotes.map(({ state }) => state);
  const history = async () =>
    (await desk.call('GET /api/deals/{id}', { id })).body.history.map(({ type, facts }) => [
      type.replace('sales.', ''),
      facts['quoteId'],
    ]);
  expect(await history()).toContainEqual(['quote_withdrawn', first.quoteId]);
  await desk.quote(id, only);
  const offered = (await desk.quote(id, only)).id;
  expect(await history()).toContainEqual(['quote_withdrawn', offered - 1]);
  await desk.call('POST /api/deals/{id}/quotes/{quoteId}/withdraw', {
    id,
    quoteId: offered,
    reason: 'Лишний',
  });
  expect(await states()).toEqual(['withdrawn', 'withdrawn', 'accepted', 'withdrawn']);
  const undo = (quoteId: number) =>
    desk.call('POST /api/deals/{id}/quotes/{quoteId}/undo', { id, quoteId, reason: 'Ошибка' });
  expect((await undo(first.quoteId)).body).toMatchObject({ code: 'sales.not_accepted' });
  expect((await undo(second.quoteId)).status).toBe(200);
  expect(await states()).toEqual(Array(4).fill('withdrawn'));
  const deal = (await desk.call('GET /api/deals/{id}', { id })).body;
  expect(deal).toMatchObject({ monthlyMinor: 50_000, onceMinor: 0 });
  const { version } = deal;
  const connect = await desk.call('POST /api/deals/{id}/connect', { id, version });
  expect(connect.body).toMatchObject({ code: 'sales.nothing_accepted' });
});

test('what a deal was said to be worth between two acceptances is what it is again', async () => {
  const id = await desk.openDeal({ monthlyMinor: 50_000 });
  const only = { productVersionIds: [home()] };
  await desk.accepted(id, only);
  const { version } = (await desk.call('GET /api/deals/{id}', { id })).body;
  await desk.call('PATCH /api/deals/{id}', { id, version, monthlyMinor: 61_000 });
  const { quoteId } = await desk.accepted(id, only);
  await desk.call('POST /api/deals/{id}/quotes/{quoteId}/undo', { id, quoteId, reason: 'Ошибка' });
  expect((await desk.call('GET /api/deals/{id}', { id })).body).toMatchObject({
    monthlyMinor: 61_000,
    onceMinor: 100_000,
  });
});

test('what a buyer may not take is offered only by whoever may adjust charges', async () => {
  await desk.sellTo('Домашний 300', [{ rule: 'tenure', leastMonths: 12 }]);
  const seller = await desk.hire('sales.work');
  const id = await desk.openDeal();
  const offer = { id, productVersionIds: [home()] };
  const refused = await desk.call('POST /api/deals/{id}/quotes', offer, seller);
  expect(refused.body).toMatchObject({ code: 'sales.not_for_buyer' });
  expect(refused.body.title).toContain('Домашний 300');
  expect((await desk.call('POST /api/deals/{id}/quotes', offer)).status).toBe(201);
  await desk.sellTo('Домашний 300', [{ rule: 'newcomer' }]);
  expect((await desk.call('POST /api/deals/{id}/quotes', offer, seller)).status).toBe(201);
});
