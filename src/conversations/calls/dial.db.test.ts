import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { ask, readyAgent } from '../testing/desk.ts';
import {
  agentWithPhone,
  eventually,
  startExchange,
  type WithExchange,
} from '../testing/exchange.ts';

let world: World;
let exchange: WithExchange;
let anna: SignedIn;
let supervisor: SignedIn;

beforeAll(async () => {
  world = await createWorld();
  exchange = await startExchange(world);
  anna = await agentWithPhone(world, '101');
  supervisor = await signedIn(world, { role: 'supervisor' });
  // A reader of the journal begins with what comes after its first look.
  await world.hear();
});
beforeEach(() => {
  exchange.pbx.dialling = 'dials';
  exchange.pbx.originated.length = 0;
});
afterAll(async () => {
  await exchange.stop();
  await world.close();
});

const on = () => world.via(api);
const open = async (id: number, who = supervisor) =>
  (await on()('GET /api/conversations/{id}', { id }, who.as)).body;
const lastCall = (id: number) =>
  eventually(
    () => open(id),
    ({ calls }) => calls.length > 0,
  );
const call = (id: number, who = anna) => on()('POST /api/conversations/{id}/calls', { id }, who.as);

let phones = 0;
async function mine(who = anna) {
  const phone = `+7913${String(6_000_000 + (phones += 1))}`;
  const id = await ask(world, { phone });
  await on()('POST /api/conversations/{id}/take', { id }, who.as);
  return { id, phone };
}

/** Asks the exchange to dial, as the worker does within a second. @returns the call's name */
async function dialled(id: number): Promise<string> {
  expect((await call(id)).body).toMatchObject({ dialUri: '', isFirstTouch: false });
  await world.tick('channels.send');
  return exchange.pbx.originated.at(-1)?.['ChannelId'] ?? '';
}

async function tell(id: number, outcome: 'reached' | 'busy') {
  const { version } = await open(id);
  return on()('POST /api/conversations/{id}/outcome', { id, version, outcome }, anna.as);
}

test('the exchange dials, and is witness that the other side was called and answered', async () => {
  const { pbx } = exchange;
  const { id, phone } = await mine();
  expect((await open(id, anna)).dialUri).toBe('');
  const linkedId = await dialled(id);
  expect(pbx.originated).toMatchObject([
    { Channel: 'PJSIP/101', Context: 'from-internal', Exten: phone.slice(1) },
  ]);
  expect((await open(id)).touchedAt).toBeNull();
  // Pressed again, it is the same call.
  expect((await call(id)).status).toBe(200);
  await world.tick('channels.send');
  expect(pbx.originated).toHaveLength(1);

  world.clock.advance({ seconds: 4 });
  pbx.pickUp(linkedId, phone.slice(1));
  await eventually(
    () => open(id),
    ({ touchSeconds }) => touchSeconds === 4,
  );
  pbx.outside(linkedId, 'ANSWER');
  await eventually(
    () => open(id),
    ({ calls }) => calls[0]?.answeredAt != null,
  );
  world.clock.advance({ seconds: 35 });
  pbx.hangUp(linkedId);
  const { attempts, calls, touchedBy } = await eventually(
    () => open(id),
    (one) => one.calls[0]?.result === 'answered',
  );
  expect(touchedBy?.id).toBe(anna.staffId);
  expect(attempts).toMatchObject([{ evidence: 'exchange', callId: calls[0]?.id, outcome: null }]);
  expect((await tell(id, 'reached')).body.state).toBe('closed');
});

test.each([
  ['BUSY', 'busy'],
  ['NOANSWER', 'no_answer'],
] as const)('the other side is %s, and may be called again', async (status, result) => {
  const { pbx } = exchange;
  const { id, phone } = await mine();
  const linkedId = await dialled(id);
  pbx.pickUp(linkedId, phone.slice(1));
  pbx.outside(linkedId, status);
  await eventually(
    () => open(id),
    ({ calls }) => calls[0]?.result === result,
  );
  const again = await dialled(id);
  expect(again).not.toBe(linkedId);
  pbx.hangUp(again);
  await eventually(
    () => open(id),
    ({ calls }) => calls[1]?.result === 'failed',
  );
  expect((await tell(id, 'busy')).body.nextTryAt).not.toBeNull();
});

test('what the exchange refuses is told, and an outcome by the agent’s word still counts', async () => {
  exchange.pbx.dialling = 'refuses';
  const { id } = await mine();
  await dialled(id);
  await world.hear();
  expect((await lastCall(id)).calls).toMatchObject([{ result: 'failed' }]);
  await tell(id, 'busy');
  expect(await open(id)).toMatchObject({ touchedBy: { id: anna.staffId }, tries: 1 });
});

test('cut off in the middle, it is never dialled a second time', async () => {
  const { pbx } = exchange;
  pbx.dialling = 'dials_and_cuts';
  const { id, phone } = await mine();
  const linkedId = await dialled(id);
  await world.hear();
  expect((await lastCall(id)).calls).toMatchObject([{ result: 'unknown' }]);
  await world.tick('channels.send');
  world.clock.advance({ seconds: 3600 });
  await world.tick('channels.send');
  expect(pbx.originated).toHaveLength(1);
  // The line is opened anew, and the exchange tells how it went after all.
  await eventually(
    () => world.ctx.db.selectFrom('channels').select('trouble').execute(),
    ([one]) => one?.trouble === null,
  );
  pbx.pickUp(linkedId, phone.slice(1));
  await eventually(
    () => open(id),
    ({ calls }) => calls[0]?.result === null,
  );
  // It goes on: pressed again, it is the same call.
  pbx.dialling = 'dials';
  await call(id);
  await world.tick('channels.send');
  expect(pbx.originated).toHaveLength(1);
  pbx.outside(linkedId, 'ANSWER');
  pbx.hangUp(linkedId);
  await eventually(
    () => open(id),
    ({ calls }) => calls[0]?.result === 'answered',
  );
});

test('asked for too long ago, it is not dialled any more', async () => {
  const { id } = await mine();
  await call(id);
  world.clock.advance({ seconds: 31 });
  await world.tick('channels.send');
  expect(exchange.pbx.originated).toEqual([]);
  await world.hear();
  expect((await open(id)).calls).toMatchObject([{ result: 'failed' }]);
});

test('who has no phone on the exchange dials as before', async () => {
  const boris = await readyAgent(world);
  const { id, phone } = await mine(boris);
  expect((await call(id, boris)).body).toMatchObject({
    dialUri: `tel:${phone}`,
    isFirstTouch: true,
  });
});

test('a call dialled on the phone itself is borne out by the exchange', async () => {
  const { pbx } = exchange;
  const { id, phone } = await mine();
  const linkedId = pbx.dialOut('101', phone.slice(1));
  await eventually(
    () => open(id),
    ({ touchedAt }) => touchedAt !== null,
  );
  const { attempts, touchedBy } = await open(id);
  expect(attempts).toMatchObject([{ evidence: 'exchange', staff: { id: anna.staffId } }]);
  expect(touchedBy?.id).toBe(anna.staffId);
  pbx.outside(linkedId, 'ANSWER');
  pbx.hangUp(linkedId);
  await eventually(
    () => open(id),
    ({ calls }) => calls[0]?.result === 'answered',
  );
});
