import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAccount, post } from '../../../testing/accounts.ts';
import { openPaperDesk, type PaperDesk } from '../../testing/paper-desk.ts';
import { makeNextActs } from './make-acts-chunk.ts';

let desk: PaperDesk;
/** Accounts of firms, and one of a person. */
const firms: number[] = [];
let person = 0;
beforeAll(async () => {
  desk = await openPaperDesk();
  const { world, call, addHolder } = desk;
  for (const name of ['Альфа', 'Бета', 'Вега', 'Гамма', 'Дельта']) {
    const holder = { kind: 'organisation', displayName: `ООО «${name}»` };
    firms.push(await addAccount(world, await addHolder(holder)));
  }
  person = await addAccount(world, await addHolder());
  const { body: settings } = await call('GET /api/billing-settings');
  const set = { ...settings, chargesBeginOn: '2026-03-01', graceDays: null };
  await call('PUT /api/billing-settings', set);
  await world.tick('billing.charges');
});
afterAll(() => desk.world.close());

const ask = async (month = '2026-03-01') => (await desk.call('POST /api/act-runs', { month })).body;
const nextNight = async (at: string): Promise<void> => {
  desk.world.clock.moveTo(new Date(at));
  await desk.world.tick('billing.charges');
};
/** Kind, number and sum of every act there is, in the order of accounts. */
async function acts(): Promise<unknown[][]> {
  const { rows } = await desk.world.ctx.pool.query<Record<string, unknown>>(
    `select account_id, kind, number, amount_minor from papers
     where kind in ('act', 'corrective_act') order by account_id, id`,
  );
  return rows.map((row) => Object.values(row));
}

test('acts wait for the month’s end, and for its charges', async () => {
  expect((await ask()).code).toBe('billing.month_not_over');
  desk.world.clock.moveTo(new Date('2026-04-01T05:00:00Z'));
  expect((await ask()).code).toBe('billing.month_not_charged');
  await nextNight('2026-04-01T05:10:00Z');
  expect(await ask()).toMatchObject({ id: expect.any(Number) as number });
});

test('a making that is cut off goes on, with others beside, and makes each act once', async () => {
  const { world } = desk;
  expect(await makeNextActs(world.ctx, 2)).toBe(true);
  // The second chunk breaks after its numbers were taken: they are given to whoever comes next.
  await world.ctx.pool.query(`alter table act_runs add constraint broken check (made < 3)`);
  await expect(makeNextActs(world.ctx, 2)).rejects.toThrow('broken');
  await world.ctx.pool.query(`alter table act_runs drop constraint broken`);
  await Promise.all([1, 2, 3].map(() => world.tick('billing.acts')));
  const made = await acts();
  expect(made).toEqual(firms.map((id, at) => [id, 'act', `26-00000${at + 1}`, 60_000]));
  const { body } = await desk.call('GET /api/act-runs');
  expect(body.runs).toMatchObject([
    { month: '2026-03-01', made: 5, corrected: 0, startedBy: 'Главная Нина' },
  ]);
  await ask();
  await world.tick('billing.acts');
  expect(await acts()).toEqual(made);
  expect(await desk.papersOf(person)).toEqual([]);
  const [paper] = await desk.papersOf(firms[0] ?? 0);
  const text = await desk.read(firms[0] ?? 0, paper?.id ?? 0);
  for (const words of [
    'Акт об оказанных услугах № 26-000001 от 31 марта 2026 г.',
    'за период с 1 марта 2026 г. по 31 марта 2026 г.',
    'Абонентская плата, Домашний 100 1 мес. 600,00 600,00',
    'В том числе НДС 20%: 100,00',
    'Шестьсот рублей 00 копеек',
    'ООО «Альфа»',
  ]) {
    expect(text).toContain(words);
  }
});

test('what changes after an act is told by a corrective one, never by another act', async () => {
  const { call, world, agent, lead, reasonId } = desk;
  const [alpha = 0, beta = 0, vega = 0] = firms;
  const period = { fromOn: '2026-03-11', toOn: '2026-03-20' };
  const discount = { kind: 'percent' as const, value: 5000, fromOn: '2026-03-01' };
  await call('POST /api/accounts/{id}/discounts', { id: alpha, toOn: '2026-03-31', ...discount });
  const wanted = { id: beta, kind: 'compensation' as const, reasonId, amountMinor: 6000 };
  const proposed = await call(
    'POST /api/accounts/{id}/corrections',
    { ...wanted, ...period },
    agent.as,
  );
  await call('POST /api/corrections/{id}/approve', { id: proposed.body.id }, lead.as);
  const before = await acts();
  for (let times = 0; times < 2; times++) {
    await ask();
    await world.tick('billing.acts');
  }
  const corrected = (await acts()).filter(([, kind]) => kind === 'corrective_act');
  expect(corrected).toEqual([
    [alpha, 'corrective_act', '26-000001', -30_000],
    [beta, 'corrective_act', '26-000002', -6000],
  ]);
  expect((await acts()).filter(([, kind]) => kind === 'act')).toEqual(before);
  expect((await desk.papersOf(vega)).map(({ kind }) => kind)).toEqual(['act']);
  const [paper] = await desk.papersOf(alpha);
  const text = await desk.read(alpha, paper?.id ?? 0);
  expect(text).toContain('к акту № 26-000001 от 31 марта 2026 г.');
  expect(text).toContain('Стоимость услуг 600,00 300,00 −300,00');
  expect(text).toContain('в том числе НДС 20% 100,00 50,00 −50,00');
  // Taken back, the correction counts no longer.
  const back = { id: proposed.body.id, reasonId };
  const reversal = await call('POST /api/corrections/{id}/reverse', back, agent.as);
  await call('POST /api/corrections/{id}/approve', { id: reversal.body.id }, lead.as);
  await ask();
  await world.tick('billing.acts');
  expect((await acts()).filter(([id]) => id === beta).map((row) => row[3])).toEqual([
    60_000, -6000, 6000,
  ]);
});

test('on its day the making begins by itself, once, with what an account was given back', async () => {
  const { call, world, agent, lead, reasonId } = desk;
  const [beta = 0, , gamma = 0, delta = 0] = firms.slice(1);
  const correct = async (wanted: object) => {
    const fields = { id: gamma, kind: 'compensation' as const, reasonId, amountMinor: 1500 };
    const asked = { ...fields, ...wanted };
    const { body: made } = await call('POST /api/accounts/{id}/corrections', asked, agent.as);
    await call('POST /api/corrections/{id}/approve', { id: made.id }, lead.as);
  };
  await correct({});
  // Two days of each month, of which those of March had cost 38,71 and those of April 40,00.
  await correct({ id: beta, amountMinor: 4000, fromOn: '2026-03-30', toOn: '2026-04-02' });
  // What is taken back of a payment is a service to nobody.
  const payment = { kind: 'payments', occurredOn: '2026-04-01', counterpart: 'bank' } as const;
  await post(world, delta, { ...payment, amountMinor: 90_000 });
  const { lines } = await desk.statement(delta);
  const lineId = lines.find(({ kind }) => kind === 'payments')?.id;
  await correct({ id: delta, kind: 'recalculation', amountMinor: -24_000, lineId });
  const after = await desk.statement(delta);
  expect(after.lines.filter(({ kind }) => kind === 'correction')).toHaveLength(1);
  const { body } = await call('GET /api/seller');
  await call('PUT /api/seller', { ...body, actsOnDay: 3 });
  await nextNight('2026-05-01T05:00:00Z');
  await world.tick('billing.acts');
  expect(await acts()).toHaveLength(8);
  await nextNight('2026-05-03T05:00:00Z');
  for (let times = 0; times < 2; times++) await world.tick('billing.acts');
  const { body: listed } = await call('GET /api/act-runs');
  expect(listed.runs.filter(({ month }) => month === '2026-04-01')).toMatchObject([
    { made: 5, startedBy: null },
  ]);
  // Posted in April, of April: March's act says nothing of it.
  expect((await acts()).filter(([id]) => id === gamma).map((row) => row[3])).toEqual([
    60_000, 58_500,
  ]);
  expect((await acts()).filter(([id]) => id === delta).map((row) => row[3])).toEqual([
    60_000, 60_000,
  ]);
  await ask();
  await world.tick('billing.acts');
  expect((await acts()).filter(([id]) => id === beta).map((row) => row[3])).toEqual([
    60_000,
    -6000,
    6000,
    60_000 - 2033,
    -1967,
  ]);
});
