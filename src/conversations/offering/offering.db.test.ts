import { afterEach, beforeEach, expect, test } from 'vitest';
import { api as staffApi } from '../../staff/api.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { ask, beReady, minute, pass, readyAgent } from '../testing/desk.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const offeredTo = async (who: SignedIn): Promise<number | undefined> =>
  (await world.via(api)('GET /api/conversations/offer', {}, who.as)).body.offer?.id;
const secondsUntilEscalated = async (id: number): Promise<number | null> => {
  const { openedAt, escalatedAt } = await world.ctx.db
    .selectFrom('conversations')
    .select(['openedAt', 'escalatedAt'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return escalatedAt && (escalatedAt.getTime() - openedAt.getTime()) / 1000;
};

test('fifteen seconds each, two re-offers, and the supervisor at forty-eight', async () => {
  const agents = [await readyAgent(world), await readyAgent(world), await readyAgent(world)];
  const supervisor = await signedIn(world, { role: 'supervisor' });
  const id = await ask(world);
  await pass(world, 1);
  const asked: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    for (const agent of agents) if ((await offeredTo(agent)) === id) asked.push(agent.staffId);
    await pass(world, 14);
    expect(asked).toHaveLength(turn + 1);
    await pass(world, 1);
  }
  expect(new Set(asked).size).toBe(3);
  expect(await Promise.all(agents.map(offeredTo))).toEqual([undefined, undefined, undefined]);
  await pass(world, 1);
  expect(await secondsUntilEscalated(id)).toBeNull();
  await pass(world, 1);
  expect(await secondsUntilEscalated(id)).toBe(48);
  const told = await world.via(api)('GET /api/conversations/offer', {}, supervisor.as);
  expect(told.body.escalated.map((row) => row.id)).toEqual([id]);
});

test.each<[string, (one: SignedIn) => Promise<unknown>]>([
  ['closes the screen', (one) => world.via(staffApi)('POST /api/me/leave', {}, one.as)],
  [
    'takes a break',
    (one) => world.via(staffApi)('PUT /api/me/presence', { state: 'break' }, one.as),
  ],
  [
    'falls silent',
    (one) =>
      world.ctx.db
        .updateTable('presence')
        .set({ lastSeenAt: new Date(world.clock.now().getTime() - minute * 1000), isHere: false })
        .where('staffId', '=', one.staffId)
        .execute(),
  ],
])('whoever %s before an open offer loses it to the next at once', async (_how, goAway) => {
  const first = await readyAgent(world);
  const id = await ask(world);
  await pass(world, 1);
  expect(await offeredTo(first)).toBe(id);
  const second = await readyAgent(world);
  await goAway(first);
  await pass(world, 1);
  expect(await offeredTo(first)).toBeUndefined();
  expect(await offeredTo(second)).toBe(id);
  // Whoever went away was not asked: all three offers are still to come.
  await pass(world, 15);
  await beReady(world, first);
  await pass(world, 1);
  expect([await offeredTo(first), await offeredTo(second)]).toContain(id);
});

test('taking and assigning leave the clock running; the start of the call stops it', async () => {
  const call = world.via(api);
  const agent = await readyAgent(world);
  const supervisor = await signedIn(world, { role: 'supervisor' });
  const id = await ask(world);
  const seen = async () => (await call('GET /api/conversations/{id}', { id }, supervisor.as)).body;
  await call('POST /api/conversations/{id}/take', { id }, supervisor.as);
  expect((await seen()).touchedAt).toBeNull();
  const give = { id, version: (await seen()).version, staffId: agent.staffId };
  await call('POST /api/conversations/{id}/assign', give, supervisor.as);
  expect((await seen()).touchedAt).toBeNull();
  await pass(world, 30, 5);
  await call('POST /api/conversations/{id}/calls', { id }, agent.as);
  expect(await seen()).toMatchObject({ touchSeconds: 30, touchedBy: { id: agent.staffId } });
  expect((await seen()).attempts).toMatchObject([{ evidence: 'agent' }]);
});

test('whoever is about to call, or calls, has no other request in the way', async () => {
  const call = world.via(api);
  const agent = await readyAgent(world, { role: 'agent', loadLimit: 10 });
  const taken = await ask(world);
  await call('POST /api/conversations/{id}/take', { id: taken }, agent.as);
  const next = await ask(world);
  await pass(world, 5);
  expect(await offeredTo(agent)).toBeUndefined();
  // Nobody waits for ever for one who does not call.
  await pass(world, 27);
  expect(await offeredTo(agent)).toBe(next);
  await call('POST /api/conversations/{id}/calls', { id: taken }, agent.as);
  expect(await offeredTo(agent)).toBeUndefined();
  const other = await readyAgent(world);
  await pass(world, 1);
  expect([await offeredTo(agent), await offeredTo(other)]).toEqual([undefined, next]);
});

test('what everybody has let pass keeps nothing behind it from being offered', async () => {
  const agent = await readyAgent(world);
  const passed = await ask(world);
  await pass(world, 1);
  expect(await offeredTo(agent)).toBe(passed);
  await world.via(api)('POST /api/conversations/{id}/decline', { id: passed }, agent.as);
  // As many as a sweep looks at once, all more urgent than what comes after.
  await world.ctx.pool.query(
    `with more as (
       insert into conversations (channel, contact_draft, sender, subject, opened_at, norm_seconds,
         calendar_id, touch_due_at, next_due_at, offer_from, escalate_at)
       select channel, contact_draft, '', subject, opened_at, norm_seconds, calendar_id,
              touch_due_at, next_due_at, offer_from, escalate_at
       from   conversations, generate_series(1, 499) where id = $1 returning id)
     insert into offers (conversation_id, staff_id, offered_at, expires_at, ended_at, end_reason)
     select more.id, o.staff_id, o.offered_at, o.expires_at, o.ended_at, o.end_reason
     from   more, offers o where o.conversation_id = $1`,
    [passed],
  );
  await pass(world, 1);
  expect(await offeredTo(agent)).toBeUndefined();
  const behind = await ask(world);
  await pass(world, 1);
  expect(await offeredTo(agent)).toBe(behind);
});
