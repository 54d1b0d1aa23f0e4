import { afterAll, beforeAll, expect, test } from 'vitest';
import { openQualityWorld, type QualityWorld } from '../testing/quality-world.ts';

let quality: QualityWorld;
let checklistId: number;
beforeAll(async () => {
  quality = await openQualityWorld();
});
afterAll(() => quality.world.close());

const start = 'POST /api/quality-audits';
const finding = 'PUT /api/quality-audits/{id}/findings/{point}';
const finish = 'POST /api/quality-audits/{id}/finish';
const shown = async (id: number) =>
  (await quality.call('GET /api/quality-audits/{id}', { id })).body;

const points = ['a', 'b', 'c'] as const;
const fields = () => ({
  name: 'Касса',
  sections: [{ title: 'Окно', points: points.map((key) => ({ key, title: `Пункт ${key}` })) }],
});

test('a list for a subscriber department stands from the first start', async () => {
  const { agent, call } = quality;
  const { checklists } = (await call('GET /api/quality-checklists')).body;
  expect(checklists.map(({ name }) => name)).toEqual(['Абонентский отдел']);
  const [{ sections }] = checklists as [(typeof checklists)[number]];
  const keys = sections.flatMap((section) => section.points.map(({ key }) => key));
  expect(keys.length).toBeGreaterThanOrEqual(20);
  expect(new Set(keys).size).toBe(keys.length);
  expect((await call('GET /api/quality-checklists', {}, agent.as)).status).toBe(403);
});

test('a checklist is made and changed in versions, by one writer at a time', async () => {
  const { call, second } = quality;
  const add = 'POST /api/quality-checklists';
  const change = 'PUT /api/quality-checklists/{id}';
  const [section] = fields().sections as [ReturnType<typeof fields>['sections'][number]];
  const twice = { name: 'Дважды', sections: [section, section] };
  expect((await call(add, twice)).body.code).toBe('quality.point_twice');
  const made = (await call(add, fields(), second.as)).body;
  checklistId = made.id;
  expect((await call(add, fields())).body.code).toBe('quality.checklist_taken');
  const next = { ...fields(), ...made };
  const both = await Promise.all([1, 2].map(() => call(change, next)));
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  const taken = { ...next, name: 'Абонентский отдел', version: 2 };
  expect((await call(change, taken)).body.code).toBe('quality.checklist_taken');
  expect((await call(change, { ...next, id: 999_999 })).status).toBe(404);
});

test('an audit says by what each finding is known, and is scored once all is answered', async () => {
  const { call, agent } = quality;
  const asked = { checklistId, subject: 'Офис на Мира' };
  const both = await Promise.all([1, 2].map(() => call(start, asked)));
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  const { id } = both.find(({ status }) => status === 201)!.body;
  expect((await call(start, { ...asked, checklistId: 999_999 })).status).toBe(404);
  expect((await call('GET /api/quality-audits/{id}', { id }, agent.as)).status).toBe(403);
  const find = (point: string, answer: 'met' | 'partly' | 'unmet' | 'na', words = '') =>
    call(finding, { id, point, answer, words });
  expect((await find('x', 'met')).body.code).toBe('quality.no_such_point');
  await find('a', 'met', 'Видел сам');
  await find('b', 'unmet');
  expect((await call(finish, { id })).body.code).toBe('quality.unanswered');
  await find('c', 'na');
  expect((await call(finish, { id })).body.code).toBe('quality.no_evidence');
  const proof = { id, point: 'b', words: 'Запись звонка', link: '/conversations/1' };
  const add = 'POST /api/quality-audits/{id}/evidence';
  for (const link of ['javascript:alert(1)', '//evil.example', 'просто слова']) {
    expect((await call(add, { ...proof, link })).status).toBe(422);
  }
  const kept = (await call(add, proof)).body;
  await call(add, { ...proof, words: 'Второй раз', link: 'https://example.org/a' });
  const remove = 'DELETE /api/quality-evidence/{id}';
  expect((await call(remove, kept)).status).toBe(200);
  expect((await call(remove, kept)).status).toBe(404);
  const ends = await Promise.all([1, 2].map(() => call(finish, { id })));
  expect(ends.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(ends.find(({ status }) => status === 200)!.body.score).toBe(50);
  expect((await find('b', 'met', 'Иначе')).body.code).toBe('quality.audit_finished');
  const { evidence } = await shown(id);
  expect(evidence.map(({ words }) => words)).toEqual(['Второй раз']);
  expect((await call(remove, evidence[0])).body.code).toBe('quality.audit_finished');
  expect((await call('DELETE /api/quality-audits/{id}', { id })).status).toBe(409);
});

test('its plan says who does what by when, and each ticks off their own', async () => {
  const { call, agent, other } = quality;
  const { audits } = (await call('GET /api/quality-audits')).body;
  const { id } = audits[0]!;
  const plan = 'POST /api/quality-audits/{id}/steps';
  const step = { id, point: 'b', words: 'Повесить табло', staffId: agent.staffId };
  const due = { ...step, dueOn: '2026-03-04' };
  expect((await call(plan, { ...step, dueOn: '2026-03-01' })).body.code).toBe(
    'quality.day_is_over',
  );
  expect((await call(plan, { ...due, staffId: 999_999 })).body.code).toBe('quality.no_such_person');
  expect((await call(plan, { ...due, point: 'x' })).body.code).toBe('quality.no_such_point');
  const made = (await call(plan, due)).body;
  const spare = (await call(plan, { ...due, words: 'Лишнее' })).body;
  expect((await call('DELETE /api/quality-audit-steps/{id}', spare)).status).toBe(200);
  const mine = async (as = agent.as) =>
    (await call('GET /api/quality-audit-steps', {}, as)).body.steps;
  expect(await mine()).toMatchObject([{ words: 'Повесить табло', isLate: false }]);
  expect(await mine(other.as)).toEqual([]);
  quality.world.clock.moveTo(new Date('2026-03-06T06:00:00Z'));
  expect((await mine(quality.boss.as))[0]).toMatchObject({ isLate: true });
  const end = 'PUT /api/quality-audit-steps/{id}';
  const done = { ...made, isDone: true, words: 'Висит' };
  expect((await call(end, done, other.as)).status).toBe(404);
  const both = await Promise.all([1, 2].map(() => call(end, done, agent.as)));
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(await mine()).toEqual([]);
  expect((await call('DELETE /api/quality-audit-steps/{id}', made)).status).toBe(404);
  expect((await shown(id)).steps).toMatchObject([{ doneBy: 'Котов Илья', doneWords: 'Висит' }]);
  await call(end, { ...made, isDone: false }, agent.as);
  expect(await mine()).toMatchObject([{ doneAt: null, doneWords: '' }]);
});

test('the next audit of the same department shows what was found before and is left', async () => {
  const { call } = quality;
  const asked = { checklistId, subject: 'Офис на Мира' };
  const { id } = (await call(start, asked)).body;
  expect((await shown(id)).previous).toMatchObject({
    score: 50,
    findings: [{ answer: 'met' }, { answer: 'unmet' }, { answer: 'na' }],
    stepsLeft: [{ point: 'b', words: 'Повесить табло' }],
  });
  const first = (await call('GET /api/quality-audits', { limit: 1 })).body;
  expect(first.audits).toMatchObject([{ id, scoreBefore: 50, score: null }]);
  const rest = (await call('GET /api/quality-audits', { cursor: first.nextCursor ?? '' })).body;
  expect(rest.audits).toMatchObject([{ score: 50, scoreBefore: null, steps: 1, stepsDone: 0 }]);
  const other = (await call(start, { ...asked, subject: 'Офис у вокзала' })).body;
  expect((await shown(other.id)).previous).toBeNull();
  expect((await call('DELETE /api/quality-audits/{id}', other)).status).toBe(200);
  expect((await call('GET /api/quality-audits/{id}', other)).status).toBe(404);
});
