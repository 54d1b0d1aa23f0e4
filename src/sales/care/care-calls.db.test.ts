import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as billingApi } from '../../billing/api.ts';
import { api as staffApi } from '../../staff/api.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { api as workApi } from '../../work/api.ts';
import { openSalesDesk, type SalesDesk } from '../testing/sales-desk.ts';

let desk: SalesDesk;
beforeAll(async () => {
  desk = await openSalesDesk();
});
afterAll(() => desk.world.close());

let sold = 0;
async function connected(more: object = {}): Promise<{ id: number; accountId: number }> {
  sold += 1;
  const person = { name: `Котова ${sold}`, phone: `+7913555300${sold}` };
  const id = await desk.openDeal({ ...person, ...more });
  await desk.accepted(id);
  const { version } = (await desk.call('GET /api/deals/{id}', { id })).body;
  const { body } = await desk.call('POST /api/deals/{id}/connect', { id, version });
  return { id, accountId: body.accountId };
}
const waiting = async (as = desk.boss.as) =>
  (await desk.call('GET /api/care-calls', {}, as)).body.calls;
const careOf = async (id: number) =>
  (await desk.call('GET /api/deals/{id}/order', { id })).body.connections.at(-1)?.care ?? [];
const write = (id: number, tries: number, outcome: string, note = '') =>
  desk.call('PUT /api/care-calls/{id}', { id, tries, outcome, note } as never);
const forwardDays = (days: number): void => {
  desk.world.clock.advance({ seconds: days * 86_400 });
};

test('calls of the first month come on their days, and what they came to is kept', async () => {
  const { id } = await connected();
  expect(await careOf(id)).toMatchObject([{ day: 1 }, { day: 7 }, { day: 30 }]);
  expect(await waiting()).toEqual([]);
  forwardDays(1);
  const [call] = await waiting();
  expect(call).toMatchObject({ dealId: id, day: 1, tries: 0 });
  const callId = call?.id ?? 0;
  const stranger = await signedIn(desk.world, { permissions: { 'sales.work': 'own' }, team: 'Юг' });
  expect(await waiting(stranger.as)).toEqual([]);
  const theirs = { id: callId, tries: 0, outcome: 'well', note: '' } as const;
  const beyond = await desk.call('PUT /api/care-calls/{id}', theirs, stranger.as);
  expect(beyond.body).toMatchObject({ code: 'sales.care_not_found' });

  const twice = await Promise.all([1, 2].map(() => write(callId, 0, 'unreached')));
  expect(twice.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(await waiting()).toEqual([]);
  forwardDays(1);
  expect(await waiting()).toMatchObject([{ id: callId, tries: 1 }]);
  const wordless = await write(callId, 1, 'trouble');
  expect(wordless.body).toMatchObject({ code: 'sales.care_words_needed' });
  expect((await write(callId, 1, 'trouble', 'Плохо ловит в кухне')).status).toBe(200);
  expect(await waiting()).toEqual([]);
  expect((await careOf(id))[0]).toMatchObject({
    outcome: 'trouble',
    note: 'Плохо ловит в кухне',
    doneBy: 'Смирнова Вера',
  });
  const reopen = (reason: string, as = desk.boss.as) =>
    desk.call('POST /api/care-calls/{id}/reopen', { id: callId, reason }, as);
  expect((await reopen(' ')).status).toBe(422);
  expect((await reopen('Не тот', stranger.as)).body.code).toBe('sales.care_not_found');
  const both = await Promise.all(['Не тот', 'Не тот'].map((reason) => reopen(reason)));
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  const { history } = (await desk.call('GET /api/deals/{id}', { id })).body;
  const taken = history.filter(({ type }) => type === 'sales.care_reopened');
  expect(taken).toMatchObject([{ facts: { day: 1 }, details: { reason: 'Не тот' } }]);
  expect(await waiting()).toMatchObject([{ id: callId }]);
  for (const tries of [1, 2]) {
    await write(callId, tries, 'unreached');
    forwardDays(1);
  }
  expect((await careOf(id))[0]).toMatchObject({ outcome: 'unreached', tries: 3 });
});

test('who was not connected after all, or has left, is not called', async () => {
  const undone = await connected();
  const left = await connected();
  forwardDays(2);
  const ids = async () => (await waiting()).map(({ dealId }) => dealId);
  expect(await ids()).toEqual(expect.arrayContaining([undone.id, left.id]));
  const [late] = await careOf(undone.id);
  const { version } = (await desk.call('GET /api/deals/{id}', { id: undone.id })).body;
  const back = { id: undone.id, version, reason: 'Передумали' };
  expect((await desk.call('POST /api/deals/{id}/connect/undo', back)).status).toBe(200);
  expect((await write(late?.id ?? 0, 0, 'well')).body).toMatchObject({
    code: 'sales.care_not_found',
  });
  const close = { id: left.accountId, words: 'Переезд' };
  await desk.world.via(billingApi)('POST /api/accounts/{id}/close', close, desk.boss.as);
  expect(await ids()).not.toEqual(expect.arrayContaining([undone.id]));
  expect(await ids()).not.toEqual(expect.arrayContaining([left.id]));
});

test('a call of whoever has left, or is late by a working day, waits for a colleague', async () => {
  const seller = await signedIn(desk.world, { name: 'Орлов Олег', team: 'Юг' });
  const within = { permissions: { 'sales.work': 'team' }, team: 'Юг' } as const;
  const mate = await signedIn(desk.world, within);
  const alone = await signedIn(desk.world, { permissions: { 'sales.work': 'own' }, team: 'Юг' });
  const theirs = { ownerStaffId: seller.staffId, teamId: seller.teamId };
  // A Sunday's noon, so that no rest day stands between.
  desk.world.clock.moveTo(new Date('2026-07-05T05:00:00Z'));
  const { id } = await connected(theirs);
  const ofDeal = async (as = mate.as) =>
    (await waiting(as)).filter(({ dealId }) => dealId === id).map(({ insteadOf }) => insteadOf);
  const lead = await signedIn(desk.world, {
    permissions: { 'sales.work': 'team', 'sales.manage': 'all' },
    team: 'Юг',
  });
  const lateNews = async (whose: SignedIn) =>
    (await desk.world.via(workApi)('GET /api/mentions', {}, whose.as)).body.rows.filter(
      ({ entityId, reason }) => entityId === id && reason === 'late',
    ).length;
  const tell = () => desk.world.tick('sales.late_care_calls');
  forwardDays(1);
  await tell();
  expect(await ofDeal(seller.as)).toEqual([null]);
  expect(await ofDeal()).toEqual([]);
  expect(await lateNews(seller)).toBe(0);
  // A working day of eight hours has passed, and not yet two.
  forwardDays(10 / 24);
  await tell();
  await tell();
  expect([await lateNews(seller), await lateNews(lead)]).toEqual([1, 0]);
  forwardDays(4);
  await tell();
  await tell();
  expect(await lateNews(lead)).toBe(1);
  const { history } = (await desk.call('GET /api/deals/{id}', { id })).body;
  expect(history.filter(({ type }) => type === 'sales.care_late')).toHaveLength(1);
  expect(await ofDeal()).toEqual(['Орлов Олег']);
  const { id: late } = await connected(theirs);
  forwardDays(1);
  const ofLate = async () => (await waiting(mate.as)).some(({ dealId }) => dealId === late);
  expect(await ofLate()).toBe(false);
  const staff = desk.world.via(staffApi);
  await staff('POST /api/staff/{id}/disable', { id: seller.staffId }, desk.boss.as);
  expect(await ofLate()).toBe(true);
  expect(await waiting(alone.as)).toEqual([]);
  const [call] = (await waiting(mate.as)).filter(({ dealId }) => dealId === late);
  const told = { id: call?.id ?? 0, tries: 0, outcome: 'well', note: '' } as const;
  expect((await desk.call('PUT /api/care-calls/{id}', told, mate.as)).status).toBe(200);
  expect(await ofLate()).toBe(false);
});

test('days and words are the operator’s, and nobody undoes another’s change', async () => {
  const { version, welcomeWords, names } = (await desk.call('GET /api/sales-settings')).body;
  expect(names).toContain('account');
  const put = (more: object) =>
    desk.call('PUT /api/sales-settings', { version, welcomeWords, careDays: [14, 3, 3], ...more });
  const wrong = await put({ welcomeWords: 'Здравствуйте, {{имя}}!' });
  expect(wrong.body).toMatchObject({ code: 'sales.unknown_placeholder' });
  expect((await put({ careDays: [0] })).status).toBe(422);
  expect((await put({})).status).toBe(200);
  expect((await put({})).body).toMatchObject({ code: 'sales.settings_changed' });
  const { id } = await connected();
  expect(await careOf(id)).toMatchObject([{ day: 3 }, { day: 14 }]);
});
