import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn, type SignedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';
import { FIRST_TOUCH } from './first-touch.ts';
import { startNorm } from './start-norm.ts';

let world: World;
let editor: SignedIn;
beforeAll(async () => {
  world = await createWorld();
  editor = await signedIn(world, { permissions: ['norms.edit'] });
});
afterAll(() => world.close());

const on = () => world.via(api);
const list = async () => (await on()('GET /api/norms', {}, editor.as)).body;
const day = [{ from: '09:00', to: '18:00' }];
const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] };
const office = {
  name: 'Офис',
  zone: 'Europe/Moscow',
  hours: week,
  holidays: 'RU' as const,
  exceptions: [
    { on: '2026-03-06', kind: 'short' as const, shorterBySeconds: 7200, name: 'Праздник двора' },
  ],
};

test('a new installation promises a minute, round the clock', async () => {
  const { norms, calendars } = await list();
  expect(norms[0]).toMatchObject({ kind: FIRST_TOUCH, targetSeconds: 60 });
  expect(calendars).toMatchObject([{ name: 'Круглосуточно', hours: 'always', isUsed: true }]);
});

test('a calendar is made, promised on, changed and removed', async () => {
  const made = await on()('POST /api/calendars', office, editor.as);
  expect(made.status).toBe(201);
  const { id } = made.body;
  const [norm] = (await list()).norms;
  const promise = { id: norm!.id, targetSeconds: 120, calendarId: id };
  expect((await on()('PUT /api/norms/{id}', promise, editor.as)).status).toBe(200);
  // Friday the 6th closes two hours earlier; Monday the 9th is a public holiday of that year.
  const late = new Date('2026-03-06T12:59:00Z');
  expect((await startNorm(world.ctx, FIRST_TOUCH, late)).dueAt.toISOString()).toBe(
    '2026-03-10T06:01:00.000Z',
  );

  const changed = { ...office, id, holidays: null, exceptions: [] };
  await on()('PUT /api/calendars/{id}', changed, editor.as);
  expect((await list()).calendars.at(-1)).toMatchObject({ holidays: null, exceptions: [] });
  expect((await startNorm(world.ctx, FIRST_TOUCH, late)).dueAt.toISOString()).toBe(
    '2026-03-06T13:01:00.000Z',
  );

  const inUse = await on()('DELETE /api/calendars/{id}', { id }, editor.as);
  expect(inUse.body.code).toBe('norms.calendar_in_use');
  const first = (await list()).calendars[0]!.id;
  await on()('PUT /api/norms/{id}', { ...promise, calendarId: first }, editor.as);
  expect((await on()('DELETE /api/calendars/{id}', { id }, editor.as)).status).toBe(200);
  expect((await list()).calendars).toHaveLength(1);
});

test.each([
  ['the name of another', { name: 'Круглосуточно' }, 'norms.calendar_name_taken'],
  ['no such zone', { zone: 'Europe/Atlantis' }, 'norms.bad_zone'],
  ['a week that never opens', { hours: { ...week, ...closedDays() } }, 'norms.never_open'],
  [
    'hours over hours',
    { hours: { ...week, mon: [...day, { from: '17:00', to: '20:00' }] } },
    'norms.overlapping_hours',
  ],
  ['no such hour', { hours: { ...week, mon: [{ from: '25:00', to: '26:00' }] } }, 'norms.bad_time'],
])('refuses %s', async (_what, wrong, code) => {
  const answer = await on()('POST /api/calendars', { ...office, ...wrong }, editor.as);
  expect(answer.body.code).toBe(code);
});

function closedDays() {
  return { mon: [], tue: [], wed: [], thu: [], fri: [] };
}

test('what is not there is said, and only an editor may change anything', async () => {
  const [norm] = (await list()).norms;
  const none = { id: 999_999 };
  const nowhere = { id: norm!.id, targetSeconds: 60, calendarId: none.id };
  expect((await on()('PUT /api/norms/{id}', nowhere, editor.as)).status).toBe(404);
  expect((await on()('PUT /api/norms/{id}', { ...nowhere, ...none }, editor.as)).status).toBe(404);
  expect((await on()('PUT /api/calendars/{id}', { ...office, ...none }, editor.as)).status).toBe(
    404,
  );
  expect((await on()('DELETE /api/calendars/{id}', none, editor.as)).status).toBe(404);
  const agent = await signedIn(world, { role: 'agent' });
  expect((await on()('POST /api/calendars', office, agent.as)).status).toBe(403);
});
