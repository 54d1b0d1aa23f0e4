import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as staffApi } from '../../staff/api.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { openScreens, until } from '../../testing/live-screen.ts';
import { signedIn, type SignedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { ask, pass } from '../testing/desk.ts';
import {
  agentWithPhone,
  eventually,
  startExchange,
  type WithExchange,
} from '../testing/exchange.ts';

let world: World;
let exchange: WithExchange;
let anna: SignedIn;
let boris: SignedIn;
let supervisor: SignedIn;

beforeAll(async () => {
  world = await createWorld();
  exchange = await startExchange(world);
  anna = await agentWithPhone(world, '101');
  boris = await agentWithPhone(world, '102');
  supervisor = await signedIn(world, { role: 'supervisor' });
});
afterAll(async () => {
  await exchange.stop();
  await world.close();
});

const on = () => world.via(api);
const mine = async (who: SignedIn) => (await on()('GET /api/calls/mine', {}, who.as)).body.calls;
const open = async (id: number) =>
  (await on()('GET /api/conversations/{id}', { id }, supervisor.as)).body;
const presence = async (who: SignedIn) =>
  (await world.via(staffApi)('GET /api/me', {}, who.as)).body.presence?.state;

const find = (linkedId: string) =>
  world.ctx.db
    .selectFrom('calls')
    .select(['id', 'conversationId', 'direction', 'result'])
    .where('linkedId', '=', linkedId)
    .execute();
async function kept(
  linkedId: string,
  isSo: (one: { result: string | null }) => boolean = () => true,
) {
  const [row] = await eventually(
    () => find(linkedId),
    ([one]) => one !== undefined && isSo(one),
  );
  if (!row) throw new Error('no such call');
  return row;
}
const ended = (linkedId: string) => kept(linkedId, ({ result }) => result !== null);

let phones = 0;
const newPhone = (): string => `7913${String(5_000_000 + (phones += 1))}`;

/** A call that rings at Anna's, whose conversation is known. */
async function ringing(from = newPhone()) {
  const linkedId = exchange.pbx.ring({ from, at: ['101'] });
  const [call] = await eventually(
    () => mine(anna),
    (calls) => calls[0]?.phone === `+${from}`,
  );
  if (!call?.conversationId) throw new Error('nothing rings');
  return { linkedId, from, call, id: call.conversationId };
}

async function answer(linkedId: string): Promise<void> {
  exchange.pbx.answer(linkedId, '101');
  await eventually(
    () => mine(anna),
    ([call]) => call?.state === 'talking',
  );
}

async function hangUp(linkedId: string): Promise<void> {
  exchange.pbx.hangUp(linkedId);
  await ended(linkedId);
}

async function tellOutcome(id: number, who = anna): Promise<void> {
  const { version } = await open(id);
  const told = { id, version, outcome: 'reached' as const };
  const { status } = await on()('POST /api/conversations/{id}/outcome', told, who.as);
  expect(status).toBe(200);
}

/** A subscriber with a phone and an address, who belongs to nobody. */
async function addKotova(more: { status?: 'left'; leftOn?: string } = {}) {
  const phone = newPhone();
  const { body } = await world.via(subscribersApi)(
    'POST /api/subscribers',
    {
      kind: 'person',
      lastName: 'Котова',
      firstName: 'Анна',
      contacts: [{ kind: 'phone', value: phone }],
      addresses: [{ text: 'Томск, Мира, 5' }],
      ...more,
    },
    (await signedIn(world)).as,
  );
  return { phone, subscriberId: body.id };
}

test('who rings is shown before the answer, and from the answer on it is theirs', async () => {
  const { phone, subscriberId } = await addKotova();
  const { linkedId, id, call } = await ringing(phone);
  expect(call).toMatchObject({
    state: 'ringing',
    direction: 'in',
    caller: { id: subscriberId, name: 'Котова Анна', address: 'Томск, Мира, д. 5', accounts: [] },
  });
  expect(await mine(boris)).toEqual([]);
  // The exchange rings at whom it will; nobody else is asked meanwhile.
  await pass(world, 7);
  const offer = await on()('GET /api/conversations/offer', {}, boris.as);
  expect(offer.body.offer).toBeNull();

  await answer(linkedId);
  expect(await open(id)).toMatchObject({
    channel: 'call',
    owner: { id: anna.staffId },
    touchedBy: { id: anna.staffId },
    touchSeconds: 7,
    isCalling: true,
    attempts: [{ staff: { id: anna.staffId }, evidence: 'exchange', outcome: null }],
  });
  await hangUp(linkedId);
  const [over] = await eventually(
    () => mine(anna),
    ([one]) => one?.state === 'over',
  );
  expect(over?.conversationId).toBe(id);
  expect(await presence(anna)).toBe('after_call');
  expect(await open(id)).toMatchObject({ isCalling: false, isUntold: true });
  // Who called us was reached: it cannot have been busy.
  const busy = { id, version: (await open(id)).version, outcome: 'busy' as const };
  const refused = await on()('POST /api/conversations/{id}/outcome', busy, anna.as);
  expect(refused.body.code).toBe('conversations.outcome_outgoing');
  await tellOutcome(id);
  expect(await mine(anna)).toEqual([]);
  expect(await presence(anna)).toBe('ready');
  expect((await open(id)).closedOutcome).toBe('reached');
});

test('a call that nobody took is to be called back, by the clock that runs since the ring', async () => {
  const { linkedId, id, from } = await ringing();
  const { openedAt, touchDueAt } = await open(id);
  await pass(world, 20, 5);
  await hangUp(linkedId);
  const missed = await eventually(
    () => open(id),
    ({ calls }) => calls[0]?.result === 'abandoned',
  );
  expect(missed).toMatchObject({ openedAt, touchDueAt, owner: null, touchedAt: null });
  await pass(world, 1);
  const offers = await Promise.all(
    [anna, boris].map((who) => on()('GET /api/conversations/offer', {}, who.as)),
  );
  expect(offers.map(({ body }) => body.offer?.id)).toContain(id);

  // Whoever calls again and is answered is not called back.
  const again = await ringing(from);
  expect(again.id).toBe(id);
  await answer(again.linkedId);
  expect((await open(id)).offer).toBeNull();
  await hangUp(again.linkedId);
  await tellOutcome(id);
  const after = await open(id);
  expect(after).toMatchObject({ state: 'closed', callState: 'done' });
  expect(after.calls.map(({ result }) => result)).toEqual(['abandoned', 'answered']);
});

test('a request that waits is answered with the call of the same person', async () => {
  const phone = newPhone();
  const id = await ask(world, { phone });
  await on()('POST /api/conversations/{id}/take', { id }, boris.as);
  const { linkedId, id: joined } = await ringing(phone);
  expect(joined).toBe(id);
  await answer(linkedId);
  expect((await open(id)).owner).toMatchObject({ id: anna.staffId });
  await hangUp(linkedId);
  await tellOutcome(id);
});

test('a call that is passed on goes with its conversation', async () => {
  const { linkedId, id } = await ringing();
  await answer(linkedId);
  exchange.pbx.passOn(linkedId, '101', '102');
  await eventually(
    () => open(id),
    ({ owner }) => owner?.id === boris.staffId,
  );
  await hangUp(linkedId);
  await eventually(
    () => mine(boris),
    ([one]) => one?.state === 'over',
  );
  expect(await mine(anna)).toEqual([]);
  await tellOutcome(id, boris);
  expect((await open(id)).attempts).toHaveLength(1);
});

test('what is told three times and out of order comes to the same', async () => {
  const { pbx } = exchange;
  Object.assign(pbx, { times: 3, isShuffling: true });
  const { linkedId, id } = await ringing();
  await answer(linkedId);
  await hangUp(linkedId);
  Object.assign(pbx, { times: 1, isShuffling: false });
  const { attempts, calls, owner } = await open(id);
  expect([attempts.length, calls.length, owner?.id]).toEqual([1, 1, anna.staffId]);
  await tellOutcome(id);
});

test('who hides a number is answered like any other, and else leaves nothing to call', async () => {
  const missed = exchange.pbx.ring({ from: '', at: ['101'] });
  await eventually(
    () => mine(anna),
    (calls) => calls.length === 1,
  );
  exchange.pbx.hangUp(missed);
  expect((await ended(missed)).conversationId).toBeNull();

  const linkedId = exchange.pbx.ring({ from: 'anonymous', at: ['101'] });
  await eventually(
    () => mine(anna),
    (calls) => calls.length === 1,
  );
  await answer(linkedId);
  await hangUp(linkedId);
  await tellOutcome((await kept(linkedId)).conversationId ?? 0);
});

test('a call of a phone that is nobody’s needs no outcome', async () => {
  const linkedId = exchange.pbx.ring({ from: newPhone(), at: ['199'] });
  exchange.pbx.answer(linkedId, '199');
  exchange.pbx.hangUp(linkedId);
  const { conversationId } = await ended(linkedId);
  expect(await open(conversationId ?? 0)).toMatchObject({ state: 'closed', owner: null });
});

test('what happened while the line was cut is put right, and no call hangs', async () => {
  const { pbx } = exchange;
  const talked = await ringing();
  await answer(talked.linkedId);
  const rung = pbx.ring({ from: newPhone(), at: ['102'] });
  await eventually(
    () => mine(boris),
    (calls) => calls.length === 1,
  );
  const goesOn = pbx.ring({ from: newPhone(), at: ['199'] });
  await kept(goesOn);
  world.clock.advance({ seconds: 30 });

  const { signIns } = pbx.door;
  Object.assign(pbx.door, { isDead: true });
  pbx.door.cut();
  pbx.hangUp(talked.linkedId);
  pbx.hangUp(rung);
  const unseen = pbx.ring({ from: newPhone(), at: ['102'] });
  Object.assign(pbx.door, { isDead: false });
  await until(() => pbx.door.signIns > signIns);

  expect((await ended(talked.linkedId)).result).toBe('answered');
  const missed = await ended(rung);
  expect(missed.result).toBe('missed');
  expect((await open(missed.conversationId ?? 0)).owner).toBeNull();
  expect((await kept(goesOn)).result).toBeNull();
  const [now] = await eventually(
    () => mine(boris),
    (calls) => calls[0]?.state === 'ringing',
  );
  expect(now?.id).toBe((await kept(unseen)).id);
  pbx.hangUp(goesOn);
  pbx.hangUp(unseen);
  await ended(unseen);
  await tellOutcome(talked.id);
});

test('the screens of those whom it rings at are told at once, and only ids', async () => {
  const screens = await openScreens(world);
  const screen = await screens.look(anna);
  const another = await screens.look(boris);
  const from = newPhone();
  const linkedId = exchange.pbx.ring({ from, at: ['101'] });
  const isRing = ({ type, facts }: { type: string; facts: Record<string, unknown> }): boolean =>
    type === 'conversations.call_changed' && (facts['staffIds'] as number[]).includes(anna.staffId);
  await until(() => screen.notes.some(isRing));
  expect(JSON.stringify(screen.notes)).not.toContain(from);
  await hangUp(linkedId);
  await until(() => another.notes.some(({ type }) => type === 'conversations.opened'));
  expect(another.notes.filter(({ subjectKind }) => subjectKind === 'call')).toEqual([]);
  screens.closeAll();
});

test('where a caller lives is shown to those alone who see the subscriber', async () => {
  const { phone } = await addKotova();
  const permissions = {
    'conversations.view': 'own',
    'conversations.work': 'own',
    'subscribers.view': 'own',
  } as const;
  const narrow = await agentWithPhone(world, '103', { permissions });
  const linkedId = exchange.pbx.ring({ from: phone, at: ['103'] });
  const [call] = await eventually(
    () => mine(narrow),
    (calls) => calls.length === 1,
  );
  expect(call?.caller).toMatchObject({ name: 'Котова Анна', address: null, accounts: [] });
  await hangUp(linkedId);
});

test('a person who is erased is in no call any more, nor in what the exchange told', async () => {
  const left = { status: 'left', leftOn: '2019-01-01' } as const;
  const { phone, subscriberId } = await addKotova(left);
  const { linkedId, id } = await ringing(phone);
  await answer(linkedId);
  await hangUp(linkedId);
  await tellOutcome(id);
  // One that led to no conversation, and a recording that is named after who called.
  await world.ctx.pool.query(
    `insert into calls (channel_id, linked_id, phone, told, began_at)
     select min(channel_id), 'alone', $1, jsonb_build_object('from', $1::text), now() from calls`,
    [`+${phone}`],
  );
  await world.ctx.pool.query(`update calls set recording = $1 where right(phone, 11) = $2`, [
    `in-${phone}.wav`,
    phone,
  ]);
  const erase = { id: subscriberId, confirm: 'Котова Анна', reason: 'request' } as const;
  const { as } = await signedIn(world);
  const done = await world.via(subscribersApi)('POST /api/subscribers/{id}/erase', erase, as);
  expect(done.status).toBe(200);
  const { rows } = await world.ctx.pool.query<{ held: string }>(
    `select row_to_json(r)::text as held from raw_messages r
     union all select row_to_json(c)::text from calls c
     union all select row_to_json(v)::text from conversations v`,
  );
  expect(rows.filter(({ held }) => held.includes(phone))).toEqual([]);
});

test('whoever was cut off and is called back may be busy: it is another call', async () => {
  const { phone } = await addKotova();
  const { linkedId, id } = await ringing(phone);
  await answer(linkedId);
  await hangUp(linkedId);
  await eventually(
    () => open(id),
    ({ isUntold }) => isUntold,
  );
  await on()('POST /api/conversations/{id}/calls', { id }, anna.as);
  const busy = { id, version: (await open(id)).version, outcome: 'busy' as const };
  expect((await on()('POST /api/conversations/{id}/outcome', busy, anna.as)).status).toBe(200);
  expect((await open(id)).attempts.map(({ outcome }) => outcome)).toEqual([null, 'busy']);
  await tellOutcome(id);
});
