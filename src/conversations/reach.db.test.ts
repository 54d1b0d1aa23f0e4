import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../kernel/db/transaction.ts';
import { runTick } from '../kernel/runtime/worker.ts';
import { erasers, findByContact, personalDataSources } from '../subscribers/index.ts';
import { signedIn, type SignedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api as workApi } from '../work/api.ts';
import { api } from './api.ts';
import { sweepOffers } from './offering/sweep-offers.ts';
import { ask, pass, readyAgent } from './testing/desk.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const on = () => world.via(api);
const reach = (how: 'own' | 'team' | 'all') => ({
  'conversations.view': how,
  'conversations.work': how,
});
const seen = async (who: SignedIn): Promise<number[]> => {
  const list = await on()('GET /api/conversations', { queue: 'all', limit: 200 }, who.as);
  return list.body.rows.map((row) => row.id);
};
const open = (id: number, who: SignedIn) => on()('GET /api/conversations/{id}', { id }, who.as);
const take = (id: number, who: SignedIn) =>
  on()('POST /api/conversations/{id}/take', { id }, who.as);

test('own, team and all reach so far in list, card, work and report', async () => {
  const own = await signedIn(world, { permissions: reach('own'), team: 'Север' });
  const mate = await signedIn(world, { permissions: reach('team'), team: 'Север' });
  const other = await signedIn(world, { permissions: reach('team'), team: 'Юг' });
  const all = await signedIn(world, { permissions: reach('all') });
  const id = await ask(world);
  for (const who of [own, mate, other, all]) expect(await seen(who)).toContain(id);

  await take(id, mate);
  expect(await seen(mate)).toContain(id);
  expect(await seen(all)).toContain(id);
  for (const who of [own, other]) {
    expect(await seen(who)).not.toContain(id);
    expect((await open(id, who)).status).toBe(404);
  }
  const note = { id, text: 'Чужое' };
  expect((await on()('POST /api/conversations/{id}/notes', note, other.as)).status).toBe(404);
  expect((await on()('POST /api/conversations/{id}/calls', { id }, all.as)).body.code).toBe(
    'conversations.not_yours',
  );
  // Who looked at it a moment ago is told where it went; a minute later it is out of sight.
  expect((await take(id, own)).body.code).toBe('conversations.already_taken');
  world.clock.advance({ seconds: 61 });
  expect((await take(id, own)).body.code).toBe('conversations.not_found');

  const period = { from: '2026-03-01', to: '2026-03-03' };
  const report = await signedIn(world, { permissions: { 'conversations.report': 'own' } });
  await on()('POST /api/conversations/{id}/calls', { id }, mate.as);
  const figures = await on()('GET /api/conversations/first-touch', period, report.as);
  expect(figures.body.total.count).toBe(0);
});

test('a route without its permission is refused', async () => {
  const agent = await signedIn(world, { role: 'agent' });
  const id = await ask(world);
  const give = { id, version: 1, staffId: agent.staffId };
  expect((await on()('POST /api/conversations/{id}/assign', give, agent.as)).status).toBe(403);
  const period = { from: '2026-03-02', to: '2026-03-02' };
  expect((await on()('GET /api/conversations/first-touch', period, agent.as)).status).toBe(403);
  expect((await on()('GET /api/conversations')).status).toBe(401);
});

test('a supervisor gives a request to somebody, and it is theirs', async () => {
  const supervisor = await signedIn(world, { role: 'supervisor' });
  const agent = await readyAgent(world, { role: 'agent', name: 'Третья' });
  const clerk = await signedIn(world, { permissions: ['staff.manage'] });
  const id = await ask(world);
  const { version } = (await open(id, supervisor)).body;
  const give = (staffId: number) =>
    on()('POST /api/conversations/{id}/assign', { id, version, staffId }, supervisor.as);
  expect((await give(clerk.staffId)).body.code).toBe('conversations.cannot_work');
  const people = await on()('GET /api/conversations/assignees', {}, supervisor.as);
  expect(people.body.people[0]).toMatchObject({ name: 'Третья', isReady: true, load: 0 });
  expect((await give(agent.staffId)).status).toBe(200);
  expect((await open(id, agent)).body).toMatchObject({ isMine: true, touchedAt: null });
  const later = (await open(id, agent)).body.version;
  const release = { id, version: later };
  await on()('POST /api/conversations/{id}/release', release, agent.as);
  expect((await open(id, agent)).body.owner).toBeNull();
});

test('an agent at the limit is offered nothing, and who declines has peace', async () => {
  const busy = await readyAgent(world, { role: 'agent', loadLimit: 1 });
  await take(await ask(world), busy);
  await world.ctx.db.updateTable('presence').set({ state: 'break' }).execute();
  const willing = await readyAgent(world, { role: 'agent', loadLimit: 50 });
  await world.ctx.db
    .updateTable('presence')
    .set({ state: 'ready' })
    .where('staffId', '=', busy.staffId)
    .execute();
  const offerOf = async (who: SignedIn) =>
    (await on()('GET /api/conversations/offer', {}, who.as)).body.offer;
  await pass(world, 1);
  expect(await offerOf(busy)).toBeNull();
  const offered = (await offerOf(willing))!;
  await on()('POST /api/conversations/{id}/decline', { id: offered.id }, willing.as);
  await pass(world, 1);
  expect((await offerOf(willing))?.id).not.toBe(offered.id);
});

test('several workers at once put a request before one agent only', async () => {
  await readyAgent(world, { role: 'agent', loadLimit: 50 });
  for (let i = 0; i < 10; i += 1) await ask(world);
  const tick = { name: 'conversations.offers', everySeconds: 1, run: sweepOffers };
  for (let round = 0; round < 5; round += 1) {
    world.clock.advance({ seconds: 1 });
    await Promise.all(Array.from({ length: 4 }, () => runTick(world.ctx, tick)));
  }
  const live = await world.ctx.db
    .selectFrom('offers')
    .select(['conversationId', 'staffId'])
    .where('endedAt', 'is', null)
    .execute();
  expect(new Set(live.map((one) => one.conversationId)).size).toBe(live.length);
  expect(new Set(live.map((one) => one.staffId)).size).toBe(live.length);
});

test('the sender is recognised by phone as the root of a merge, or kept as a draft', async () => {
  const { db } = world.ctx;
  const now = world.clock.now();
  const person = (id: number, name: string) => ({
    kind: 'person',
    displayName: name,
    rootId: id,
    createdAt: now,
    updatedAt: now,
  });
  const next = await db
    .selectFrom('subscribers')
    .select((eb) => eb.fn.coalesce(eb.fn.max('id'), eb.val(0)).as('id'))
    .executeTakeFirstOrThrow();
  const root = next.id + 1;
  const merged = next.id + 2;
  await db.insertInto('subscribers').values(person(root, 'Зайцева Ольга')).execute();
  await db
    .insertInto('subscribers')
    .values({ ...person(root, 'Зайцева О.'), mergedIntoId: root })
    .execute();
  const contact = { kind: 'phone', value: '+79125550001', createdAt: now };
  await db
    .insertInto('contacts')
    .values({ ...contact, subscriberId: merged })
    .execute();
  const all = await signedIn(world);
  const known = (await open(await ask(world, { phone: '8 912 555-00-01' }), all)).body;
  expect(known).toMatchObject({ subscriberId: root, who: 'Зайцева Ольга' });
  const unknown = (await open(await ask(world, { name: 'Пётр', address: 'Мира, 1' }), all)).body;
  expect(unknown).toMatchObject({ subscriberId: null, who: 'Пётр', draft: { address: 'Мира, 1' } });

  await take(unknown.id, all);
  const { version } = (await open(unknown.id, all)).body;
  const said = { id: unknown.id, version, subscriberId: root };
  await on()('PUT /api/conversations/{id}/subscriber', said, all.as);
  expect((await open(unknown.id, all)).body.subscriberId).toBe(root);
});

test('an erasure forgets who wrote and what was said, and keeps that one asked', async () => {
  const { ctx } = world;
  const administrator = await signedIn(world);
  const phone = '+79125550001';
  const known = (await seen(administrator)).length;
  expect(known).toBeGreaterThan(0);
  const id = await ask(world, { phone, name: 'Зайцева', wanted: 'Переезжаю на Щорса' });
  const [person] = await findByContact(ctx, 'phone', phone);
  const ids = [person ?? 0];
  const [own] = erasers.fills.filter(({ domain }) => domain === 'conversations');
  expect(await own?.piece.refuses?.(ctx, ids)).toMatchObject({ code: 'conversations.still_open' });
  const told = personalDataSources.fills.filter(({ domain }) => domain === 'conversations');
  const sections = await Promise.all(told.map(({ piece }) => piece.load(ctx, ids)));
  expect(JSON.stringify(sections)).toContain('Переезжаю на Щорса');

  const before = await ctx.db.selectFrom('searchMessages').select('subtitle').execute();
  expect(JSON.stringify(before)).toContain('Щорса');
  const draft = { entity: 'conversations', entityId: id, kind: 'note', text: 'Щорса, 5' } as const;
  const keep = { ...draft, writing: 'a', version: 0 };
  await world.via(workApi)('PUT /api/drafts', keep, administrator.as);
  // An account that was written down by its name after it had written to us.
  const account = { kind: 'telegram', value: 'zaika', createdAt: world.clock.now() };
  await ctx.db
    .insertInto('contacts')
    .values({ ...account, subscriberId: person ?? 0 })
    .execute();
  const namely = await ask(world, { name: 'Кто-то', wanted: 'Щорса, 6' });
  const draftOf = { channel: 'telegram', sender: '515', contactDraft: '{"account":"@Zaika"}' };
  await ctx.db.updateTable('conversations').set(draftOf).where('id', '=', namely).execute();

  await inTransaction(ctx, async (tx) => own?.piece.erase(tx, ids));
  expect(await ctx.db.selectFrom('drafts').selectAll().execute()).toEqual([]);
  const findable = await ctx.db.selectFrom('searchMessages').select('subtitle').execute();
  expect(JSON.stringify(findable)).not.toContain('Щорса');
  const after = (await open(id, administrator)).body;
  expect(after).toMatchObject({ phone: '', draft: { name: '', address: '' } });
  expect(JSON.stringify(after)).not.toContain('Щорса');
  const raw = await ctx.db
    .selectFrom('rawMessages')
    .select('payload')
    .where('erasedAt', 'is not', null)
    .execute();
  expect(raw.map((one) => JSON.stringify(one.payload))).toContain('{}');
});

test('an erasure waits for what has come and is not understood yet', async () => {
  const { ctx } = world;
  const [person = 0] = await findByContact(ctx, 'phone', '+79125550001');
  const cluster = await ctx.db
    .selectFrom('subscribers')
    .select('id')
    .where('rootId', '=', person)
    .execute();
  const ids = cluster.map((one) => one.id);
  const [own] = erasers.fills.filter(({ domain }) => domain === 'conversations');
  const { id } = await ctx.db
    .insertInto('rawMessages')
    .values({
      channel: 'site_form',
      key: 'on its way',
      receivedAt: world.clock.now(),
      tryAfter: world.clock.now(),
      sender: '+79125550001',
      payload: '{}',
      state: 'waiting',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await ctx.db
    .updateTable('conversations')
    .set({ state: 'closed', closedAt: world.clock.now() })
    .where('state', '<>', 'closed')
    .execute();
  expect(await own?.piece.refuses?.(ctx, ids)).toMatchObject({
    code: 'conversations.still_coming',
  });
  await ctx.db.updateTable('rawMessages').set({ state: 'refused' }).where('id', '=', id).execute();
  expect(await own?.piece.refuses?.(ctx, ids)).toBeNull();
});
