import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as billingApi } from '../../billing/api.ts';
import { post } from '../../testing/accounts.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { importSteps } from '../testing/import-steps.ts';

let world: World;
let me: SignedIn;
let steps: ReturnType<typeof importSteps>;
beforeAll(async () => {
  world = await createWorld();
  world.clock.moveTo(new Date('2026-02-20T06:00:00Z'));
  me = await signedIn(world);
  steps = importSteps(world, me.as);
  const call = world.via(billingApi);
  const { body } = await call('GET /api/billing-settings', {}, me.as);
  const begun = { ...body, chargesBeginOn: '2026-03-01', graceDays: null };
  await call('PUT /api/billing-settings', begun, me.as);
});
afterAll(() => world.close());

async function runAt(at: string): Promise<void> {
  world.clock.moveTo(new Date(at));
  await world.via(billingApi)('POST /api/charge-runs', {}, me.as);
  await world.tick('billing.charges');
}

/** What was charged of a tariff in each month, after what was given back. */
async function charged(number: string): Promise<string[]> {
  const { rows } = await world.ctx.pool.query<{ words: string }>(
    `select concat_ws(' ', p.name, to_char(c.month, 'MM'), sum(c.amount_minor)) as words
     from   charges c
     join   accounts a on a.id = c.account_id and a.number = $1
     left   join subscriptions s on s.id = c.subscription_id
     left   join product_versions v on v.id = s.product_version_id
     left   join products p on p.id = v.product_id
     group  by p.name, c.month having sum(c.amount_minor) <> 0 order by 1`,
    [number],
  );
  return rows.map(({ words }) => words);
}

test('a tariff that a base brings anew begins on its day, and an undo leaves nothing of it', async () => {
  await steps.bring('Лицевой счёт;ФИО;Тариф;Абонплата\nT1;Тарифов Пётр;Старый;310\n');
  await runAt('2026-03-01T06:00:00Z');
  world.clock.moveTo(new Date('2026-03-11T06:00:00Z'));
  const { id } = await steps.bring(
    'Лицевой счёт;ФИО;Тариф;Абонплата;Дата договора\nT1;Тарифов Пётр;Новый;620;01.02.2020\n',
  );
  await runAt('2026-03-12T06:00:00Z');
  // Ten days of one, twenty-one of the other.
  expect(await charged('T1')).toEqual(['Новый 03 42000', 'Старый 03 10000']);
  await runAt('2026-04-01T06:00:00Z');
  await runAt('2026-05-01T06:00:00Z');
  await steps.undo(id);
  const whole = ['03', '04', '05'].map((month) => `Старый ${month} 31000`);
  expect(await charged('T1')).toEqual(whole);
  await runAt('2026-05-02T06:00:00Z');
  expect(await charged('T1')).toEqual(whole);
});

test('an account that a base closes pays to that day, and while it was closed for nothing', async () => {
  const state = async (at: string, word: string): Promise<number> => {
    world.clock.moveTo(new Date(at));
    const { id } = await steps.bring(`Лицевой счёт;ФИО;Состояние счета\nC1;Закрыт Иван;${word}\n`);
    await runAt(at.replace('T06', 'T07'));
    return id;
  };
  await steps.bring('Лицевой счёт;ФИО;Тариф;Абонплата\nC1;Закрыт Иван;Третий;300\n');
  await runAt('2026-06-01T06:00:00Z');
  expect(await charged('C1')).toEqual(['Третий 06 30000']);
  const closing = await state('2026-06-11T06:00:00Z', 'закрыт');
  expect(await charged('C1')).toEqual(['Третий 06 10000']);
  const opening = await state('2026-06-21T06:00:00Z', 'активен');
  expect(await charged('C1')).toEqual(['Третий 06 20000']);
  await steps.undo(opening);
  expect(await charged('C1')).toEqual(['Третий 06 10000']);
  await runAt('2026-07-01T06:00:00Z');
  await steps.undo(closing);
  expect(await charged('C1')).toEqual(['Третий 06 30000', 'Третий 07 30000']);
});

test('a second account that stays after an undo stays with what it was opened with', async () => {
  await steps.bring('Код;ФИО;Лицевой счёт\nК-1;Двойной Олег;D1\n');
  const { body } = await steps.upload('Код;ФИО;Лицевой счёт;Баланс\nК-1;Двойной Олег;D2;500\n');
  await steps.map(body.id, { key: 'externalId' });
  await steps.check(body.id);
  await steps.apply(body.id);
  const { rows } = await world.ctx.pool.query<{ id: number }>(
    `select id from accounts where number = 'D2'`,
  );
  const paid = { kind: 'payments', occurredOn: '2026-07-01', counterpart: 'gateway' } as const;
  await post(world, rows[0]?.id ?? 0, { ...paid, amountMinor: 30_000 });
  await steps.undo(body.id);
  const { rows: sums } = await world.ctx.pool.query(
    `select b.balance_minor::int as minor from ledger_balances b
     join   ledger_accounts l on l.id = b.ledger_account_id where l.account_id = $1`,
    [rows[0]?.id],
  );
  expect(sums).toEqual([{ minor: 80_000 }]);
});
