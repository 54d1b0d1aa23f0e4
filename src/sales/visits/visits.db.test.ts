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
const visitsOf = async (id: number) =>
  (await desk.call('GET /api/deals/{id}/order', { id })).body.visits;
const free = async (id: number) =>
  (await desk.call('GET /api/deals/{id}/visit-slots', { id })).body.slots;

async function houseIn(district: string): Promise<number> {
  const { rows } = await desk.world.ctx.pool.query<{ id: number }>(
    `with s as (insert into streets (city, kind, name, key)
                select 'Томск', 'улица', k, k
                from   (select 'озерная ' || count(*) as k from streets) n returning id)
     insert into buildings (street_id, number, district) select id, '4', $1 from s returning id`,
    [district],
  );
  return Number(rows[0]?.id);
}

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
  expect(await visitsOf(id)).toMatchObject([{ on, state: 'coming' }]);
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
  expect(await visitsOf(id)).toMatchObject([{ state: 'called_off', reason: reason?.name }]);
  const { body } = await desk.call('GET /api/visits', { on });
  expect(body.visits.some(({ dealId }) => dealId === id)).toBe(false);
  const { history } = (await desk.call('GET /api/deals/{id}', { id })).body;
  const off = history.filter(({ type }) => type === 'sales.visit_cancelled');
  expect(off).toMatchObject([{ details: { reason: reason?.name } }]);
});

test('a district with hours of its own has those alone', async () => {
  const id = await desk.openDeal({ buildingId: await houseIn('Север') });
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
  // The last week there is ends with the last day that can be named.
  const last = await desk.call('GET /api/visits', { on: '9999-12-31', days: 7 });
  expect(last.body).toMatchObject({ visits: [] });
  expect(last.body.hours.every((one) => one.on === '9999-12-31')).toBe(true);
});

test('whoever moves to another district is asked for another day', async () => {
  const hours = { weekday: 3, fromMinute: 600, toMinute: 720, seats: 1 };
  const add = async (district: string) =>
    (await desk.call('POST /api/visit-slots', { ...hours, district })).body.id;
  const [west, on] = [await add('Запад'), '2026-03-04'];
  await add('Восток');
  const id = await desk.openDeal({ buildingId: await houseIn('Запад') });
  expect((await book(id, { slotId: west, on })).status).toBe(201);
  const read = async () => (await desk.call('GET /api/deals/{id}', { id })).body;
  const move = async (buildingId: number | null) => {
    const change = { id, version: (await read()).version, buildingId };
    expect((await desk.call('PATCH /api/deals/{id}', change)).status).toBe(200);
  };
  await move(await houseIn('Запад'));
  expect(await visitsOf(id)).toMatchObject([{ state: 'coming' }]);
  expect((await read()).tasks).toEqual([]);
  await move(await houseIn('Восток'));
  const reason = 'Адрес теперь в другом районе';
  expect(await visitsOf(id)).toMatchObject([{ state: 'called_off', reason }]);
  const { tasks, history } = await read();
  expect(tasks).toMatchObject([{ text: expect.stringContaining('другом районе') as string }]);
  expect(history.some(({ type }) => type === 'sales.visit_cancelled')).toBe(true);
  const next = await desk.openDeal({ buildingId: await houseIn('Запад') });
  expect((await book(next, { slotId: west, on })).status).toBe(201);
});

test('a visit that took place stays, whatever is booked or lost after it', async () => {
  const hours = { weekday: 2, fromMinute: 540, toMinute: 600, seats: 1 };
  const { body } = await desk.call('POST /api/visit-slots', hours);
  const id = await desk.openDeal();
  const come = (on: string, reason = '') => book(id, { slotId: body.id, on, reason });
  expect((await come(day)).status).toBe(201);
  const cancel = { id, reason: 'Не приехали' };
  // The hours are over, wherever the operator is.
  desk.world.clock.moveTo(new Date('2026-03-03T10:00:00Z'));
  expect((await desk.call('POST /api/deals/{id}/visit/cancel', cancel)).body.code).toBe(
    'sales.no_visit',
  );
  expect((await come('2026-03-10')).status).toBe(201);
  expect(await visitsOf(id)).toMatchObject([
    { on: day, state: 'over' },
    { on: '2026-03-10', state: 'coming' },
  ]);
  expect((await come('2026-03-17', 'Перенос')).status).toBe(201);
  const { lostReasons } = (await desk.call('GET /api/pipelines', {})).body;
  const { version } = (await desk.call('GET /api/deals/{id}', { id })).body;
  const lose = { id, version, reasonId: lostReasons[0]?.id ?? 0, note: '' };
  expect((await desk.call('POST /api/deals/{id}/lose', lose)).status).toBe(200);
  expect((await visitsOf(id)).map(({ state }) => state)).toEqual([
    'over',
    'called_off',
    'called_off',
  ]);
});
