import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn, type SignedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { ask, minute, pass, readyAgent } from '../testing/desk.ts';

let world: World;
let agent: SignedIn;
let supervisor: SignedIn;
beforeAll(async () => {
  world = await createWorld();
  agent = await readyAgent(world, { role: 'agent', loadLimit: 50 });
  supervisor = await signedIn(world, { role: 'supervisor' });
});
afterAll(() => world.close());

const on = () => world.via(api);
const open = async (id: number, who = supervisor) =>
  (await on()('GET /api/conversations/{id}', { id }, who.as)).body;
const offerTo = async (who: SignedIn) =>
  (await on()('GET /api/conversations/offer', {}, who.as)).body.offer;

/** Somebody's conversation with a call that has begun and of which nothing was told yet. */
async function inCall(who: SignedIn): Promise<{ id: number; version: number }> {
  const id = await ask(world);
  await on()('POST /api/conversations/{id}/take', { id }, who.as);
  const { body } = await on()('POST /api/conversations/{id}/calls', { id }, who.as);
  return { id, version: body.version };
}

const release = (one: { id: number; version: number }) =>
  on()('POST /api/conversations/{id}/release', one, agent.as);
const assignTo = (who: () => SignedIn) => (one: { id: number; version: number }) =>
  on()('POST /api/conversations/{id}/assign', { ...one, staffId: who().staffId }, supervisor.as);
const closeAsRubbish = (one: { id: number; version: number }) =>
  on()(
    'POST /api/conversations/{id}/close',
    { ...one, isNotARequest: true, note: 'Реклама' },
    agent.as,
  );

test.each([
  ['gives it back', release],
  ['has it taken away by the supervisor', assignTo(() => supervisor)],
  ['closes it as no request', closeAsRubbish],
])('whoever %s in a call is offered the next at once', async (_what, letGo) => {
  const one = await inCall(agent);
  expect((await letGo(one)).status).toBe(200);
  const next = await ask(world);
  // The one given back is offered first; with it gone, nothing but a call would hold up the next.
  await on()('POST /api/conversations/{id}/take', { id: one.id }, supervisor.as);
  await pass(world, 1);
  expect((await offerTo(agent))?.id).toBe(next);
  await on()('POST /api/conversations/{id}/take', { id: next }, agent.as);
  // By now the agent is not about to call it any more.
  world.clock.advance({ seconds: 31 });

  const { attempts, isCalling, tries } = await open(one.id);
  expect(attempts).toMatchObject([{ staff: { id: agent.staffId }, outcome: null }]);
  expect(attempts[0]?.endedAt).not.toBeNull();
  expect([isCalling, tries]).toEqual([false, 0]);
});

test('whoever has it next makes calls of their own, and closes by an outcome told', async () => {
  const one = await inCall(agent);
  await release(one);
  const other = await readyAgent(world, { role: 'agent', loadLimit: 50 });
  await on()('POST /api/conversations/{id}/take', { id: one.id }, other.as);
  await on()('POST /api/conversations/{id}/calls', { id: one.id }, other.as);
  const { version } = await open(one.id, other);
  const told = { id: one.id, version, outcome: 'reached' as const, isClosed: false };
  await on()('POST /api/conversations/{id}/outcome', told, other.as);
  const { attempts } = await open(one.id);
  expect(attempts.map(({ staff, outcome }) => [staff.id, outcome])).toEqual([
    [agent.staffId, null],
    [other.staffId, 'reached'],
  ]);

  // A further call of which nothing is told takes nothing from what was told before it.
  await on()('POST /api/conversations/{id}/calls', { id: one.id }, other.as);
  const calling = { id: one.id, version: (await open(one.id)).version };
  const early = await on()('POST /api/conversations/{id}/close', calling, other.as);
  expect(early.body.code).toBe('conversations.outcome_needed');
  await on()('POST /api/conversations/{id}/release', calling, other.as);
  await on()('POST /api/conversations/{id}/take', { id: one.id }, other.as);
  const free = { id: one.id, version: (await open(one.id)).version };
  expect((await on()('POST /api/conversations/{id}/close', free, other.as)).status).toBe(200);
  expect((await open(one.id)).closedOutcome).toBe('reached');
});

test('a call goes on where the conversation stays with the one who calls', async () => {
  const one = await inCall(agent);
  await assignTo(() => agent)(one);
  await ask(world);
  await pass(world, 1);
  expect(await offerTo(agent)).toBeNull();
  expect((await open(one.id)).isCalling).toBe(true);
});

/** An agent who calls before the planned try is due, and whose screen then falls silent. */
async function calledEarly(): Promise<{ id: number; version: number }> {
  const one = await inCall(agent);
  const told = { ...one, outcome: 'no_answer' as const };
  await on()('POST /api/conversations/{id}/outcome', told, agent.as);
  world.clock.advance({ seconds: 4 * minute });
  const { body } = await on()('POST /api/conversations/{id}/calls', { id: one.id }, agent.as);
  await world.ctx.db
    .updateTable('presence')
    .set({ isHere: false })
    .where('staffId', '=', agent.staffId)
    .execute();
  return { id: one.id, version: body.version };
}

test('a try that is due in the midst of a call leaves it to who calls', async () => {
  const { id, version } = await calledEarly();
  await pass(world, 2 * minute, 10);
  expect(await open(id)).toMatchObject({ owner: { id: agent.staffId }, isCalling: true });

  const told = { id, version, outcome: 'no_answer' as const };
  const { body } = await on()('POST /api/conversations/{id}/outcome', told, agent.as);
  expect(body.state).toBe('open');
  // The call is over and its caller still away: the next try goes to others.
  world.clock.moveTo(new Date(body.nextTryAt!));
  await world.tick('conversations.due');
  expect((await open(id)).owner).toBeNull();
});

test('a planned try that goes to others leaves nobody in a call', async () => {
  const { id } = await calledEarly();
  // Longer than a call lasts: it was forgotten.
  world.clock.advance({ seconds: 30 * minute });
  await world.tick('conversations.due');
  expect(await open(id)).toMatchObject({ owner: null, isCalling: false });
});
