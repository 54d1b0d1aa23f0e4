import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { signedIn } from '../../testing/staff.ts';
import { wordsEraser } from '../personal-data.ts';
import {
  addRecordedCall,
  contact,
  loadContacts,
  openQualityWorld,
  type QualityWorld,
} from '../testing/quality-world.ts';

let quality: QualityWorld;
let subscriberId: number;
beforeAll(async () => {
  quality = await openQualityWorld();
  const { world, agent, other, boss, second, plan } = quality;
  await sql`update quality_plans set seed = 'один'`.execute(world.ctx.db);
  await plan(4);
  const person = { kind: 'person', lastName: 'Лунёва', firstName: 'Яна' } as const;
  const made = await world.via(subscribersApi)('POST /api/subscribers', person, boss.as);
  subscriberId = made.body.id;
  await loadContacts(world, [
    ...Array.from({ length: 12 }, () => contact(agent.staffId, { subscriberId })),
    ...Array.from({ length: 12 }, () => contact(agent.staffId, { channel: 'email' })),
    ...Array.from({ length: 2 }, () =>
      contact(other.staffId, { touch: { seconds: 500, staffId: other.staffId } }),
    ),
    contact(boss.staffId),
    // The only contact of theirs, with nothing written in it: a part that was merged into it has.
    contact(second.staffId, { said: [] }),
    contact(agent.staffId, { outcome: 'not_a_request' }),
  ]);
});
afterAll(() => quality.world.close());

type Drawn = { id: number; place: number; channel: string; state: string };
const drawnOf = async (staffId: number): Promise<Drawn[]> =>
  (
    await sql<Drawn>`select id, place, channel, state from quality_draws
      where staff_id = ${staffId} order by place`.execute(quality.world.ctx.db)
  ).rows;
const waiting = async (as?: Record<string, string>) =>
  (await quality.call('GET /api/quality-draws', {}, as)).body.draws;

test('a week is drawn once it is over, evenly, by a seed, and nothing twice', async () => {
  const { world, agent, other, call } = quality;
  await world.tick('quality.sample');
  expect(await waiting()).toEqual([]);
  world.clock.moveTo(new Date('2026-03-09T06:00:00Z'));
  await world.tick('quality.sample');
  const first = await drawnOf(agent.staffId);
  const chosen = first.filter(({ state }) => state === 'waiting');
  expect(chosen.map(({ place }) => place)).toEqual([1, 2, 3, 4]);
  // Halves of two channels: each gives half of what is drawn.
  expect(chosen.filter(({ channel }) => channel === 'email')).toHaveLength(2);
  expect(first).toHaveLength(14);
  expect(await drawnOf(other.staffId)).toHaveLength(2);
  const ids = async () =>
    (
      await sql<{ id: number }>`select conversation_id as id from quality_draws
        where staff_id = ${agent.staffId} order by place limit 4`.execute(world.ctx.db)
    ).rows.map(({ id }) => id);
  const once = await ids();
  await world.tick('quality.sample');
  expect(await ids()).toEqual(once);
  const again = async (seed: string): Promise<number[]> => {
    await sql`delete from quality_draws`.execute(world.ctx.db);
    await sql`delete from quality_weeks`.execute(world.ctx.db);
    await sql`update quality_plans set seed = ${seed}`.execute(world.ctx.db);
    await world.tick('quality.sample');
    return ids();
  };
  expect(await again('другой')).not.toEqual(once);
  expect(await again('один')).toEqual(once);
  const plan = (await call('GET /api/quality-plan')).body;
  expect(plan).toEqual({ version: 2, contactsWeekly: 4, beginsOn: '2026-03-02' });
  const late = { version: 1, contactsWeekly: 1 };
  expect((await call('PUT /api/quality-plan', late)).body.code).toBe('quality.changed_meanwhile');
});

test('nobody judges their own, sees others’ or leaves out silently', async () => {
  const { world, agent, boss, call } = quality;
  // The leader's own contact is not among those that wait for the leader.
  expect((await waiting()).some(({ staff }) => staff.id === boss.staffId)).toBe(false);
  const all = (await waiting()).map(({ id }) => id);
  const page = (await call('GET /api/quality-draws', { limit: 5 })).body;
  const rest = { cursor: page.nextCursor ?? '' };
  const others = (await call('GET /api/quality-draws', rest)).body;
  expect([...page.draws, ...others.draws].map(({ id }) => id)).toEqual(all);
  expect([page.draws.length, others.nextCursor]).toEqual([5, null]);
  const none = await call('GET /api/quality-draws', { cursor: 'x' });
  expect(none.body.code).toBe('kernel.bad_cursor');
  const [own] = await drawnOf(boss.staffId);
  const mine = await call('POST /api/quality-draws/{id}/review', { id: own!.id });
  expect(mine.body.code).toBe('quality.own_contact');
  const leader = await signedIn(world, {
    team: 'Вторая',
    permissions: { 'quality.review': 'team', 'quality.view': 'team', 'conversations.view': 'all' },
  });
  expect((await waiting(leader.as)).map(({ staff }) => staff.name)).toEqual([
    'Белов Олег',
    'Белов Олег',
  ]);
  const [first, , , , spare] = await drawnOf(agent.staffId);
  const at = { id: first!.id };
  const skip = { ...at, reason: 'no_record', words: 'Текста нет' } as const;
  expect((await call('POST /api/quality-draws/{id}/review', at, leader.as)).status).toBe(404);
  expect((await call('POST /api/quality-draws/{id}/skip', skip, leader.as)).status).toBe(404);
  expect((await call('POST /api/quality-draws/{id}/skip', { ...skip, words: ' ' })).status).toBe(
    422,
  );
  const hidden = { ...skip, id: spare!.id };
  expect((await call('POST /api/quality-draws/{id}/skip', hidden)).status).toBe(404);
  const both = await Promise.all([1, 2].map(() => call('POST /api/quality-draws/{id}/skip', skip)));
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 200)?.body).toEqual({ nextId: spare!.id });
  const now = await drawnOf(agent.staffId);
  expect(now.filter(({ state }) => state === 'waiting').map(({ place }) => place)).toEqual([
    2, 3, 4, 5,
  ]);
});

test('what is known is filled in, a score is disputed by who has it and decided by another', async () => {
  const { world, agent, other, second, boss, call, answerAll } = quality;
  const { rows } = await sql<{ id: number }>`
    select d.id from quality_draws d join conversations c on c.id = d.conversation_id
    where  d.staff_id = ${agent.staffId} and d.state = 'waiting'
    and    c.subscriber_id is not null order by d.place limit 1`.execute(world.ctx.db);
  const drawId = rows[0]!.id;
  const made = await Promise.all(
    [boss, second].map(({ as }) => call('POST /api/quality-draws/{id}/review', { id: drawId }, as)),
  );
  expect(made.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  const [reviewer, decider] = made[0]?.status === 201 ? [boss, second] : [second, boss];
  const id = made.find(({ status }) => status === 201)!.body.id;
  const shown = async (as = reviewer.as) =>
    (await call('GET /api/quality-reviews/{id}', { id }, as)).body;
  const { answers, applies, card } = await shown();
  expect([card.name, applies]).toEqual(['Поддержка', ['always', 'written']]);
  expect(answers).toMatchObject([
    { item: 'in-time', answer: 'yes', filled: 'yes', source: { kind: 'conversation' } },
  ]);
  const item = 'PUT /api/quality-reviews/{id}/answers/{item}';
  const against = { id, version: 1, item: 'in-time', answer: 'no' } as const;
  expect((await call(item, against, reviewer.as)).body.code).toBe('quality.reason_needed');
  const why = { ...against, reason: 'Ответил робот' };
  expect((await call(item, why, decider.as)).status).toBe(404);
  expect((await call(item, why, reviewer.as)).status).toBe(200);
  expect((await call(item, why, reviewer.as)).body.code).toBe('quality.changed_meanwhile');
  const at = { id, version: 2 };
  const wrong = { ...at, item: 'greeting', answer: '4' } as const;
  expect((await call(item, wrong, reviewer.as)).body.code).toBe('quality.wrong_answer');
  const none = { ...at, item: 'needs', answer: '4' } as const;
  expect((await call(item, none, reviewer.as)).body.code).toBe('quality.no_such_item');
  const finish = 'POST /api/quality-reviews/{id}/finish';
  expect((await call(finish, at, reviewer.as)).body.code).toBe('quality.unanswered');
  const messages = await sql<{ id: number; isOurs: boolean }>`
    select m.id, d.id = ${drawId} as is_ours
    from   messages m join quality_draws d on d.conversation_id = m.conversation_id
    order  by m.id`.execute(world.ctx.db);
  const note = (isOurs: boolean) => ({
    id,
    words: 'Яна просила иначе',
    messageId: messages.rows.find((one) => one.isOurs === isOurs)!.id,
  });
  const notes = 'POST /api/quality-reviews/{id}/notes';
  expect((await call(notes, note(false), reviewer.as)).body.code).toBe('quality.no_such_place');
  const kept = (await call(notes, note(true), reviewer.as)).body;
  await call(notes, note(true), reviewer.as);
  const gone = { id, noteId: kept.id };
  const remove = 'DELETE /api/quality-reviews/{id}/notes/{noteId}';
  expect((await call(remove, gone, decider.as)).status).toBe(404);
  expect((await call(remove, gone, reviewer.as)).status).toBe(200);
  // A second is one of a part of that call's recording.
  const { conversationId } = await shown();
  const { callId, parts } = await addRecordedCall(world, conversationId, agent.staffId);
  const heard = { id, words: 'Перебил', callId, second: 7 };
  for (const misplaced of [
    { ...heard, recordingId: 999_999 },
    { ...note(true), recordingId: parts[0]! },
  ]) {
    expect((await call(notes, misplaced, reviewer.as)).body.code).toBe('quality.no_such_place');
  }
  expect((await call(notes, { ...heard, recordingId: parts[1]! }, reviewer.as)).status).toBe(201);
  expect((await shown()).notes).toMatchObject([
    { recordingId: parts[1]!, second: 7 },
    { callId: null },
  ]);
  // Nobody judged sees a score that is still being made.
  expect((await call('GET /api/quality-reviews/{id}', { id }, agent.as)).status).toBe(404);
  const version = await answerAll(id, reviewer.as);
  const done = await call(finish, { id, version, words: 'Хорошо' }, reviewer.as);
  // All but ten of the weight of 90.
  expect(done.body).toMatchObject({ score: 89, isZeroed: false });
  expect((await call(item, { ...why, version }, reviewer.as)).body.code).toBe(
    'quality.finished_already',
  );

  const listed = async (as: Record<string, string>) =>
    (await call('GET /api/quality-reviews', {}, as)).body.reviews.map(({ score }) => score);
  expect(await listed(agent.as)).toEqual([89]);
  expect(await listed(other.as)).toEqual([]);
  expect((await call('GET /api/quality-reviews/{id}', { id }, other.as)).status).toBe(404);
  expect(await shown(agent.as)).toMatchObject({ isOfMe: true, canDecide: false });
  const dispute = { id, item: 'in-time', words: 'Отвечал я сам' };
  const ask = 'POST /api/quality-reviews/{id}/disputes';
  expect((await call(ask, dispute, other.as)).status).toBe(404);
  expect((await call(ask, dispute, reviewer.as)).status).toBe(404);
  const asked = await Promise.all([1, 2].map(() => call(ask, dispute, agent.as)));
  expect(asked.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  const [open] = (await shown(decider.as)).disputes;
  const decide = 'POST /api/quality-disputes/{id}/decide';
  const verdict = { id: open!.id, answer: 'yes', words: 'В журнале его ответ' } as const;
  expect((await call(decide, verdict, agent.as)).status).toBe(403);
  expect((await call(decide, verdict, reviewer.as)).body.code).toBe('quality.own_review');
  const bad = { ...verdict, answer: '3' } as const;
  expect((await call(decide, bad, decider.as)).body.code).toBe('quality.wrong_answer');
  expect((await call(decide, verdict, decider.as)).body).toMatchObject({ score: 100 });
  expect((await call(decide, verdict, decider.as)).body.code).toBe('quality.decided_already');
  expect(await shown(agent.as)).toMatchObject({
    score: 100,
    disputes: [{ answerBefore: 'no', answerAfter: 'yes', scoreBefore: 89 }],
  });

  await inTransaction(world.ctx, (ctx) => wordsEraser.erase(ctx, [subscriberId]));
  expect(await shown(agent.as)).toMatchObject({
    score: 100,
    words: '',
    notes: [{ words: '—' }, { words: '—' }],
    disputes: [{ words: '—', decisionWords: '—' }],
  });
});

test('what a reviewer who left has begun is judged anew, with all that was merged into it', async () => {
  const { world, agent, second, call } = quality;
  const [drawn] = await drawnOf(second.staffId);
  const at = { id: drawn!.id };
  const leaving = await signedIn(world, { name: 'Юдин Пётр', role: 'supervisor' });
  const begun = await call('POST /api/quality-draws/{id}/review', at, leaving.as);
  expect((await call('POST /api/quality-draws/{id}/review', at)).body.code).toBe(
    'quality.taken_already',
  );
  const [partId] = await loadContacts(world, [contact(agent.staffId)]);
  await sql`
    update conversations p set merged_into_id = d.conversation_id, root_id = d.conversation_id
    from   quality_draws d where d.id = ${at.id} and p.id = ${partId!}`.execute(world.ctx.db);
  await sql`update staff set disabled_at = now() where id = ${leaving.staffId}`.execute(
    world.ctx.db,
  );
  expect((await waiting()).find(({ id }) => id === at.id)?.review).toBeNull();
  const made = await call('POST /api/quality-draws/{id}/review', at);
  expect(made.status).toBe(201);
  expect(made.body.id).not.toBe(begun.body.id);
  const { applies, card } = (await call('GET /api/quality-reviews/{id}', made.body)).body;
  expect(applies).toEqual(['always', 'written']);
  // Where nothing that weighs anything applies there is no score, and another word than unanswered.
  const items = card.groups
    .filter(({ condition }) => applies.includes(condition))
    .flatMap((group) => group.items);
  for (const [before, { key }] of items.entries()) {
    const answer = { item: key, answer: 'na', reason: 'Не о том', version: before + 1 } as const;
    await call('PUT /api/quality-reviews/{id}/answers/{item}', { ...made.body, ...answer });
  }
  const last = { ...made.body, version: items.length + 1 };
  const finished = await call('POST /api/quality-reviews/{id}/finish', last);
  expect(finished.body.code).toBe('quality.weighs_nothing');
});

test('pages of reviews follow one another without a gap', async () => {
  const { call, answerAll } = quality;
  for (const { id } of (await waiting()).filter(({ review }) => !review).slice(0, 3)) {
    const made = (await call('POST /api/quality-draws/{id}/review', { id })).body;
    const version = await answerAll(made.id);
    await call('POST /api/quality-reviews/{id}/finish', { id: made.id, version });
  }
  const page = async (input: object) => (await call('GET /api/quality-reviews', input)).body;
  const whole = (await page({})).reviews.map(({ id }) => id);
  expect(whole).toHaveLength(4);
  const first = await page({ limit: 3 });
  const rest = await page({ limit: 3, cursor: first.nextCursor ?? '' });
  expect([...first.reviews, ...rest.reviews].map(({ id }) => id)).toEqual(whole);
  expect(rest.nextCursor).toBeNull();
  expect((await page({ isDisputed: 'true' })).reviews).toEqual([]);
  const bad = await call('GET /api/quality-reviews', { cursor: 'x y' });
  expect(bad.body.code).toBe('kernel.bad_cursor');
});
