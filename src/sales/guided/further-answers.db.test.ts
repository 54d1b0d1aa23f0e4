import { afterAll, beforeAll, expect, test } from 'vitest';
import { bulkLoad as loadProducts } from '../../catalog/index.ts';
import { api as conversationsApi } from '../../conversations/api.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { ask } from '../../testing/requests.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { guidedBy, products, walkTo } from './testing/guided-walk.ts';

let world: World;
let agent: SignedIn;

beforeAll(async () => {
  world = await createWorld();
  agent = await signedIn(world, { role: 'agent', team: 'Продажи', name: 'Мария Орлова' });
  await inBulkTransaction(world.ctx, (bulk) => loadProducts(bulk, products));
});
afterAll(() => world.close());

const untyped = () => world.via({ ...api, ...conversationsApi });
const call = ((key, input, as = agent.as) => untyped()(key, input, as)) as ReturnType<
  typeof untyped
>;

/** Walks a guided sale to where further services are offered. */
async function walkToFurther(id: number) {
  const { read, put } = guidedBy(call);
  await walkTo(call, id, 'offer');
  await put(id, 'line', { technology: 'ftth', lineKbps: 1_000_000 });
  await put(id, 'answer');
  await put(id, 'answer');
  return (await read(id)).furthers;
}

test('an answer to a further service is one to its pitch, and nobody is asked twice', async () => {
  const boss = await signedIn(world);
  const { products: without } = (await call('GET /api/pitches', {}, boss.as)).body;
  const productId = without.find(({ name }) => name === 'Кинотеатр')?.id ?? 0;
  const argument = 'Фильмы без рекламы.';
  await call('POST /api/pitches', { productId, argument }, boss.as);
  const conversationId = await ask(world, { name: 'Ольга', wanted: 'Подключить интернет' });
  await call('POST /api/conversations/{id}/take', { id: conversationId });
  const { id } = (await call('POST /api/guided-sales', { conversationId })).body;
  const { read, put } = guidedBy(call);
  expect(await walkToFurther(id)).toMatchObject([{ name: 'Кинотеатр', argument, answer: null }]);

  await put(id, 'further', { productId, answer: 'refused' });
  await put(id, 'further', { productId, answer: 'later' });
  await put(id, 'further', { productId, answer: 'later' });
  const { body: shown } = await call('GET /api/conversations/{id}/pitch', { id: conversationId });
  expect(shown.answered).toMatchObject({ answer: 'later', by: 'Мария Орлова' });
  const { body: listed } = await call('GET /api/pitches', {}, boss.as);
  expect(listed.pitches[0]?.answers).toEqual({ interested: 0, later: 1, refused: 0, not_said: 0 });
  const { body: talk } = await call('GET /api/conversations/{id}', { id: conversationId });
  expect(talk.followUps).toMatchObject([{ text: 'Предложить ещё раз: Кинотеатр' }]);
  // Said at the pitch beside the conversation, it is the same answer.
  const pitchId = listed.pitches[0]?.id ?? 0;
  const beside = { id: conversationId, pitchId, answer: 'refused' } as const;
  await call('PUT /api/conversations/{id}/pitch', beside);
  const after = (await call('GET /api/pitches', {}, boss.as)).body.pitches[0]?.answers;
  expect(after).toMatchObject({ later: 0, refused: 1 });

  const { deal } = await read(id);
  const until = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
  await put(id, 'end', { ending: { outcome: 'thinking', until } });
  const again = (await call('POST /api/guided-sales', { dealId: deal.id })).body.id;
  expect(again).not.toBe(id);
  expect(await walkToFurther(again)).toEqual([]);
});

test('of a deal that no conversation brought the answer counts too', async () => {
  const boss = await signedIn(world);
  const { id } = (await call('POST /api/guided-sales', { name: 'Котова Анна' })).body;
  const [cinema] = await walkToFurther(id);
  const { put } = guidedBy(call);
  await put(id, 'further', { productId: cinema?.productId ?? 0, answer: 'interested' });
  const { pitches } = (await call('GET /api/pitches', {}, boss.as)).body;
  expect(pitches[0]?.answers).toMatchObject({ interested: 1 });
});

test('one talk is one deal, whose it is whoever sells; beyond reach it is named', async () => {
  const boss = await signedIn(world);
  const other = await signedIn(world, { role: 'agent', team: 'Юг', name: 'Ветров Борис' });
  const pipelines = async () => (await call('GET /api/pipelines', {}, boss.as)).body.pipelines;
  const [first] = (await pipelines())[0]?.stages ?? [];
  if (!first) throw new Error('no stage');
  const entry = [{ kind: 'owner' as const, teamId: other.teamId, isOnlyNobodys: false }];
  const { id: stageId, name, probability, requiredFields } = first;
  const kept = { name, probability, requiredFields, limitSeconds: null, calendarId: null };
  const stage = { id: stageId, ...kept, isArchived: false, entry };
  const changed = await call('PUT /api/pipeline-stages/{id}', stage, boss.as);
  expect(changed.status).toBe(200);

  const conversationId = await ask(world, { name: 'Пётр', wanted: 'Подключить интернет' });
  await call('POST /api/conversations/{id}/take', { id: conversationId });
  const lead = (await call('POST /api/leads', { conversationId }, boss.as)).body;
  const { id } = (await call('POST /api/guided-sales', { conversationId })).body;
  const { deal } = await guidedBy(call).read(id);
  const opened = (await call('GET /api/deals/{id}', { id: deal.id })).body;
  expect(opened.owner).toMatchObject({ id: agent.staffId });
  const accept = { id: lead.id, version: 1 };
  const accepted = await call('POST /api/leads/{id}/accept', accept, boss.as);
  expect(accepted.body).toEqual({ dealId: deal.id });
  const shown = (await call('GET /api/leads/{id}', { id: lead.id }, boss.as)).body;
  expect(shown).toMatchObject({ state: 'attached', dealId: deal.id });

  const second = await ask(world, { name: 'Инна', wanted: 'Подключить интернет' });
  await call('POST /api/conversations/{id}/take', { id: second });
  const sale = (await call('POST /api/guided-sales', { conversationId: second })).body;
  const theirs = (await guidedBy(call).read(sale.id)).deal.id;
  const lateLead = await call('POST /api/leads', { conversationId: second }, boss.as);
  expect(lateLead.body).toMatchObject({ code: 'sales.deal_goes_on' });
  expect(lateLead.body.title).toContain(String(theirs));
  const { version } = (await call('GET /api/deals/{id}', { id: theirs })).body;
  const given = { id: theirs, version, ownerStaffId: other.staffId, teamId: other.teamId };
  expect((await call('PATCH /api/deals/{id}', given, boss.as)).status).toBe(200);
  const again = await call('POST /api/guided-sales', { conversationId: second });
  expect(again.body).toMatchObject({ code: 'sales.deal_goes_on' });
});
