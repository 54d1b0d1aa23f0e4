import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { openShop, type Shop } from '../testing/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.world.close());

const agents = 'POST /api/accounts/{id}/cards';
const wrong = '00000000000000';

/** The public door, from an address; nobody is known there. */
const openly = async (
  account: string,
  pin: string,
  remoteAddress = '10.0.0.1',
  headers: Record<string, string> = {},
) => {
  const answer = await shop.world.request({
    method: 'POST',
    url: '/api/cards/activate',
    remoteAddress,
    headers,
    payload: { account, pin },
  });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
};

async function soldCards(): Promise<string[]> {
  const dealer = await shop.addDealer();
  const { id, pins } = await shop.addBatch();
  await shop.deed(id, 'given', [1, 10], dealer.id);
  await shop.deed(id, 'sold', [1, 9], dealer.id);
  return pins;
}

test('whatever hinders it, the public door says the same; a lost answer is given again', async () => {
  const [pin = '', used = '', ...rest] = await soldCards();
  const unsold = rest.at(-1) ?? '';
  const one = await shop.addHolder();
  const two = await shop.addHolder();
  expect((await openly(two.account, used)).status).toBe(200);
  const answers = [
    await openly(one.account, wrong),
    await openly(one.account, used),
    await openly(one.account, unsold),
    await openly('no such account', pin),
  ];
  const [first] = answers;
  expect(first).toMatchObject({ status: 422, body: { code: 'dealers.not_activated' } });
  for (const answer of answers) expect(answer).toEqual(first);
  const done = await openly(one.account, pin);
  expect(done.body).toMatchObject({ amountMinor: 30_000, account: one.account });
  expect(await openly(one.account, pin)).toEqual(done);
  expect((await shop.stands())[`account ${one.accountId}`]).toBe(30_000);
});

test('two strangers with one key are told each of their own card', async () => {
  const [pin = '', other = ''] = await soldCards();
  const [one, two] = [await shop.addHolder(), await shop.addHolder()];
  const key = { 'idempotency-key': '1' };
  expect((await openly(one.account, pin, '10.4.0.1', key)).status).toBe(200);
  expect((await openly(two.account, other, '10.4.0.2', key)).body['account']).toBe(two.account);
  const reused = await openly(two.account, pin, '10.4.0.2', key);
  expect(reused.body['code']).toBe('kernel.key_reused');
});

test('after five wrong ones a caller waits with an account, is told how long, and then goes on', async () => {
  const [pin = '', second = '', third = '', fourth = ''] = await soldCards();
  const { account, accountId } = await shop.addHolder();
  for (let tries = 0; tries < 5; tries += 1) {
    expect((await openly(account, wrong, '10.1.0.9')).status).toBe(422);
  }
  shop.world.clock.advance({ seconds: 300 });
  const waits = await openly(account, pin, '10.1.0.9');
  expect(waits).toMatchObject({ status: 429, body: { code: 'dealers.too_many_attempts' } });
  expect(String(waits.body['title'])).toContain('10 мин');
  // A stranger takes nobody's tries: from elsewhere, and by an agent, the holder goes on.
  expect((await openly(account, third, '10.1.0.8')).status).toBe(200);
  expect((await shop.call(agents, { id: accountId, pin: fourth })).status).toBe(200);
  shop.world.clock.advance({ seconds: 660 });
  expect((await openly(account, pin, '10.1.0.9')).status).toBe(200);
  expect((await openly(account, second, '10.1.0.9')).status).toBe(200);
});

test('an agent waits after five wrong ones for an account, and with another goes on', async () => {
  const [pin = ''] = await soldCards();
  const [one, two] = [await shop.addHolder(), await shop.addHolder()];
  const agent = await signedIn(shop.world, { role: 'agent' });
  const tell = (accountId: number, told: string, who = agent) =>
    shop.call(agents, { id: accountId, pin: told }, who.as);
  for (let tries = 0; tries < 5; tries += 1) await tell(one.accountId, wrong);
  expect((await tell(one.accountId, pin)).status).toBe(429);
  expect((await tell(two.accountId, wrong)).body.code).toBe('dealers.no_such_pin');
  expect((await tell(one.accountId, pin, await signedIn(shop.world))).status).toBe(200);
});

test('a thousand addresses are no way round for one account', async () => {
  const { account } = await shop.addHolder();
  const tries = Array.from({ length: 103 }, (_, at) => openly(account, wrong, `10.9.${at}.1`));
  const answers = await Promise.all(tries);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(3);
});

test('of many at once no more than the limit are looked at, from one address for any account', async () => {
  const tries = Array.from({ length: 26 }, (_, at) => openly(`nobody ${at}`, wrong, '10.2.0.1'));
  const answers = await Promise.all(tries);
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(20);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(6);
  const { account } = await shop.addHolder();
  expect((await openly(account, wrong, '10.2.0.2')).status).toBe(422);
  // All addresses of one connection are one.
  const house = Array.from({ length: 21 }, (_, at) =>
    openly(`nobody ${at}`, wrong, `2001:db8:1:2::${at}`),
  );
  const refused = (await Promise.all(house)).filter(({ status }) => status === 429);
  expect(refused).toHaveLength(1);
  shop.world.clock.advance({ seconds: 960 });
  await shop.world.tick('dealers.attempts');
  const left = await shop.world.ctx.pool.query('select from card_attempts');
  expect(left.rowCount).toBe(0);
});

test('two who activate one card at once credit it once, to one of them', async () => {
  const [pin = ''] = await soldCards();
  const holders = [await shop.addHolder(), await shop.addHolder()];
  const before = await shop.stands();
  const answers = await Promise.all(
    [0, 1, 0, 1].map((at) => openly(holders[at]?.account ?? '', pin, '10.3.0.1')),
  );
  const stands = await shop.stands();
  const credited = holders.map(({ accountId }) => stands[`account ${accountId}`] ?? 0);
  expect(credited.toSorted((a, b) => a - b)).toEqual([0, 30_000]);
  expect((before['cards'] ?? 0) - (stands['cards'] ?? 0)).toBe(30_000);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    200, 200, 422, 422,
  ]);
});

test('an agent credits accounts within reach alone, and is told what is wrong with a card', async () => {
  const [pin = ''] = await soldCards();
  const { accountId: id } = await shop.addHolder();
  for (const permissions of [
    { 'dealers.activate': 'own', 'billing.view': 'all' },
    { 'dealers.activate': 'all', 'billing.view': 'own' },
  ] as const) {
    const agent = await signedIn(shop.world, { permissions });
    const answer = await shop.call(agents, { id, pin }, agent.as);
    expect([answer.status, answer.body.code]).toEqual([404, 'billing.no_such_account']);
  }
  const agent = await signedIn(shop.world, { role: 'agent' });
  const missed = await shop.call(agents, { id, pin: wrong }, agent.as);
  expect(missed.body.code).toBe('dealers.no_such_pin');
  expect((await shop.call(agents, { id, pin }, agent.as)).status).toBe(200);
  const { accountId: other } = await shop.addHolder();
  expect((await shop.call(agents, { id: other, pin }, agent.as)).body.code).toBe(
    'dealers.card_used',
  );
});
