import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../../testing/requests.ts';
import { signedIn, type SignedIn } from '../../testing/staff.ts';
import { openVipWorld, type VipWorld } from '../testing/vip-world.ts';

let vip: VipWorld;
let leader: SignedIn;
let stranger: SignedIn;
beforeAll(async () => {
  vip = await openVipWorld();
  leader = await vip.leading(500, {}, 'Ведущая');
  stranger = await signedIn(vip.world, { permissions: { 'vip.work': 'own' } });
});
afterAll(() => vip.world.close());

const dear = { mobile: [300_000] };
const sheet = async (as = leader.as) => (await vip.call('GET /api/vip-sheet', {}, as)).body;
const linesOf = async (id: number) =>
  (await sheet()).lines.filter(({ subscriberId }) => subscriberId === id);

test('a sheet says what is to be looked at today, until it is ticked', async () => {
  const phone = '+79135550202';
  const contacts = [{ kind: 'phone', value: phone }];
  const { id, accountId } = await vip.client({
    charged: dear,
    fields: { birthOn: '1980-03-07', contacts },
  });
  await vip.night();
  await ask(vip.world, { phone });
  await sql`insert into discounts (account_id, kind, value, from_on, to_on, words, given_at)
    values (${accountId}, 'percent', 500, '2026-01-01', '2026-03-20', 'Скидка', now())`.execute(
    vip.world.ctx.db,
  );
  await sql`update accounts set credit_limit_minor = -100 where id = ${accountId}`.execute(
    vip.world.ctx.db,
  );
  const lines = await linesOf(id);
  expect(lines.map(({ kind }) => kind)).toEqual([
    'balance',
    'occasion',
    'open',
    'ending',
    'missing',
  ]);
  expect(lines).toMatchObject([
    { minor: -100, on: '2026-03-02' },
    { on: '2026-03-07', words: 'own' },
    { key: 'conversations', count: 1 },
    { on: '2026-03-20', words: 'Скидка' },
    { words: 'email' },
  ]);
  const tick = { id, line: 'missing', untilOn: '2026-03-10', note: 'Обещал прислать' };
  expect(
    (await vip.call('PUT /api/vip-sheet/{id}/ticks', { ...tick, untilOn: '2026-03-01' }, leader.as))
      .body.code,
  ).toBe('vip.term_past');
  expect((await vip.call('PUT /api/vip-sheet/{id}/ticks', tick, stranger.as)).status).toBe(404);
  expect((await vip.call('PUT /api/vip-sheet/{id}/ticks', tick, leader.as)).status).toBe(200);
  expect((await linesOf(id)).find(({ kind }) => kind === 'missing')).toMatchObject({
    isDone: true,
    note: 'Обещал прислать',
  });
  const back = { id, line: 'missing' };
  expect((await vip.call('DELETE /api/vip-sheet/{id}/ticks', back, stranger.as)).status).toBe(404);
  expect((await vip.call('DELETE /api/vip-sheet/{id}/ticks', back, leader.as)).status).toBe(200);
  expect((await linesOf(id)).every(({ isDone }) => !isDone)).toBe(true);
  expect(await sheet(stranger.as)).toMatchObject({ clients: 0, lines: [] });
  const birthday = { ...tick, line: 'occasion:s:2026-03-07', untilOn: '2026-03-07' };
  await vip.call('PUT /api/vip-sheet/{id}/ticks', birthday, leader.as);
  const { rows: told } = await sql<{ facts: object }>`
    select facts from events where type = 'vip.line_ticked' and subscriber_id = ${id}
    order by id desc limit 1`.execute(vip.world.ctx.db);
  expect(told).toEqual([{ facts: { line: 'occasion' } }]);
  await vip.call('DELETE /api/vip-sheet/{id}/ticks', { id, line: birthday.line }, leader.as);
  vip.world.clock.advance({ seconds: 40 * 86_400 });
  expect((await linesOf(id)).find(({ kind }) => kind === 'silence')).toMatchObject({
    on: '2026-03-02',
    count: 40,
  });
  vip.world.clock.advance({ seconds: -40 * 86_400 });
  const firm = await vip.client({
    fields: { kind: 'organisation', displayName: 'ООО «Тишина»' },
    charged: { phone: [300, 300, 300, 300, 300] },
  });
  await vip.night();
  expect((await linesOf(firm.id)).find(({ kind }) => kind === 'silence')).toMatchObject({
    on: '2024-01-01',
  });
  expect((await vip.call('GET /api/vip-sheet', { staffId: 99_999 })).body.code).toBe(
    'vip.no_such_personal_manager',
  );
});

test('a question is put to a leader, who answers in time or is told', async () => {
  const { id } = await vip.client({ charged: dear });
  await vip.night();
  const { leaders } = (await vip.call('GET /api/vip-leaders', {}, leader.as)).body;
  expect(leaders.map((one) => one.id)).toContain(vip.me.staffId);
  const question = { id, leaderId: vip.me.staffId, words: 'Нужен отдельный канал' };
  expect(
    (
      await vip.call(
        'POST /api/vip/{id}/escalations',
        { ...question, leaderId: leader.staffId },
        leader.as,
      )
    ).body.code,
  ).toBe('vip.no_such_leader');
  expect((await vip.call('POST /api/vip/{id}/escalations', question, stranger.as)).status).toBe(
    404,
  );
  const made = (await vip.call('POST /api/vip/{id}/escalations', question, leader.as)).body;
  expect(await linesOf(id)).toMatchObject([{ kind: 'escalation' }, {}]);
  const told = async () =>
    (
      await sql<{ staffId: number }>`select staff_id from mentions
      where entity = 'vip' and entity_id = ${id} and reason = 'late' order by staff_id`.execute(
        vip.world.ctx.db,
      )
    ).rows.map(({ staffId }) => staffId);
  await vip.world.tick('vip.late_answers');
  expect(await told()).toEqual([]);
  vip.world.clock.advance({ seconds: 5 * 3600 });
  await vip.world.tick('vip.late_answers');
  await vip.world.tick('vip.late_answers');
  expect(await told()).toEqual([vip.me.staffId, leader.staffId].toSorted((a, b) => a - b));
  const list = async (as = leader.as) =>
    (await vip.call('GET /api/vip-escalations', {}, as)).body.escalations;
  expect(await list()).toMatchObject([
    { isLate: true, isMine: false, mayAnswer: false, answer: '' },
  ]);
  expect(await list(stranger.as)).toEqual([]);
  const answer = { ...made, answer: 'Дадим со среды' };
  expect(
    (await vip.call('POST /api/vip-escalations/{id}/answer', answer, stranger.as)).status,
  ).toBe(404);
  const own = await vip.call('POST /api/vip-escalations/{id}/answer', answer, leader.as);
  expect(own.body.code).toBe('vip.own_question');
  const toOneself = await vip.call('POST /api/vip/{id}/escalations', question);
  expect(toOneself.body.code).toBe('vip.own_question');
  expect((await list(vip.me.as))[0]).toMatchObject({ mayAnswer: true });
  expect((await vip.call('POST /api/vip-escalations/{id}/answer', answer)).status).toBe(200);
  expect((await vip.call('POST /api/vip-escalations/{id}/answer', answer)).body.code).toBe(
    'vip.answered_already',
  );
  expect(await list()).toMatchObject([{ isLate: false, answer: 'Дадим со среды' }]);
});
