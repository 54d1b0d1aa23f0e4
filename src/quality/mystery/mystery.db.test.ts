import { afterAll, beforeAll, expect, test } from 'vitest';
import { openQualityWorld, type QualityWorld } from '../testing/quality-world.ts';

let quality: QualityWorld;
beforeAll(async () => {
  quality = await openQualityWorld();
});
afterAll(() => quality.world.close());

const shown = async (id: number) =>
  (await quality.call('GET /api/quality-rounds/{id}', { id })).body;
const result = 'PUT /api/quality-shopper-tasks/{id}/result';
const give = 'POST /api/quality-rounds/{id}/tasks';

const task = {
  kind: 'buying',
  channel: 'site',
  script: 'Оставьте заявку на сайте',
  lookFor: 'Назовут ли один тариф',
  shopper: 'Ольга, знакомая',
  dueOn: '2026-03-05',
} as const;
const met = {
  askedAt: '2026-03-01T09:00:00Z',
  answeredIn: 40,
  recommended: false,
  pitched: false,
  reasonAsked: null,
  words: 'Прочли прейскурант',
};

test('a round is made of tasks, and what shoppers met is measured beside the study', async () => {
  const { agent, boss, call, world } = quality;
  const add = 'POST /api/quality-rounds';
  const round = { name: 'Март', beginsOn: '2026-03-01', endsOn: '2026-03-31' };
  const backwards = await call(add, { ...round, endsOn: '2026-02-01' });
  expect(backwards.body.code).toBe('quality.ends_before');
  expect((await call(add, round, agent.as)).status).toBe(403);
  const { id } = (await call(add, round)).body;
  const late = { id, ...task, dueOn: '2026-03-01' };
  expect((await call(give, late)).body.code).toBe('quality.day_is_over');
  expect((await call(give, { ...task, id: 999_999 })).status).toBe(404);
  const ids: number[] = [];
  for (const kind of ['buying', 'buying', 'leaving', 'asking'] as const) {
    ids.push((await call(give, { id, ...task, kind })).body.id);
  }
  const [first = 0, second = 0, third = 0, spare = 0] = ids;
  const at = (of: number) => ({ id: of, version: 1 });
  const ahead = { ...met, ...at(first), askedAt: '2026-03-09T09:00:00Z' };
  expect((await call(result, ahead)).body.code).toBe('quality.not_yet');
  const silent = { ...met, ...at(first), answeredIn: null };
  expect((await call(result, silent)).body.code).toBe('quality.nobody_answered');
  const stranger = { ...met, ...at(first), staffId: 999_999 };
  expect((await call(result, stranger)).body.code).toBe('quality.no_such_person');
  expect((await call(result, { ...met, ...at(999_999) })).status).toBe(404);
  const whole = { ...met, ...at(first), staffId: agent.staffId };
  const both = await Promise.all([1, 2].map(() => call(result, whole)));
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  await call(result, { ...met, ...at(second), answeredIn: 1, recommended: true });
  const leaving = { answeredIn: 0, recommended: null, pitched: null, reasonAsked: true };
  await call(result, { ...met, ...at(third), ...leaving });
  const drop = 'DELETE /api/quality-shopper-tasks/{id}';
  expect((await call(drop, { id: first })).status).toBe(404);
  expect((await call(drop, { id: spare })).status).toBe(200);
  const proofs = 'POST /api/quality-shopper-tasks/{id}/proofs';
  const proof = { id: first, words: 'Снимок экрана', link: 'https://example.org/1' };
  expect((await call(proofs, { ...proof, link: 'javascript:1' })).status).toBe(422);
  const kept = (await call(proofs, proof)).body;
  await call(proofs, { ...proof, words: 'Письмо', link: '' });
  const remove = 'DELETE /api/quality-shopper-proofs/{id}';
  expect((await call(remove, kept)).status).toBe(200);
  expect((await call(remove, kept)).status).toBe(404);

  const { rounds, normMinutes, study } = (await call('GET /api/quality-rounds')).body;
  expect(normMinutes).toBe(1);
  expect(study.find(({ measure }) => measure === 'pitched')?.share).toBe(0.02);
  expect(rounds).toMatchObject([{ tasks: 3, done: 3, medianMinutes: 1, neverAnswered: 0 }]);
  const told = rounds[0]!.measures.map(({ hits, contacts }) => [hits, contacts]);
  expect(told).toEqual([
    [2, 3],
    [1, 2],
    [0, 2],
    [1, 1],
  ]);
  const { list } = await shown(id);
  expect(list.find((one) => one.id === first)).toMatchObject({
    version: 2,
    staff: { name: 'Котов Илья' },
    enteredBy: 'Смирнова Вера',
    proofs: [{ words: 'Письмо' }],
  });

  const close = 'POST /api/quality-rounds/{id}/close';
  expect((await call(close, { id: 999_999, isClosed: true })).status).toBe(404);
  for (const isClosed of [true, true])
    expect((await call(close, { id, isClosed })).status).toBe(200);
  const mended = { ...met, id: first, version: 2 };
  const refused = await Promise.all([
    call(result, mended),
    call(give, { id, ...task }),
    call(proofs, proof),
    call(remove, list.flatMap((one) => one.proofs)[0]),
  ]);
  expect(refused.map(({ body }) => body.code)).toEqual(
    Array.from({ length: 4 }, () => 'quality.round_closed'),
  );
  await call(close, { id, isClosed: false }, boss.as);
  expect((await call(result, mended)).status).toBe(200);
  world.clock.moveTo(new Date('2026-03-20T06:00:00Z'));
  const open = await call(give, { id, ...task, dueOn: '2026-03-20' });
  world.clock.moveTo(new Date('2026-03-22T06:00:00Z'));
  const [waiting] = (await shown(id)).list;
  expect(waiting).toMatchObject({ id: open.body.id, isLate: true, doneAt: null });
  expect((await call('GET /api/quality-rounds', {}, agent.as)).status).toBe(403);
  expect((await call('GET /api/quality-rounds/{id}', { id: 999_999 })).status).toBe(404);
});
