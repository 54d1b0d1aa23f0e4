import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { openSalesDesk, type SalesDesk } from '../testing/sales-desk.ts';

let desk: SalesDesk;
let slotId: number;
beforeAll(async () => {
  desk = await openSalesDesk();
  // The clock stands on Monday, 2 March, 13:00 in the operator's town or earlier.
  const hours = { weekday: 2, fromMinute: 600, toMinute: 720, seats: 2 };
  slotId = (await desk.call('POST /api/visit-slots', hours)).body.id;
});
afterAll(() => desk.world.close());

const day = '2026-03-03';
const book = (id: number, more: object = {}) =>
  desk.call('POST /api/deals/{id}/visit', { id, slotId, on: day, ...more });
const free = async (id: number) =>
  (await desk.call('GET /api/deals/{id}/visit-slots', { id })).body.slots;

test('however many book at once, no seat is given twice', async () => {
  const ids = await Promise.all([1, 2, 3, 4, 5].map(() => desk.openDeal()));
  expect(await free(ids[0] ?? 0)).toMatchObject([{ on: day, free: 2 }, { on: '2026-03-10' }]);
  const answers = await Promise.all(ids.map((id) => book(id)));
  const codes = answers.map(({ status }) => status).toSorted((a, b) => a - b);
  expect(codes).toEqual([201, 201, 409, 409, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('sales.slot_full');
  const list = async (as = desk.boss.as) =>
    (await desk.call('GET /api/visits', { on: day }, as)).body.visits;
  expect(await list()).toMatchObject([{ name: 'Котова Анна', fromMinute: 600 }, {}]);
  const stranger = await signedIn(desk.world, { permissions: { 'sales.work': 'own' } });
  expect(await list(stranger.as)).toEqual([]);
  const booked = ids[answers.findIndex(({ status }) => status === 201)] ?? 0;
  const waits = ids[answers.findIndex(({ status }) => status === 409)] ?? 0;
  const cancel = 'POST /api/deals/{id}/visit/cancel';
  expect((await desk.call(cancel, { id: booked, reason: 'Заболел' })).status).toBe(200);
  expect((await desk.call(cancel, { id: booked, reason: 'Снова' })).body.code).toBe(
    'sales.no_visit',
  );
  expect((await book(waits)).status).toBe(201);
});

test('a visit is moved for a reason, and stands once', async () => {
  const id = await desk.openDeal();
  const on = '2026-03-10';
  expect((await book(id, { on })).status).toBe(201);
  expect((await book(id, { on })).body.code).toBe('sales.reason_needed');
  expect((await book(id, { on: '2026-03-17' })).body.code).toBe('sales.reason_needed');
  // Further than can be planned, and a day on which nobody comes.
  for (const wrong of ['2026-03-24', '2026-03-11']) {
    const refused = await book(id, { on: wrong, reason: 'Переносим' });
    expect(refused.body.code).toBe('sales.slot_full');
  }
  expect((await desk.call('GET /api/deals/{id}/order', { id })).body.visit).toMatchObject({ on });
  const { status } = await book(id, { on, reason: 'Тот же день' });
  expect(status).toBe(201);
  const { body } = await desk.call('GET /api/visits', { on });
  expect(body.visits).toMatchObject([{ dealId: id, isDone: false }]);
  await desk.accepted(id);
  const { version } = (await desk.call('GET /api/deals/{id}', { id })).body;
  expect((await desk.call('POST /api/deals/{id}/connect', { id, version })).status).toBe(201);
  const after = (await desk.call('GET /api/visits', { on })).body.visits;
  expect(after).toMatchObject([{ dealId: id, isDone: true }]);
});

test('nobody drives to whom was lost, however that was said', async () => {
  const on = '2026-03-10';
  const id = await desk.openDeal();
  expect((await book(id, { on })).status).toBe(201);
  const { lostReasons } = (await desk.call('GET /api/pipelines', {})).body;
  const [reason] = lostReasons;
  const { version } = (await desk.call('GET /api/deals/{id}', { id })).body;
  const lose = { id, version, reasonId: reason?.id ?? 0, note: '' };
  expect((await desk.call('POST /api/deals/{id}/lose', lose)).status).toBe(200);
  expect((await desk.call('GET /api/deals/{id}/order', { id })).body.visit).toBeNull();
  const { visits } = (await desk.call('GET /api/visits', { on })).body;
  expect(visits.some(({ dealId }) => dealId === id)).toBe(false);
  const { history } = (await desk.call('GET /api/deals/{id}', { id })).body;
  const off = history.filter(({ type }) => type === 'sales.visit_cancelled');
  expect(off).toMatchObject([{ details: { reason: reason?.name } }]);
});

test('a district with hours of its own has those alone', async () => {
  const { world } = desk;
  const streets = await world.ctx.pool.query<{ id: number }>(
    `insert into streets (city, kind, name, key)
     values ('Томск', 'улица', 'Озёрная', 'озерная') returning id`,
  );
  const { rows } = await world.ctx.pool.query<{ id: number }>(
    `insert into buildings (street_id, number, district) values ($1, '4', 'Север') returning id`,
    [streets.rows[0]?.id],
  );
  const id = await desk.openDeal({ buildingId: rows[0]?.id });
  expect(await free(id)).toMatchObject([{ slotId }]);
  const hours = { district: 'Север', weekday: 4, fromMinute: 900, toMinute: 1080, seats: 1 };
  const own = (await desk.call('POST /api/visit-slots', hours)).body.id;
  expect((await desk.call('POST /api/visit-slots', hours)).body.code).toBe('sales.slot_taken');
  expect(await free(id)).toMatchObject([{ slotId: own, on: '2026-03-05' }, { slotId: own }]);
  expect((await book(id)).body.code).toBe('sales.slot_full');
  const wrong = { ...hours, toMinute: 900 };
  expect((await desk.call('POST /api/visit-slots', wrong)).body.code).toBe('sales.wrong_hours');
  expect((await desk.call('DELETE /api/visit-slots/{id}', { id: own })).status).toBe(200);
  const { body } = await desk.call('GET /api/visit-slots');
  expect(body.slots.map(({ id: left }) => left)).toEqual([slotId]);
});

test('hours that go out of use and come back have no more seats than before', async () => {
  const hours = { weekday: 5, fromMinute: 600, toMinute: 720, seats: 1 };
  const add = async () => (await desk.call('POST /api/visit-slots', hours)).body.id;
  const [former, on] = [await add(), '2026-03-06'];
  expect((await book(await desk.openDeal(), { slotId: former, on })).status).toBe(201);
  await desk.call('DELETE /api/visit-slots/{id}', { id: former });
  const again = await add();
  const id = await desk.openDeal();
  expect((await free(id)).filter(({ slotId: one }) => one === again)).toMatchObject([
    { on: '2026-03-13' },
  ]);
  expect((await book(id, { slotId: again, on })).body.code).toBe('sales.slot_full');
  // A week says of every day's hours how many of their seats are taken, whoever asks.
  const stranger = await signedIn(desk.world, { permissions: { 'sales.work': 'own' } });
  const week = async (as = desk.boss.as) =>
    (await desk.call('GET /api/visits', { on: '2026-03-02', days: 7 }, as)).body;
  const { hours: all, visits } = await week();
  expect(all.filter((one) => one.on === on)).toMatchObject([
    { slotId: former, seats: null, taken: 1 },
    { slotId: again, seats: 1, taken: 1 },
  ]);
  expect(all.filter((one) => one.on === day)).toMatchObject([{ slotId, seats: 2, taken: 2 }]);
  expect(visits.map((visit) => visit.on)).toEqual([day, day, on]);
  expect(await week(stranger.as)).toMatchObject({ hours: all, visits: [] });
  const tooLong = await desk.call('GET /api/visits', { on, days: 8 });
  expect(tooLong.status).toBe(422);
});
