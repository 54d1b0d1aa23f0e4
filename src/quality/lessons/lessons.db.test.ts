import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { signedIn } from '../../testing/staff.ts';
import type { As } from '../../testing/world.ts';
import { wordsEraser } from '../personal-data.ts';
import {
  contact,
  loadContacts,
  openQualityWorld,
  type QualityWorld,
} from '../testing/quality-world.ts';

let quality: QualityWorld;
let subscriberId: number;
let number: number;
beforeAll(async () => {
  quality = await openQualityWorld();
  const { world, boss, plan } = quality;
  const person = { kind: 'person', lastName: 'Лунёва', firstName: 'Яна' } as const;
  const made = await world.via(subscribersApi)('POST /api/subscribers', person, boss.as);
  subscriberId = made.body.id;
  await plan(6);
  await judgeWeek('2026-03-03', { greeting: 'no', listened: '1' });
});
afterAll(() => quality.world.close());

/** Six contacts of the agent, closed on a day, drawn a week later and judged. */
async function judgeWeek(on: string, answers: Record<string, 'no' | '1'>): Promise<void> {
  const { world, agent, call, answerAll } = quality;
  const day = new Date(`${on}T10:00:00Z`);
  const own = { openedAt: day, closedAt: day, said: [], subscriberId };
  await loadContacts(
    world,
    [1, 2, 3, 4, 5, 6].map(() => contact(agent.staffId, own)),
  );
  world.clock.moveTo(new Date(day.getTime() + 7 * 86_400_000));
  // A sweep draws one week, and there may be one without contacts before it.
  for (const _ of [1, 2]) await world.tick('quality.sample');
  const { draws } = (await call('GET /api/quality-draws')).body;
  for (const draw of draws) {
    ({ number } = draw);
    const { id } = (await call('POST /api/quality-draws/{id}/review', { id: draw.id })).body;
    for (const [at, [item, answer]] of Object.entries(answers).entries()) {
      const given = { id, version: at + 1, item, answer };
      await call('PUT /api/quality-reviews/{id}/answers/{item}', given);
    }
    await call('POST /api/quality-reviews/{id}/finish', { id, version: await answerAll(id) });
  }
}

const question = { ask: 'С чего начинают?', choices: ['С имени', 'С цены'], right: 0 };
const lesson = () => ({
  name: 'Как здороваться',
  items: ['greeting'],
  article: 'Назовите себя.',
  examples: [{ isGood: true, words: 'Яна услышала имя', number, second: 5 }],
  questions: [question, { ...question, right: 1 }],
  passPercent: 100,
});
const weakOf = async (as?: As) =>
  (await quality.call('GET /api/quality-weak-items', {}, as)).body.weak;
const add = 'POST /api/quality-lessons';
const assign = 'POST /api/quality-assignments';
const attempt = 'POST /api/quality-assignments/{id}/attempts';
let lessonId: number;
let assignmentId: number;

test('what is weak is told to whom it is about and who leads, with how many answers', async () => {
  const { agent, other } = quality;
  const weak = await weakOf(agent.as);
  expect(weak).toMatchObject([
    { item: 'greeting', title: 'Поздоровался и назвал себя', answers: 6, share: 0, isMine: true },
    { item: 'listened', answers: 6, share: 0.25, lesson: null, assignmentId: null },
  ]);
  expect(weak[0]!.reviewIds).toHaveLength(5);
  expect((await weakOf()).map(({ staff }) => staff.name)).toEqual(['Котов Илья', 'Котов Илья']);
  expect(await weakOf(other.as)).toEqual([]);
});

test('a lesson is written in versions, on items of cards, with a key that fits', async () => {
  const { agent, call } = quality;
  const refused = async (more: object) => (await call(add, { ...lesson(), ...more })).body.code;
  expect(await refused({ items: ['greeting', 'none'] })).toBe('quality.no_such_item');
  expect(await refused({ questions: [{ ...question, right: 2 }] })).toBe('quality.wrong_key');
  const astray = [{ isGood: false, words: 'Не назвал', number: 999_999 }];
  expect(await refused({ examples: astray })).toBe('quality.no_such_contact');
  const made = (await call(add, lesson())).body;
  lessonId = made.id;
  expect(await refused({})).toBe('quality.lesson_taken');
  expect((await call(add, lesson(), agent.as)).status).toBe(403);
  expect((await call('GET /api/quality-lessons/{id}', made, agent.as)).status).toBe(403);
  const change = { ...lesson(), ...made };
  const both = await Promise.all([1, 2].map(() => call('PUT /api/quality-lessons/{id}', change)));
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  const shown = (await call('GET /api/quality-lessons/{id}', { id: lessonId })).body;
  expect(shown).toMatchObject({ version: 2, questions: [{ right: 0 }, { right: 1 }] });
  expect(shown.examples[0]!.conversationId).not.toBeNull();
  const none = { ...change, id: 999_999 };
  expect((await call('PUT /api/quality-lessons/{id}', none)).status).toBe(404);
  expect((await call('GET /api/quality-lessons/{id}', { id: 999_999 })).status).toBe(404);
});

test('it is given once, by whoever leads the person, or taken oneself', async () => {
  const { agent, other, second, call, world } = quality;
  const give = { lessonId, staffId: agent.staffId, dueOn: '2026-03-20' };
  expect((await call(assign, give, other.as)).body.code).toBe('quality.no_such_learner');
  const late = { ...give, dueOn: '2026-03-01' };
  expect((await call(assign, late)).body.code).toBe('quality.day_is_over');
  expect((await call(assign, { ...give, lessonId: 999_999 })).status).toBe(404);
  const both = await Promise.all([1, 2].map(() => call(assign, give, second.as)));
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  assignmentId = both.find(({ status }) => status === 201)!.body.id;
  const own = { lessonId, staffId: other.staffId };
  const taken = (await call(assign, own, other.as)).body;
  const listed = async (as: As, more = {}) =>
    (await call('GET /api/quality-assignments', more, as)).body.assignments.map(({ id }) => id);
  expect(await listed(agent.as)).toEqual([assignmentId]);
  expect(await listed(second.as, { limit: 1 })).toEqual([taken.id]);
  const cancel = 'POST /api/quality-assignments/{id}/cancel';
  const { id } = taken;
  expect((await call(cancel, { id }, other.as)).status).toBe(403);
  const leader = await signedIn(world, {
    team: 'Первая',
    permissions: { 'quality.view': 'team', 'quality.review': 'team' },
  });
  expect((await call(cancel, { id }, leader.as)).status).toBe(404);
  expect((await call(cancel, { id })).status).toBe(200);
  expect((await call(cancel, { id })).body.code).toBe('quality.lesson_over');
  expect(await listed(leader.as)).toEqual([assignmentId]);
  expect(await listed(second.as, { isOpen: 'true' })).toEqual([assignmentId]);
  expect((await weakOf(agent.as))[0]).toMatchObject({ lesson: { id: lessonId }, assignmentId });
  const { lessons } = (await call('GET /api/quality-lessons', {}, agent.as)).body;
  expect(lessons.find((one) => one.id === lessonId)).toMatchObject({ assigned: 1, passed: 0 });
});

test('its test is passed by whoever was given it, with the tries kept and few a day', async () => {
  const { agent, other, second, call, world } = quality;
  const at = { id: assignmentId };
  const shown = async (as = agent.as) =>
    (await call('GET /api/quality-assignments/{id}', at, as)).body;
  expect((await call('GET /api/quality-assignments/{id}', at, other.as)).status).toBe(404);
  const given = await shown();
  expect(given).toMatchObject({
    isMine: true,
    mayTry: true,
    attempts: 0,
    article: 'Назовите себя.',
  });
  expect(JSON.stringify(given.questions)).not.toContain('right');
  expect(await shown(second.as)).toMatchObject({ isMine: false, mayTry: false });
  const answers = (...of: number[]) => ({ ...at, version: given.version, answers: of });
  expect((await call(attempt, answers(0, 1), second.as)).status).toBe(404);
  expect((await call(attempt, answers(0), agent.as)).body.code).toBe('quality.unanswered');
  const old = { ...answers(0, 1), version: 1 };
  expect((await call(attempt, old, agent.as)).body.code).toBe('quality.changed_meanwhile');
  for (const once of [1, 2, 3]) {
    const { body } = await call(attempt, answers(0, 0), agent.as);
    expect([once, body]).toMatchObject([once, { rightCount: 1, isPassed: false }]);
  }
  expect((await call(attempt, answers(0, 1), agent.as)).body.code).toBe('quality.tried_enough');
  expect(await shown()).toMatchObject({ mayTry: false, attempts: 3, passedAt: null });
  world.clock.advance({ seconds: 86_401 });
  const both = await Promise.all([1, 2].map(() => call(attempt, answers(0, 1), agent.as)));
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  expect((await shown()).tried.map(({ isPassed }) => isPassed)).toEqual([
    false,
    false,
    false,
    true,
  ]);
  // What was done before it was learnt is no weakness any more.
  expect((await weakOf(agent.as)).map(({ item }) => item)).toEqual(['listened']);
});

test('its effect is told once there is enough before and after', async () => {
  const { agent, call, world } = quality;
  const effect = async () =>
    (await call('GET /api/quality-lessons/{id}', { id: lessonId })).body.effect;
  expect(await effect()).toEqual({
    before: { answers: 6, share: 0 },
    after: { answers: 0, share: null },
    difference: null,
  });
  await judgeWeek('2026-03-17', { listened: '1' });
  const { before, after, difference } = await effect();
  expect([before.answers, after]).toEqual([6, { answers: 6, share: 1 }]);
  expect(difference!.difference).toBe(1);
  // Newcombe's bounds of 0 of 6 and 6 of 6.
  expect(difference!.low).toBeCloseTo(0.448, 3);
  const own = (await call('GET /api/quality-assignments/{id}', { id: assignmentId }, agent.as))
    .body;
  expect(own.effect.after).toEqual(after);

  await inTransaction(world.ctx, (ctx) => wordsEraser.erase(ctx, [subscriberId]));
  const { examples } = (await call('GET /api/quality-lessons/{id}', { id: lessonId })).body;
  expect(examples).toMatchObject([{ words: '—', second: 5 }]);
  const { rows } = await sql`
    select from quality_lesson_versions where examples::text like '%Яна%'`.execute(world.ctx.db);
  expect(rows).toEqual([]);
});
