import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as billingApi } from '../../billing/api.ts';
import { api as conversationsApi } from '../../conversations/api.ts';
import { addAccount, post } from '../../testing/accounts.ts';
import { ask } from '../../testing/requests.ts';
import { signedIn } from '../../testing/staff.ts';
import { type Desk, openTicketDesk } from '../testing/desk.ts';

let desk: Desk;
let reasonId = 0;
beforeAll(async () => {
  desk = await openTicketDesk();
  const { body } = await billing('GET /api/correction-reasons', {}, desk.me.as);
  reasonId = body.reasons[0]?.id ?? 0;
});
afterAll(() => desk.world.close());

const add = 'POST /api/tickets/{id}/subjects';
const remove = 'DELETE /api/tickets/{id}/subjects/{subjectId}';
const billing = ((key, input, as) => desk.world.via(billingApi)(key, input, as)) as ReturnType<
  typeof desk.world.via<typeof billingApi>
>;

/** A ticket of a subscriber who was charged wrongly. */
async function wronged() {
  const { world, addSubscriber, open, me } = desk;
  const subscriberId = await addSubscriber('Переплатов');
  const accountId = await addAccount(world, subscriberId);
  await post(world, accountId, {
    kind: 'monthly_charges',
    occurredOn: '2026-02-01',
    counterpart: 'revenue',
    amountMinor: -60_000,
  });
  const statement = async () =>
    (await billing('GET /api/accounts/{id}/statement', { id: accountId }, me.as)).body;
  const lineId = (await statement()).lines[0]?.id ?? 0;
  const id = await open({ subscriberId, subject: 'Списали дважды' });
  const shown = async (as = me.as) =>
    (await desk.call('GET /api/tickets/{id}/billing', { id }, as)).body;
  const propose = (more: object = {}) =>
    billing(
      'POST /api/accounts/{id}/corrections',
      {
        id: accountId,
        kind: 'refund',
        amountMinor: 60_000,
        reasonId,
        lineId,
        origin: { kind: 'ticket', id },
        ...more,
      },
      me.as,
    );
  return { subscriberId, accountId, lineId, id, statement, shown, propose };
}

test('a ticket points at a line and a period; the statement shows the ticket at both', async () => {
  const { id, accountId, lineId, statement, shown } = await wronged();
  const period = { fromOn: '2026-02-01', toOn: '2026-02-07' };
  const first = await desk.call(add, { id, accountId, lineId });
  expect(first.status).toBe(201);
  expect((await desk.call(add, { id, accountId, lineId })).body).toEqual(first.body);
  await desk.call(add, { id, accountId, ...period });
  expect((await shown()).subjects).toMatchObject([
    { line: { id: lineId, amountMinor: -60_000, kind: 'monthly_charges' }, fromOn: null },
    { line: null, ...period },
  ]);
  const mark = { kind: 'ticket', id, title: 'Списали дважды' };
  const { lines, periods } = await statement();
  expect(lines[0]?.marks).toEqual([mark]);
  expect(periods).toEqual([{ ...period, mark }]);
  const { subjectId } = first.body;
  expect((await desk.call(remove, { id, subjectId })).status).toBe(200);
  expect((await desk.call(remove, { id, subjectId })).body.code).toBe('tickets.no_such_subject');
  expect((await statement()).lines[0]?.marks).toEqual([]);
  const { history } = await desk.read(id);
  expect(history.map(({ type }) => type).slice(-3)).toEqual([
    'tickets.subject_added',
    'tickets.subject_added',
    'tickets.subject_removed',
  ]);
});

test('a ticket is opened about a line of the statement', async () => {
  const { subscriberId, accountId, lineId, statement } = await wronged();
  const subjects = [{ accountId, lineId }];
  const id = await desk.open({ subscriberId, accountId, subjects });
  expect((await statement()).lines[0]?.marks).toMatchObject([{ id }]);
  const stranger = await desk.addSubscriber('Чужой');
  const { categoryId, call } = desk;
  const wrong = { categoryId, subject: 'Не тот', subscriberId: stranger, subjects };
  expect((await call('POST /api/tickets', wrong)).body.code).toBe('tickets.not_of_subscriber');
  const { rows } = await desk.world.ctx.pool.query(`select from tickets where subscriber_id = $1`, [
    stranger,
  ]);
  expect(rows).toEqual([]);
  const none = await call(add, { id, accountId });
  expect(none.body.code).toBe('tickets.subject_empty');
});

test('a correction from a ticket is told in its history, its pane and on the timeline', async () => {
  const { world, me, read } = desk;
  const { id, subscriberId, shown, propose } = await wronged();
  const approver = await signedIn(world, { name: 'Главная Нина' });
  const { body } = await propose({ words: 'Списано дважды' });
  expect((await shown()).corrections).toMatchObject([{ id: body.id, state: 'proposed' }]);
  await billing('POST /api/corrections/{id}/approve', { id: body.id }, approver.as);
  expect((await shown(approver.as)).corrections).toMatchObject([
    { id: body.id, state: 'posted', origin: { kind: 'ticket', id } },
  ]);
  const { history } = await read(id);
  expect(history.slice(-2)).toMatchObject([
    { type: 'tickets.correction_proposed', actor: 'Смирнова Вера' },
    { type: 'tickets.correction_posted', actor: 'Главная Нина', facts: { amountMinor: 60_000 } },
  ]);
  const { api } = await import('../../subscribers/api.ts');
  const timeline = await world.via(api)(
    'GET /api/subscribers/{id}/timeline',
    { id: subscriberId },
    me.as,
  );
  const types = JSON.stringify(timeline.body);
  expect(types).toContain('billing.correction_posted');
  expect(types).not.toContain('tickets.correction_posted');
});

test('a merged ticket brings its subjects and corrections to the one that it became', async () => {
  const { call, read } = desk;
  const { id: fromId, subscriberId, accountId, lineId, propose, statement } = await wronged();
  await call(add, { id: fromId, accountId, lineId });
  const { body } = await propose();
  const id = await desk.open({ subscriberId });
  await call('POST /api/tickets/{id}/merge', { id, fromId });
  const { subjects, corrections } = (await call('GET /api/tickets/{id}/billing', { id })).body;
  expect([subjects.length, corrections.length]).toEqual([1, 1]);
  expect((await statement()).lines[0]?.marks).toMatchObject([{ id }]);
  const late = await propose({ kind: 'compensation' });
  expect(late.body.code).toBe('tickets.merged');
  const approver = await signedIn(desk.world);
  await billing('POST /api/corrections/{id}/approve', { id: body.id }, approver.as);
  expect((await read(id)).history.at(-1)?.type).toBe('tickets.correction_posted');
});

test('beyond reach a ticket points at nothing, and without the right its money is not shown', async () => {
  const { colleague, call } = desk;
  const { id, accountId, lineId, shown, propose } = await wronged();
  const { subjectId } = (await call(add, { id, accountId, lineId })).body;
  await propose();
  const far = { 'tickets.view': 'own', 'tickets.work': 'own', 'billing.view': 'all' } as const;
  const stranger = await colleague(far, 'Юг');
  expect((await call(add, { id, accountId, lineId }, stranger.as)).status).toBe(404);
  expect((await call(remove, { id, subjectId }, stranger.as)).status).toBe(404);
  const poor = await colleague({ 'tickets.view': 'all', 'tickets.work': 'all' });
  expect(await shown(poor.as)).toEqual({ subjects: [], corrections: [], accounts: [] });
  const told = async (as: typeof poor.as) =>
    (await call('GET /api/tickets/{id}', { id }, as)).body.history.slice(-2);
  expect(await told(desk.me.as)).toMatchObject([
    { facts: { amountMinor: -60_000, account: expect.any(String) as string } },
    { facts: { amountMinor: 60_000, account: expect.any(String) as string } },
  ]);
  for (const { facts } of await told(poor.as)) {
    expect(Object.keys(facts)).not.toEqual(expect.arrayContaining(['account']));
    expect(Object.keys(facts)).not.toEqual(expect.arrayContaining(['amountMinor']));
  }
  const { rows } = await desk.world.ctx.pool.query(
    `select from events where subject_kind = 'ticket' and facts ?| '{account,amountMinor}'`,
  );
  expect(rows).toEqual([]);
  const subject = { id, accountId, fromOn: '2026-01-01', toOn: '2026-01-02' };
  expect((await call(add, subject, poor.as)).body.code).toBe('billing.no_such_account');
  const unseen = await billing(
    'POST /api/accounts/{id}/corrections',
    {
      id: accountId,
      kind: 'compensation',
      amountMinor: 1,
      reasonId,
      origin: { kind: 'ticket', id },
    },
    (await colleague({ 'billing.propose_correction': 'all', 'tickets.work': 'own' }, 'Юг')).as,
  );
  expect(unseen.body.code).toBe('tickets.not_found');
});

test('while the caller is unverified, a ticket tells nothing of their money', async () => {
  const { world, me, read } = desk;
  const { id, accountId, lineId, subscriberId, shown } = await wronged();
  await desk.call(add, { id, accountId, lineId });
  const talks = world.via(conversationsApi);
  const { body: settings } = await talks('GET /api/desk-settings', {}, me.as);
  const hide = { ...settings, verifyCallers: 'hide' as const };
  await talks('PUT /api/desk-settings', hide, me.as);
  const talk = await ask(world, { wanted: 'Счёт' });
  await talks('POST /api/conversations/{id}/take', { id: talk }, me.as);
  const { version } = (await talks('GET /api/conversations/{id}', { id: talk }, me.as)).body;
  await talks('PUT /api/conversations/{id}/subscriber', { id: talk, version, subscriberId }, me.as);
  expect(await shown()).toEqual({ subjects: [], corrections: [], accounts: [] });
  expect((await read(id)).history.at(-1)?.facts['account']).toBeUndefined();
  await talks('PUT /api/desk-settings', settings, me.as);
  expect((await shown()).subjects).toHaveLength(1);
});
