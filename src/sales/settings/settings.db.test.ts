import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;
let boss: SignedIn;

beforeAll(async () => {
  world = await createWorld();
  boss = await signedIn(world);
});
afterAll(() => world.close());

const untyped = () => world.via(api);
const call = ((key, input, as = boss.as) => untyped()(key, input, as)) as ReturnType<
  typeof untyped
>;
const settings = async () => (await call('GET /api/pipelines')).body;
const pipeline = async (id: number) => (await settings()).pipelines.find((one) => one.id === id);

async function add(name: string, stages: string[]) {
  const made = await call('POST /api/pipelines', { name, stages });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const found = await pipeline(made.body.id);
  return { id: made.body.id, stages: found?.stages ?? [] };
}
const deal = async (fields: Record<string, unknown>) =>
  (await call('POST /api/deals', { name: 'Котова Анна', ...fields })).body.id;
const stageOf = async (id: number) => (await call('GET /api/deals/{id}', { id })).body.stage;

test('a pipeline begins with its stages, whose likelihood rises to the last', async () => {
  const made = await add('Домофоны', ['Заявка', 'Замер', 'Договор']);
  expect(made.stages).toMatchObject([
    { name: 'Заявка', probability: 10 },
    { name: 'Замер', probability: 50 },
    { name: 'Договор', probability: 90, limitSeconds: null, isArchived: false },
  ]);
  const twice = await call('POST /api/pipelines', { name: 'Домофоны', stages: ['Заявка'] });
  expect(twice.body).toMatchObject({ code: 'sales.name_taken', fields: { name: {} } });
  const ids = made.stages.map(({ id }) => id);
  const order = [ids[2]!, ids[0]!];
  await call('PUT /api/pipelines/{id}/stages/order', { id: made.id, ids: order });
  const after = (await pipeline(made.id))?.stages.map(({ name }) => name);
  expect(after).toEqual(['Договор', 'Заявка', 'Замер']);
});

test('a stage asks for what it is set to, and limits its time by a calendar', async () => {
  const { id, stages } = await add('Корпоративные', ['Заявка', 'Договор']);
  const { rows } = await world.ctx.pool.query<{ id: number }>('select min(id) id from calendars');
  const calendarId = Number(rows[0]?.id);
  const made = await call('POST /api/pipelines/{id}/stages', {
    id,
    name: 'Согласование',
    probability: 60,
    requiredFields: ['phone'],
    limitSeconds: 7200,
    calendarId,
    entry: [],
  });
  const stageId = made.body.id;
  const dealId = await deal({ stageId: stages[0]!.id });
  const refused = await call('POST /api/deals/{id}/move', { id: dealId, version: 1, stageId });
  expect(refused.body.code).toBe('sales.fields_missing');
  await call('POST /api/deals/{id}/move', {
    id: dealId,
    version: 1,
    stageId,
    phone: '+79135556001',
  });
  const without = { id: dealId, version: 2, phone: '' };
  const emptied = await call('PATCH /api/deals/{id}', without);
  expect(emptied.body).toMatchObject({ code: 'sales.fields_missing' });
  const stayed = await call('POST /api/deals/{id}/move', { ...without, stageId });
  expect(stayed.body).toMatchObject({ code: 'sales.fields_missing' });
  const { dueAt, enteredStageAt } = (await call('GET /api/deals/{id}', { id: dealId })).body;
  expect(Date.parse(dueAt ?? '') - Date.parse(enteredStageAt)).toBe(7200_000);
  const wrong = { id: stageId, name: 'Другое', probability: 1, requiredFields: [], entry: [] };
  const unknown = await call('PUT /api/pipeline-stages/{id}', {
    ...wrong,
    limitSeconds: 60,
    calendarId: 9999,
    isArchived: false,
  });
  expect(unknown.body.code).toBe('sales.no_such_calendar');
});

test('a stage with deals goes only when it is told where they go, and comes back', async () => {
  const { stages } = await add('Частный сектор', ['Заявка', 'Смета', 'Договор']);
  const [first, second] = [stages[0]!, stages[1]!];
  const open = await deal({ stageId: second.id });
  const won = await deal({ stageId: second.id });
  await call('POST /api/deals/{id}/win', { id: won, version: 1 });
  const away = { ...second, isArchived: true };
  const refused = await call('PUT /api/pipeline-stages/{id}', away);
  expect(refused).toMatchObject({ status: 409, body: { code: 'sales.deals_stand_here' } });
  const nowhere = { ...away, dealsToStageId: second.id };
  const itself = await call('PUT /api/pipeline-stages/{id}', nowhere);
  expect(itself.body.code).toBe('sales.no_such_stage');
  const moved = await call('PUT /api/pipeline-stages/{id}', { ...away, dealsToStageId: first.id });
  expect(moved.status).toBe(200);
  expect(await stageOf(open)).toMatchObject({ id: first.id });
  expect(await stageOf(won)).toMatchObject({ id: second.id });
  const { history } = (await call('GET /api/deals/{id}', { id: open })).body;
  expect(history.at(-1)).toMatchObject({
    type: 'sales.deal_moved',
    facts: { before: { stageId: second.id }, after: { stageId: first.id } },
  });
  // A pipeline that it stays in is no news.
  expect(history.at(-1)?.facts['after']).toEqual({ stageId: first.id });
  const board = await call('GET /api/deal-board', { pipelineId: await idOf(first) });
  expect(board.body.columns.map(({ stageId }) => stageId)).toEqual([first.id, stages[2]!.id]);
  const back = await call('POST /api/deals/{id}/move', {
    id: open,
    version: 2,
    stageId: second.id,
  });
  expect(back.body.code).toBe('sales.no_such_stage');
  // What was won there is opened again where the pipeline begins.
  await call('POST /api/deals/{id}/reopen', { id: won, version: 2, reason: 'Ждут' });
  expect(await stageOf(won)).toMatchObject({ id: first.id });
  await call('PUT /api/pipeline-stages/{id}', { ...second, isArchived: false });
  const again = await call('POST /api/deals/{id}/move', {
    id: open,
    version: 2,
    stageId: second.id,
  });
  expect(again.status).toBe(200);
});

const idOf = async (stage: { id: number }): Promise<number> => {
  const { pipelines } = await settings();
  return pipelines.find(({ stages }) => stages.some(({ id }) => id === stage.id))?.id ?? 0;
};

test('a pipeline goes with its deals elsewhere; the last one stays', async () => {
  const { id, stages } = await add('Старая', ['Заявка']);
  const other = await add('Новая', ['Заявка']);
  const dealId = await deal({ stageId: stages[0]!.id });
  const away = { id, name: 'Старая', isArchived: true };
  const refused = await call('PUT /api/pipelines/{id}', away);
  expect(refused.body.code).toBe('sales.deals_stand_here');
  await call('PUT /api/pipelines/{id}', { ...away, dealsToStageId: other.stages[0]!.id });
  expect(await stageOf(dealId)).toMatchObject({ id: other.stages[0]!.id });
  const { pipelines } = await settings();
  await call('PUT /api/pipelines/order', { ids: [other.id] });
  expect((await settings()).pipelines[0]?.id).toBe(other.id);
  for (const one of pipelines.filter(({ isArchived }) => !isArchived)) {
    if (one.id === other.id) continue;
    const input = { id: one.id, name: one.name, isArchived: true };
    await call('PUT /api/pipelines/{id}', { ...input, dealsToStageId: other.stages[0]!.id });
  }
  const last = await call('PUT /api/pipelines/{id}', {
    id: other.id,
    name: 'Новая',
    isArchived: true,
  });
  expect(last.body.code).toBe('sales.last_pipeline');
  const stage = { ...other.stages[0]!, isArchived: true };
  expect((await call('PUT /api/pipeline-stages/{id}', stage)).body.code).toBe('sales.last_stage');
});

test('sources and reasons are added, renamed, put away and brought back', async () => {
  const made = await call('POST /api/sales-words', { kind: 'sources', name: 'Листовка' });
  const { id } = made.body;
  const word = { kind: 'sources' as const, id, name: 'Листовки у подъезда' };
  await call('PUT /api/sales-words/{id}', { ...word, isArchived: true });
  const { sources } = await settings();
  expect(sources.at(-1)).toEqual({ id, name: 'Листовки у подъезда', isArchived: true });
  await call('PUT /api/sales-words/{id}', { ...word, isArchived: false });
  await call('PUT /api/sales-words/order', { kind: 'sources', ids: [id] });
  expect((await settings()).sources[0]).toMatchObject({ id, isArchived: false });
  const twice = await call('POST /api/sales-words', { kind: 'reasons', name: 'Дорого' });
  expect(twice.body.code).toBe('sales.name_taken');
  const none = await call('PUT /api/sales-words/{id}', { ...word, id: 9999, isArchived: false });
  expect(none.status).toBe(404);
});

test('only who may manage sales changes them', async () => {
  const agent = await signedIn(world, { permissions: ['sales.work'] });
  const input = { kind: 'sources' as const, name: 'Чужой' };
  expect((await call('POST /api/sales-words', input, agent.as)).status).toBe(403);
});
