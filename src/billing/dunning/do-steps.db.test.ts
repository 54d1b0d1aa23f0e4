import { afterAll, beforeAll, expect, test } from 'vitest';
import { fill } from '../../kernel/slots.ts';
import { api as normsApi } from '../../norms/api.ts';
import { signedIn } from '../../testing/staff.ts';
import { noticeSenders, serviceLimits } from '../index.ts';
import type { NoticeSender, ServiceLimit } from '../slots.ts';
import { type ChargedWorld, nothing, openChargedWorld } from '../testing/charged-world.ts';
import { payIn } from '../testing/pay-in.ts';

const ladder = {
  steps: [
    { day: 6, what: 'suspend' as const, ru: '', en: '' },
    { day: 1, what: 'remind' as const, ru: 'Не хватает [сумма] на счёте [счёт]', en: '' },
    { day: 3, what: 'offer' as const, ru: 'Можно отложить, уже [дней] дня', en: '' },
  ],
  carefulMonths: 2,
  carefulPercent: 200,
};

let world: ChargedWorld['world'];
let history: ChargedWorld['history'];
let call: ChargedWorld['call'];
let addOne: ChargedWorld['addOne'];
/** What was sent to whom; some subscribers no channel reaches. */
const sent: string[] = [];
const unreached = new Set<number>();
/** What whoever gives the service was told of limits. */
const limits: string[] = [];

beforeAll(async () => {
  const sender: NoticeSender = (_, { subscriberId, text }) => {
    if (unreached.has(subscriberId)) return Promise.resolve(null);
    sent.push(`${subscriberId} ${text.replaceAll(/\s/g, ' ')}`);
    return Promise.resolve({ way: 'email', outgoingMessageId: 1 });
  };
  const patient = { graceDays: 100, postpaidGraceDays: 100 };
  const limiter: ServiceLimit = (_, { accountIds, isLimited }) => {
    limits.push(...accountIds.map((id) => `${id} ${isLimited ? 'less' : 'all'}`));
    return Promise.resolve();
  };
  const fills = [fill(noticeSenders, sender), fill(serviceLimits, limiter)];
  const extra = [{ domain: 'network' as const, fills }];
  const opened = await openChargedWorld(patient, '2026-02-02T08:00:00Z', extra);
  ({ world, history, call, addOne } = opened);
  await history.addVersion({ ...nothing, feeMinor: 56_000, cycle: 'monthly' });
});
afterAll(() => world.close());

const pass = async (day: string): Promise<void> => {
  world.clock.moveTo(new Date(`${day}T08:00:00Z`));
  for (const tick of ['charges', 'trust', 'dunning']) await world.tick(`billing.${tick}`);
};
const shown = async (id: number) => (await call('GET /api/accounts/{id}/dunning', { id })).body;
const did = async (id: number) => (await shown(id)).deeds.map(({ what }) => what).toReversed();

test('steps are looked at before they are switched on, and are walked one by one', async () => {
  const one = await addOne();
  const careful = await addOne();
  const deaf = await addOne();
  const peaceful = await addOne();
  unreached.add(deaf.subscriberId);
  await pass('2026-02-02');
  for (const table of ['trust_limits', 'shortfalls']) {
    await world.ctx.pool.query(
      `update ${table} set careful_since = '2025-10-01' where account_id = $1`,
      [careful.id],
    );
  }
  const { body: before } = await call('GET /api/dunning-settings');
  const dumb = { ...ladder, version: 1, steps: [{ day: 1, what: 'remind', ru: '', en: '' }] };
  expect((await call('PUT /api/dunning-settings', dumb as never)).body.code).toBe(
    'billing.step_without_words',
  );
  const empty = { version: before.version, isOn: true };
  expect((await call('POST /api/dunning-settings/switch', empty)).body.code).toBe(
    'billing.dunning_empty',
  );
  await call('PUT /api/dunning-settings', { ...ladder, version: before.version });
  const on = { version: before.version + 1, isOn: true };
  expect((await call('POST /api/dunning-settings/switch', on)).body.code).toBe(
    'billing.dunning_untried',
  );
  const peace = { id: peaceful.id, untilOn: '2026-03-01', words: 'Обещал зайти' };
  expect((await call('PUT /api/accounts/{id}/dunning-pause', peace)).status).toBe(200);
  await pass('2026-02-03');
  const trial = (await call('POST /api/dunning-settings/trial')).body;
  expect(trial).toMatchObject({ debtors: 3, counts: [{ what: 'remind', day: 1, count: 2 }] });
  expect(sent).toEqual([]);
  expect((await call('POST /api/dunning-settings/switch', on)).status).toBe(200);

  await pass('2026-02-04');
  expect(sent).toEqual([
    `${one.subscriberId} Не хватает 560 ₽ на счёте 40-${one.subscriberId}`,
    `${careful.subscriberId} Не хватает 560 ₽ на счёте 40-${careful.subscriberId}`,
  ]);
  await world.tick('billing.dunning');
  expect(sent).toHaveLength(2);
  expect(await shown(deaf.id)).toMatchObject({ isToCall: true, deeds: [{ outcome: 'by_hand' }] });
  await call('POST /api/accounts/{id}/dunning-call', { id: deaf.id });
  expect((await shown(deaf.id)).isToCall).toBe(false);

  // Days later one step comes after the other, a day each; who always paid has twice the time.
  await pass('2026-02-08');
  await pass('2026-02-09');
  expect(await did(one.id)).toEqual(['remind', 'offer', 'suspend']);
  expect(await did(careful.id)).toEqual(['remind', 'offer']);
  expect(await did(peaceful.id)).toEqual([]);
  const { state } = (await call('GET /api/accounts/{id}/service', { id: one.id })).body;
  expect(state).toBe('suspended');
  // A debt that was paid is over: the next one begins anew.
  await payIn(world, one, 100_000);
  expect((await shown(one.id)).shortSince).toBeNull();
  await call('DELETE /api/accounts/{id}/dunning-pause', { id: peaceful.id });
  await pass('2026-02-10');
  expect(await did(peaceful.id)).toEqual(['remind']);
});

test('debtors are listed by age, to those whom they are in reach of', async () => {
  const columns = ['account', 'holder', 'debt', 'debtDays', 'debtAge', 'toCall', 'leftUntil'];
  const list = { columns, sort: { field: 'debtDays', direction: 'desc' as const } };
  const { body } = await call('POST /api/debtors/list', list);
  expect(body.rows.map(({ cells }) => [cells['debtDays'], cells['debtAge']])).toEqual([
    [8, '10'],
    [8, '10'],
    [8, '10'],
  ]);
  const filter = { field: 'debt', op: 'gt' as const, value: 10_000 };
  expect((await call('POST /api/debtors/count', { filter })).body.count).toBe(3);
  const { as } = await signedIn(world, { permissions: { 'billing.view': 'own' } });
  expect((await call('POST /api/debtors/list', list, as)).body.rows).toEqual([]);
  expect((await call('POST /api/debtors/count', {}, as)).body.count).toBe(0);
  const { body: sums } = await call('GET /api/debtors/sums', {});
  const owed = (await call('POST /api/debtors/list', list)).body.rows.map(
    ({ cells }) => (cells['debt'] as { amountMinor: number }).amountMinor,
  );
  const debtMinor = owed.reduce((sum, one) => sum + one, 0);
  expect(debtMinor).toBeGreaterThan(0);
  expect(sums).toEqual({ isOn: true, ages: [{ age: '10', currency: 'RUB', count: 3, debtMinor }] });
  expect((await call('GET /api/debtors/sums', {}, as)).body).toEqual({ isOn: true, ages: [] });
  const query = { query: { columns: ['account'] }, format: 'csv' as const };
  const file = await call('GET /api/debtors/export', query, as);
  expect(file.body).not.toContain('40-');
  expect((await call('GET /api/debtors/export', query)).body).toContain('40-');
});

test('a debt limits service before it suspends it, on no day off, and money lifts that at once', async () => {
  const { body: before } = await call('GET /api/dunning-settings');
  const steps = [
    { day: 1, what: 'limit' as const, ru: 'Ограничили: [сумма]', en: '' },
    { day: 6, what: 'suspend' as const, ru: '', en: '' },
  ];
  await call('PUT /api/dunning-settings', { ...ladder, steps, version: before.version });
  // A day that the operator's own calendar has made a day off.
  const calendar = {
    name: 'Контора',
    zone: 'Europe/Moscow',
    hours: 'always' as const,
    holidays: null,
    exceptions: [{ on: '2026-02-12', kind: 'closed' as const }],
  };
  const norms = world.via(normsApi);
  const made = await norms('POST /api/calendars', calendar, history.as);
  const restCalendarId = (made.body as { id: number }).id;
  const { body: charging } = await call('GET /api/billing-settings');
  const set = { ...charging, sparesRestDays: true, restCalendarId };
  expect((await call('PUT /api/billing-settings', set)).status).toBe(200);
  const none = { ...set, version: set.version + 1, restCalendarId: 999_999 };
  expect((await call('PUT /api/billing-settings', none)).body.code).toBe(
    'billing.no_such_calendar',
  );
  // A program that was written before there were calendars does not turn this one off.
  const { restCalendarId: _, priceNoticeDays: __, ...older } = set;
  const wrote = await call('PUT /api/billing-settings', { ...older, version: set.version + 1 });
  expect(wrote.status).toBe(200);
  const one = await addOne();
  const other = await addOne();
  await pass('2026-02-11');
  sent.length = 0;
  await pass('2026-02-12');
  // Neither now nor in what a trial of this day tells.
  const trial = (await call('POST /api/dunning-settings/trial')).body;
  expect(trial.counts).toEqual([]);
  await pass('2026-02-13');
  const seen = (await call('POST /api/dunning-settings/trial')).body;
  expect(seen.counts).toMatchObject([{ what: 'limit', day: 1 }]);
  expect(limits).toEqual([]);
  const on = { version: before.version + 1, isOn: true };
  expect((await call('POST /api/dunning-settings/switch', on)).status).toBe(200);
  await pass('2026-02-14');
  const service = async (id: number) => (await call('GET /api/accounts/{id}/service', { id })).body;
  expect(await service(one.id)).toMatchObject({
    state: 'active',
    limitedSince: '2026-02-14T08:00:00.000Z',
  });
  // Day 6 of a debt of the 11th suspends: told before, and put off by whoever is left in peace.
  expect(await service(one.id)).toMatchObject({ suspendsOn: '2026-02-17' });
  const peace = { id: other.id, untilOn: '2026-02-20', words: 'Просил' };
  await call('PUT /api/accounts/{id}/dunning-pause', peace);
  expect(await service(other.id)).toMatchObject({ suspendsOn: '2026-02-21' });
  await call('DELETE /api/accounts/{id}/dunning-pause', { id: other.id });
  expect(sent).toContain(`${one.subscriberId} Ограничили: 560 ₽`);
  expect(limits).toEqual(expect.arrayContaining([`${one.id} less`, `${other.id} less`]));
  limits.length = 0;
  await payIn(world, one, 55_999);
  expect((await service(one.id)).limitedSince).not.toBeNull();
  await payIn(world, one, 1);
  expect((await service(one.id)).limitedSince).toBeNull();
  // By hand it is lifted once, and the step is not done again for the same debt.
  const lift = () => call('DELETE /api/accounts/{id}/limit', { id: other.id });
  const both = await Promise.all([lift(), lift()]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(limits).toEqual([`${one.id} all`, `${other.id} all`]);
  await pass('2026-02-15');
  expect((await service(other.id)).limitedSince).toBeNull();
  const { rows } = await world.ctx.pool.query<{ type: string }>(
    `select type from events where type like 'billing.%limit%' and subject_id = $1 order by id`,
    [one.id],
  );
  expect(rows.map(({ type }) => type)).toEqual(['billing.service_limited', 'billing.limit_lifted']);
});
