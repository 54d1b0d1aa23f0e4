import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedIn, signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api, type CalendarBody } from './api.ts';

let world: World;
let me: SignedIn;
beforeAll(async () => {
  world = await createWorld();
  me = await signedIn(world);
});
afterAll(() => world.close());

const day = [{ from: '09:00', to: '18:00' }];
const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] };
const shop: CalendarBody = {
  name: 'Офис на Ленина',
  zone: 'Asia/Tomsk',
  hours: week,
  holidays: 'RU',
  exceptions: [{ kind: 'closed', on: '2026-06-12', name: 'Переезд' }],
};

const list = async () => (await world.via(api)('GET /api/norms', {}, me.as)).body;
const make = (body: CalendarBody, as = me.as) => world.via(api)('POST /api/calendars', body, as);

test('a calendar is made, changed as a whole, and removed', async () => {
  const call = world.via(api);
  const made = await make(shop);
  expect(made.status).toBe(201);
  const { id } = made.body;
  expect((await list()).calendars.find((one) => one.id === id)).toEqual({
    ...shop,
    id,
    isUsed: false,
  });

  const exceptions: CalendarBody['exceptions'] = [
    { kind: 'short', on: '2026-12-31', name: 'Новый год', shorterBySeconds: 7200 },
    { kind: 'extra', on: '2026-06-13', name: '', hours: [{ from: '10:00', to: '14:00' }] },
  ];
  const changed = { ...shop, name: 'Офис на Мира', hours: 'always' as const, exceptions };
  expect((await call('PUT /api/calendars/{id}', { id, ...changed }, me.as)).status).toBe(200);
  const after = (await list()).calendars.find((one) => one.id === id);
  expect(after).toMatchObject({ name: 'Офис на Мира', hours: 'always' });
  expect(after?.exceptions.map(({ on, kind }) => `${on} ${kind}`)).toEqual([
    '2026-06-13 extra',
    '2026-12-31 short',
  ]);

  expect((await call('DELETE /api/calendars/{id}', { id }, me.as)).status).toBe(200);
  expect((await list()).calendars.some((one) => one.id === id)).toBe(false);
  const again = await call('DELETE /api/calendars/{id}', { id }, me.as);
  expect(again.body.code).toBe('norms.calendar_not_found');
  const gone = await call('PUT /api/calendars/{id}', { id, ...shop }, me.as);
  expect(gone.body.code).toBe('norms.calendar_not_found');
});

test.each<[string, Partial<CalendarBody>]>([
  ['norms.bad_zone', { zone: 'Asia/Nowhere' }],
  ['norms.never_open', { hours: { ...week, mon: [], tue: [], wed: [], thu: [], fri: [] } }],
  [
    'norms.overlapping_hours',
    { hours: { ...week, mon: [...day, { from: '17:00', to: '20:00' }] }, exceptions: [] },
  ],
  [
    'norms.repeated_date',
    {
      exceptions: [
        { kind: 'closed', on: '2026-06-12' },
        { kind: 'closed', on: '2026-06-12' },
      ],
    },
  ],
])('%s is told and nothing is made', async (code, wrong) => {
  const before = (await list()).calendars.length;
  const refused = await make({ ...shop, name: `Ошибка ${code}`, ...wrong });
  expect([refused.status, refused.body.code]).toEqual([422, code]);
  expect((await list()).calendars).toHaveLength(before);
});

test('two calendars do not share a name, and only those permitted make one', async () => {
  expect((await make({ ...shop, name: 'Склад' })).status).toBe(201);
  expect((await make({ ...shop, name: 'Склад' })).body.code).toBe('norms.calendar_name_taken');
  const agent = await signedIn(world, { role: 'agent' });
  expect((await make({ ...shop, name: 'Гараж' }, agent.as)).status).toBe(403);
});

test('a norm moves to another time and calendar, which then cannot be removed', async () => {
  const call = world.via(api);
  const { id: calendarId } = (await make({ ...shop, name: 'Линия поддержки' })).body;
  const [norm] = (await list()).norms;
  const id = norm?.id ?? 0;
  const input = { id, targetSeconds: 90, calendarId };
  expect((await call('PUT /api/norms/{id}', input, me.as)).status).toBe(200);
  const after = await list();
  expect(after.norms.find((one) => one.id === id)).toEqual({
    ...norm,
    targetSeconds: 90,
    calendarId,
  });
  expect(after.calendars.find((one) => one.id === calendarId)?.isUsed).toBe(true);

  const removed = await call('DELETE /api/calendars/{id}', { id: calendarId }, me.as);
  expect(removed.body.code).toBe('norms.calendar_in_use');
  const nowhere = await call('PUT /api/norms/{id}', { ...input, calendarId: 999_999 }, me.as);
  expect(nowhere.body.code).toBe('norms.calendar_not_found');
  const nothing = await call('PUT /api/norms/{id}', { ...input, id: 999_999 }, me.as);
  expect(nothing.body.code).toBe('norms.norm_not_found');
});

test('the years whose holidays are known are told with the act that fixed them', async () => {
  const { holidayYears } = await list();
  expect(holidayYears.length).toBeGreaterThan(0);
  for (const { year, source } of holidayYears) expect(source).toContain(String(year - 1));
  expect((await list()).unknownYears).toEqual([]);
  world.clock.moveTo(new Date('2026-10-02T09:00:00Z'));
  expect((await list()).unknownYears).toEqual([2027]);
});
