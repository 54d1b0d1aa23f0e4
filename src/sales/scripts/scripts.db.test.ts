import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;
let boss: SignedIn;
const name = 'Анна Старшова';

beforeAll(async () => {
  world = await createWorld();
  boss = await signedIn(world, { name });
});
afterAll(() => world.close());

const untyped = () => world.via(api);
const call = ((key, input, as = boss.as) => untyped()(key, input, as)) as ReturnType<
  typeof untyped
>;
const all = async () => (await call('GET /api/sale-scripts', {})).body.scripts;
const open = async (id: number) => (await call('GET /api/sale-scripts/{id}', { id })).body;
const begin = async (who: string) => (await call('POST /api/guided-sales', { name: who })).body.id;
const saidTo = async (id: number) => {
  const { script, step } = (await call('GET /api/guided-sales/{id}', { id })).body;
  return { ...script, words: step.words };
};
async function rewrite(id: number, words: string, next?: string) {
  const { version, name: called, steps } = await open(id);
  const changed = steps.map((step, at) =>
    at === 0 ? { ...step, words, next: next ?? step.next } : step,
  );
  const at = { id, version, name: called, steps: changed };
  return (await call('PUT /api/sale-scripts/{id}/draft', at)).body.version;
}

test('a draft is walked through once it is published; a sale under way keeps its version', async () => {
  const [script] = await all();
  expect(script).toMatchObject({ name: 'Подключение', isUsed: true, number: 1, hasDraft: false });
  const id = script?.id ?? 0;
  const before = await begin('Котова Анна');
  const written = await rewrite(id, 'Здравствуйте! Пара вопросов?');
  expect((await saidTo(await begin('Пётр'))).number).toBe(1);

  const published = await call('POST /api/sale-scripts/{id}/publish', { id, version: written });
  const { version } = published.body;
  expect(await saidTo(before)).toMatchObject({ number: 1 });
  const after = await saidTo(await begin('Ольга'));
  expect(after).toMatchObject({ number: 2, words: 'Здравствуйте! Пара вопросов?' });
  const again = await call('POST /api/sale-scripts/{id}/publish', { id, version });
  expect(again.body.code).toBe('sales.script_unchanged');

  const back = await call('PUT /api/sale-scripts/{id}/current', { id, version, number: 1 });
  expect((await saidTo(await begin('Игорь'))).number).toBe(1);
  const { versions } = await open(id);
  expect(versions).toMatchObject([
    { number: 2, isCurrent: false, sales: 1, agreed: 0, madeBy: name },
    { number: 1, isCurrent: true, sales: 3, madeBy: null },
  ]);
  const late = await call('POST /api/sale-scripts/{id}/publish', { id, version });
  expect(late.body.code).toBe('sales.script_changed');
  // What was published last is written once more, though another version is current.
  const same = await rewrite(id, 'Здравствуйте! Пара вопросов?');
  expect(same).toBe(back.body.version + 1);
});

test('a flawed draft is kept and told of, never published; thrown away, it is as it was', async () => {
  const [script] = await all();
  const id = script?.id ?? 0;
  const version = await rewrite(id, '', 'nowhere');
  const refused = await call('POST /api/sale-scripts/{id}/publish', { id, version });
  expect(refused.body.code).toBe('sales.script_flawed');
  expect(await open(id)).toMatchObject({ hasDraft: true, draftedBy: name });
  await call('DELETE /api/sale-scripts/{id}/draft', { id, version });
  const one = await call('GET /api/sale-scripts/{id}/versions/{number}', { id, number: 1 });
  expect(await open(id)).toMatchObject({ hasDraft: false, steps: one.body.steps });
});

test('another script is begun from the one in use, and used once it has a version', async () => {
  const [used] = await all();
  const taken = await call('POST /api/sale-scripts', { name: 'Подключение' });
  expect(taken.body.code).toBe('sales.script_taken');
  const { id, version } = (await call('POST /api/sale-scripts', { name: 'Частный сектор' })).body;
  const early = await call('POST /api/sale-scripts/{id}/use', { id, version });
  expect(early.body.code).toBe('sales.script_unpublished');
  expect((await open(id)).steps).toEqual((await open(used?.id ?? 0)).steps);
  const made = (await call('POST /api/sale-scripts/{id}/publish', { id, version })).body;
  expect((await saidTo(await begin('Мария'))).name).toBe('Подключение');
  const now = (await call('POST /api/sale-scripts/{id}/use', { id, version: made.version })).body;
  expect(await saidTo(await begin('Денис'))).toMatchObject({ name: 'Частный сектор', number: 1 });
  const away = { id, version: now.version, isArchived: true };
  const kept = await call('POST /api/sale-scripts/{id}/archive', away);
  expect(kept.body.code).toBe('sales.script_used');
  const old = { id: used?.id ?? 0, version: used?.version ?? 0, isArchived: true };
  await call('POST /api/sale-scripts/{id}/archive', old);
  expect((await all()).map((one) => [one.name, one.isArchived])).toEqual([
    ['Частный сектор', false],
    ['Подключение', true],
  ]);
});

test('only whoever manages sales sees scripts', async () => {
  const agent = await signedIn(world, { role: 'agent', team: 'Продажи', name: 'Мария Орлова' });
  expect((await call('GET /api/sale-scripts', {}, agent.as)).status).toBe(403);
});
