import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as billingApi } from '../../billing/api.ts';
import { holdAccounts, innerSource, receivePayment } from '../../billing/index.ts';
import { bulkLoad as loadProducts } from '../../catalog/index.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { must } from '../../kernel/result.ts';
import { chargeParts, chargeRest } from './charge-parts.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { openSalesDesk, type SalesDesk } from '../testing/sales-desk.ts';

let desk: SalesDesk;
beforeAll(async () => {
  desk = await openSalesDesk();
  const billing = desk.world.via(billingApi);
  const { body } = await billing('GET /api/billing-settings', {}, desk.boss.as);
  const begun = { ...body, chargesBeginOn: '2026-03-01', proration: 'day' as const };
  await billing('PUT /api/billing-settings', begun, desk.boss.as);
  await desk.world.hear();
});
afterAll(() => desk.world.close());

const split = { payment: 'split', parts: 3, connectionMinor: 100_000 };
let soldSoFar = 0;
const connected = async (more: object = {}): Promise<{ id: number; accountId: number }> => {
  soldSoFar += 1;
  const id = await desk.openDeal({ phone: `+7913555200${soldSoFar}` });
  await desk.accepted(id, more);
  const { version } = (await desk.call('GET /api/deals/{id}', { id })).body;
  const { body } = await desk.call('POST /api/deals/{id}/connect', { id, version });
  return { id, accountId: body.accountId };
};
const undo = async (id: number, reason = 'Передумали') => {
  const { version } = (await desk.call('GET /api/deals/{id}', { id })).body;
  return desk.call('POST /api/deals/{id}/connect/undo', { id, version, reason });
};
const order = async (id: number) => (await desk.call('GET /api/deals/{id}/order', { id })).body;
const onceOf = async (accountId: number): Promise<number[]> => {
  const { rows } = await desk.world.ctx.pool.query<{ minor: number }>(
    `select amount_minor as minor from charges
     where  account_id = $1 and kind = 'one_off' order by id`,
    [accountId],
  );
  return rows.map(({ minor }) => minor);
};
const balanceOf = async (accountId: number): Promise<number | undefined> => {
  const { rows } = await desk.world.ctx.pool.query<{ minor: number }>(
    `select b.balance_minor as minor
     from   ledger_accounts l join ledger_balances b on b.ledger_account_id = l.id
     where  l.account_id = $1`,
    [accountId],
  );
  return rows[0]?.minor;
};
/** A tariff that takes a fee for connecting. */
const withFee = async (): Promise<number> => {
  const tariff = {
    kind: 'tariff' as const,
    service: 'internet' as const,
    name: 'С подключением',
    monthlyFeeMinor: 60_000,
    connectionFeeMinor: 20_000,
    currency: 'RUB',
    speedKbps: 100_000,
    validFrom: '2025-01-01',
  };
  const made = await inBulkTransaction(desk.world.ctx, (ctx) => loadProducts(ctx, [tariff]));
  return made.get(tariff.name) ?? 0;
};
const forward = (day: string): void => desk.world.clock.moveTo(new Date(`${day}T09:00:00Z`));

test('a connection in parts is charged a part a month, each once', async () => {
  const { id, accountId } = await connected(split);
  expect(await onceOf(accountId)).toEqual([33_334]);
  const [connection] = (await order(id)).connections;
  expect(connection?.parts).toMatchObject([
    { dueOn: '2026-03-02', amountMinor: 33_334, state: 'charged' },
    { dueOn: '2026-04-02', amountMinor: 33_333, state: 'due' },
    { dueOn: '2026-05-02', amountMinor: 33_333, state: 'due' },
  ]);
  forward('2026-04-02');
  await Promise.all([1, 2].map(() => desk.world.tick('sales.connection_parts')));
  await desk.world.tick('sales.connection_parts');
  expect(await onceOf(accountId)).toEqual([33_334, 33_333]);
  // Who leaves pays the rest at once, besides what leaving before the term costs.
  const { body: served } = await desk.world.via(billingApi)(
    'GET /api/accounts/{id}/service',
    { id: accountId },
    desk.boss.as,
  );
  expect(served).toMatchObject({ restMinor: 33_333 });
  const close = { id: accountId, words: 'Переезд' };
  const closed = await desk.world.via(billingApi)(
    'POST /api/accounts/{id}/close',
    close,
    desk.boss.as,
  );
  expect(closed.status).toBe(200);
  // The balance that is told at the closing holds it all.
  expect(await onceOf(accountId)).toEqual([33_334, 33_333, 33_333, 300_000]);
  expect(closed.body).toMatchObject({ balanceMinor: await balanceOf(accountId) });
  await desk.world.tick('sales.connection_parts');
  expect(await onceOf(accountId)).toHaveLength(4);
});

test('what nobody has paid for is taken back whole, and can be made again', async () => {
  const { id, accountId } = await connected(split);
  const undone = await undo(id);
  expect(undone.body).toMatchObject({ balanceMinor: 0 });
  expect(await onceOf(accountId)).toEqual([33_334, -33_334]);
  const deal = (await desk.call('GET /api/deals/{id}', { id })).body;
  expect(deal).toMatchObject({ state: 'open', account: null });
  expect((await undo(id)).body.code).toBe('sales.not_connected');
  const again = { id, version: deal.version };
  const { status, body } = await desk.call('POST /api/deals/{id}/connect', again);
  expect(status).toBe(201);
  expect(body.accountId).not.toBe(accountId);
  const { connections } = await order(id);
  expect(connections).toMatchObject([
    { undoReason: 'Передумали', parts: [{ state: 'charged' }, { state: 'dropped' }, {}] },
    { accountId: body.accountId, undoneAt: null },
  ]);
  forward('2026-09-01');
  await desk.world.tick('sales.connection_parts');
  expect(await onceOf(accountId)).toEqual([33_334, -33_334]);
  expect(await onceOf(body.accountId)).toHaveLength(3);
});

test('who was connected by mistake is still the newcomer that they were', async () => {
  await desk.sellTo('Домашний 300', [{ rule: 'newcomer' }]);
  const { id } = await connected();
  desk.world.clock.advance({ seconds: 2 * 86_400 });
  expect((await undo(id)).status).toBe(200);
  const seller = await desk.hire('sales.work', 'subscribers.view', 'billing.view', 'billing.serve');
  const { version } = (await desk.call('GET /api/deals/{id}', { id })).body;
  const again = await desk.call('POST /api/deals/{id}/connect', { id, version }, seller);
  expect(again.body).not.toHaveProperty('code');
  await undo(id);
  const offer = { id, productVersionIds: [...desk.versions.values()] };
  const offered = await desk.call('POST /api/deals/{id}/quotes', offer, seller);
  expect(offered.status).toBe(201);
  await desk.sellTo('Домашний 300', []);
});

test('once the subscriber has paid, their money is returned first', async () => {
  const { id, accountId } = await connected();
  await inTransaction(desk.world.ctx, async (ctx) => {
    const source = await innerSource(ctx, 'cards', 'RUB');
    const { subscriberId } = (await desk.call('GET /api/deals/{id}', { id })).body;
    const account = { id: accountId, subscriberId: subscriberId ?? 0 };
    const payment = { externalId: 'карта 1', account, accountGiven: '', amountMinor: 5000 };
    must(await receivePayment(ctx, { ...payment, source, paidAt: ctx.clock.now() }));
  });
  expect((await undo(id)).body.code).toBe('sales.money_came');
  expect((await desk.call('GET /api/deals/{id}', { id })).body).toMatchObject({ state: 'won' });
});

const all = async <T extends object>(text: string, ...values: unknown[]): Promise<T[]> =>
  (await desk.world.ctx.pool.query<T>(text, values)).rows;
const standing = (id: number) =>
  all(
    `select status, customer_since as since, left_on as left from subscribers
     where  id = (select subscriber_id from accounts where id = $1)`,
    id,
  );

test('the fee of a version for connecting comes back too, and a newcomer is one again', async () => {
  const { id, accountId } = await connected({ productVersionIds: [await withFee()] });
  expect(await standing(accountId)).toMatchObject([{ status: 'active' }]);
  forward('2026-11-05');
  expect((await undo(id)).status).toBe(200);
  const fees = await all<{ minor: number }>(
    `select amount_minor as minor from charges
     where  account_id = $1 and kind = 'connection' order by id`,
    accountId,
  );
  expect(fees).toEqual([{ minor: 20_000 }, { minor: -20_000 }]);
  expect(await standing(accountId)).toEqual([{ status: 'prospect', since: null, left: null }]);
});

test('a part that was corrected is not given back once more', async () => {
  const { id, accountId } = await connected();
  const [line] = await all<{ id: number }>(
    `select posting_id as id from charges where account_id = $1 and kind = 'one_off'`,
    accountId,
  );
  const billing = desk.world.via(billingApi);
  const { body } = await billing('GET /api/correction-reasons', {}, desk.boss.as);
  const reasonId = body.reasons[0]?.id ?? 0;
  const refund = { id: accountId, kind: 'refund' as const, amountMinor: 4000, reasonId };
  const asked = { ...refund, lineId: line?.id };
  const made = await billing('POST /api/accounts/{id}/corrections', asked, desk.boss.as);
  expect(made.status).toBe(201);
  expect((await undo(id)).body.code).toBe('sales.part_corrected');
  expect(await onceOf(accountId)).toEqual([100_000]);
  await billing('POST /api/corrections/{id}/withdraw', { id: made.body.id }, desk.boss.as);
  expect((await undo(id)).status).toBe(200);
  expect(await onceOf(accountId)).toEqual([100_000, -100_000]);
  const late = await billing('POST /api/accounts/{id}/corrections', asked, desk.boss.as);
  expect(late.body.code).toBe('billing.not_a_charge');
});

const somebodyWaits = async (): Promise<void> => {
  const waiting = `select from pg_stat_activity
    where wait_event_type = 'Lock' and query ~ 'from accounts.*for no key update'`;
  await expect.poll(() => all(waiting)).not.toHaveLength(0);
};

test('a part that is being charged meanwhile is waited for, and comes back', async () => {
  const { id, accountId } = await connected({ ...split, parts: 2 });
  forward('2026-12-10');
  const hold = Promise.withResolvers<undefined>();
  const charged = Promise.withResolvers<undefined>();
  const charging = inTransaction(desk.world.ctx, async (ctx) => {
    await chargeParts(ctx);
    charged.resolve(undefined);
    await hold.promise;
  });
  await charged.promise;
  const undoing = undo(id);
  await somebodyWaits();
  hold.resolve(undefined);
  await charging;
  expect((await undoing).status).toBe(200);
  expect(await onceOf(accountId)).toEqual([50_000, 50_000, -50_000, -50_000]);
});

test('who closes an account and who charges its parts come one by one', async () => {
  const { accountId } = await connected({ ...split, parts: 2 });
  forward('2027-01-15');
  let ticking = Promise.resolve();
  await inTransaction(desk.world.ctx, async (ctx) => {
    await holdAccounts(ctx, [accountId]);
    ticking = desk.world.tick('sales.connection_parts');
    await somebodyWaits();
    await chargeRest(ctx, { accountId });
  });
  await ticking;
  expect(await onceOf(accountId)).toEqual([50_000, 50_000]);
});

test('a serial number is with one person, and what was sold stays with its connection', async () => {
  const bare = await desk.openDeal();
  const router = { kind: 'Роутер', serial: 'SN-7', basis: 'rented' as const };
  const hand = (id: number, more: object = {}) =>
    desk.call('POST /api/deals/{id}/equipment', { id, ...router, ...more });
  expect((await hand(bare)).body.code).toBe('sales.nothing_accepted');
  const ids = [await desk.openDeal(), await desk.openDeal()];
  for (const id of ids) await desk.accepted(id);
  const both = await Promise.all(ids.map((id) => hand(id)));
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  const at = both.findIndex(({ status }) => status === 201);
  const { id, other } = { id: ids[at] ?? 0, other: ids[1 - at] ?? 0 };
  const back = { id, equipmentId: both[at]?.body.id ?? 0, reason: 'Не подошёл' };
  const giveBack = 'POST /api/deals/{id}/equipment/{equipmentId}/return';
  expect((await desk.call(giveBack, { ...back, id: other })).status).toBe(404);
  expect((await desk.call(giveBack, back)).status).toBe(200);
  expect((await desk.call(giveBack, back)).body.code).toBe('sales.returned_already');
  expect((await hand(other)).status).toBe(201);
  const sold = await hand(id, { serial: 'SN-8', basis: 'sold' });
  const { version } = (await desk.call('GET /api/deals/{id}', { id })).body;
  await desk.call('POST /api/deals/{id}/connect', { id, version });
  const refused = await desk.call(giveBack, { ...back, equipmentId: sold.body.id });
  expect(refused.body.code).toBe('sales.sold_for_good');
  expect((await order(id)).equipment).toMatchObject([
    { serial: 'SN-7', returnReason: 'Не подошёл' },
    { serial: 'SN-8', basis: 'sold', returnedAt: null },
  ]);
});

test('what was offered is handed over once, on its own terms, and brought back of a lost sale', async () => {
  const rented = {
    kind: 'equipment' as const,
    service: 'internet' as const,
    name: 'Роутер AX',
    monthlyFeeMinor: 15_000,
    currency: 'RUB',
    speedKbps: null,
    validFrom: '2025-01-01',
  };
  const made = await inBulkTransaction(desk.world.ctx, (ctx) => loadProducts(ctx, [rented]));
  const productVersionId = made.get(rented.name) ?? 0;
  const id = await desk.openDeal({ phone: '+79135551066' });
  await desk.accepted(id, { productVersionIds: [productVersionId] });
  const hand = (serial: string, more: object = {}) =>
    desk.call('POST /api/deals/{id}/equipment', {
      id,
      productVersionId,
      kind: rented.name,
      serial,
      basis: 'sold',
      ...more,
    });
  const first = await hand('ax-12');
  expect((await order(id)).equipment).toMatchObject([{ serial: 'ax-12', basis: 'rented' }]);
  expect((await hand('AX-13')).body).toMatchObject({ code: 'sales.handed_already' });
  const own = { productVersionId: null };
  expect((await hand('AX-12', own)).body).toMatchObject({ code: 'sales.serial_out' });
  expect((await hand('BP-1', { ...own, kind: 'Блок питания' })).status).toBe(201);

  const read = async () => (await desk.call('GET /api/deals/{id}', { id })).body;
  const connect = async () =>
    desk.call('POST /api/deals/{id}/connect', { id, version: (await read()).version });
  const toBring = async () =>
    (await read()).tasks.filter(({ doneAt }) => doneAt === null).map(({ text }) => text);
  await connect();
  await undo(id);
  const [router, supply] = [/Роутер AX, ax-12/, /Блок питания, BP-1/].map(
    (words) => expect.stringMatching(words) as string,
  );
  expect(await toBring()).toEqual([router, supply]);
  // Connected after all, it stays where it is.
  await connect();
  expect(await toBring()).toEqual([]);
  await undo(id);
  const { lostReasons } = (await desk.call('GET /api/pipelines', {})).body;
  const lose = { id, version: (await read()).version, reasonId: lostReasons[0]?.id ?? 0, note: '' };
  expect((await desk.call('POST /api/deals/{id}/lose', lose)).status).toBe(200);
  const mine = (await desk.call('GET /api/deal-tasks', {})).body.tasks;
  expect(mine.filter(({ dealId }) => dealId === id).map(({ text }) => text)).toEqual([
    router,
    supply,
  ]);
  // What was ticked off may be opened again, and is not asked for anew by whoever notes something.
  const [former] = (await read()).tasks;
  const tick = (taskId: number, isDone: boolean) =>
    desk.call('PUT /api/deal-tasks/{id}', { id: taskId, isDone });
  expect((await tick(former?.id ?? 0, false)).status).toBe(200);
  expect((await tick(former?.id ?? 0, true)).status).toBe(200);
  for (const task of (await read()).tasks) await tick(task.id, true);
  const noted = { id, version: (await read()).version, nextStep: 'Позвонить весной' };
  expect((await desk.call('PATCH /api/deals/{id}', noted)).status).toBe(200);
  expect(await toBring()).toEqual([]);
  for (const task of (await read()).tasks.slice(-2)) await tick(task.id, false);
  const back = { id, equipmentId: first.body.id, reason: 'Забрали' };
  await desk.call('POST /api/deals/{id}/equipment/{equipmentId}/return', back);
  expect(await toBring()).toEqual([supply]);
});

test('why it was undone, given back and called off is forgotten with the person', async () => {
  const id = await desk.openDeal({ name: 'Тихонов Олег', phone: '+79135551044' });
  await desk.accepted(id);
  const router = { kind: 'Роутер', serial: 'SN-9', basis: 'rented' as const };
  const handed = await desk.call('POST /api/deals/{id}/equipment', { id, ...router });
  const back = { id, equipmentId: handed.body.id, reason: 'Тихонову не по душе' };
  await desk.call('POST /api/deals/{id}/equipment/{equipmentId}/return', back);
  const { version } = (await desk.call('GET /api/deals/{id}', { id })).body;
  await desk.call('POST /api/deals/{id}/connect', { id, version });
  const hours = { weekday: 2, fromMinute: 600, toMinute: 720, seats: 1 };
  const { body: slot } = await desk.call('POST /api/visit-slots', hours);
  const slots = (await desk.call('GET /api/deals/{id}/visit-slots', { id })).body.slots;
  await desk.call('POST /api/deals/{id}/visit', { id, slotId: slot.id, on: slots[0]?.on ?? '' });
  const off = { id, reason: 'Тихонова не будет дома' };
  expect((await desk.call('POST /api/deals/{id}/visit/cancel', off)).status).toBe(200);
  expect((await undo(id, 'Тихонов переезжает')).status).toBe(200);
  const deal = (await desk.call('GET /api/deals/{id}', { id })).body;
  await desk.call('POST /api/deals/{id}/win', { id, version: deal.version });
  const subscriberId = deal.subscriberId ?? 0;
  const people = desk.world.via(subscribersApi);
  const of = { id: subscriberId };
  const told = await people('GET /api/subscribers/{id}/personal-data', of, desk.boss.as);
  for (const words of [back.reason, off.reason, 'Тихонов переезжает', 'Котова Анна Павловна']) {
    expect(JSON.stringify(told.body)).toContain(words);
  }
  const erased = await people(
    'POST /api/subscribers/{id}/erase',
    {
      id: subscriberId,
      reason: 'request',
      confirm: deal.subscriberName ?? '',
      isBeforeRetention: true,
    },
    desk.boss.as,
  );
  expect(erased.body.erasedIds).toEqual([subscriberId]);
  const { connections, equipment } = await order(id);
  expect(connections).toMatchObject([{ undoReason: '—' }]);
  expect(equipment).toMatchObject([{ serial: 'SN-9', returnReason: '—' }]);
  // Whatever else may hold words of theirs, in every table of ours.
  const readme = await readFile('src/sales/README.md', 'utf8');
  const tables = /^Tables: (.+)$/m.exec(readme)?.[1]?.split(', ') ?? [];
  expect(tables).toContain('visits');
  for (const table of tables) {
    expect([table, await all(`select * from ${table} t where t::text ~ 'Тихонов'`)]).toEqual([
      table,
      [],
    ]);
  }
});
