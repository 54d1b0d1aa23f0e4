import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn, type SignedIn } from '../../testing/staff.ts';
import { cloudSecrets, type Sent } from '../../testing/telephony/cloud-samples.ts';
import { openExchanges, type Provider, samples } from '../../testing/telephony/exchanges.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { dropRefused, KEPT_DAYS } from '../drop-refused.ts';

let world: World;
let admin: SignedIn;
let channels = new Map<Provider, number>();

beforeAll(async () => {
  world = await createWorld();
  admin = await signedIn(world);
  channels = await openExchanges(world, admin);
});
afterAll(() => world.close());

const bring = ({ path, body, headers }: Sent, provider: Provider) =>
  world.request({
    method: 'POST',
    url: `/hooks/telephony/${channels.get(provider)}${path}`,
    headers,
    payload: body,
  });

const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((one) => ({ one, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);

let calls = 0;
function newCall() {
  calls += 1;
  const at = world.clock.now().getTime() / 1000 - 120;
  return { call: `call-${calls}`, phone: `7913${String(7_000_000 + calls)}`, at };
}

/** All that became of a call, without what names it. */
async function stateOf(linkedId: string) {
  const { rows } = await world.ctx.pool.query(
    `select k.direction, k.our_number, k.ringing, k.result, k.began_at, k.answered_at, k.ended_at,
            c.state, c.owner_staff_id, c.opened_at, c.touch_due_at, c.touched_at, c.touch_seconds,
            c.touched_by, c.offer_from is not null as is_offered, cb.state as callback,
            (select count(*) from call_attempts a where a.callback_id = cb.id) as attempts,
            (select count(*) from conversations o where o.sender = c.sender) as conversations
     from   calls k
     join   conversations c on c.id = k.conversation_id
     join   callbacks cb on cb.conversation_id = c.id
     where  k.linked_id = $1`,
    [linkedId],
  );
  expect(rows).toHaveLength(1);
  return rows[0] as Record<string, unknown>;
}

const cases = (['mango', 'zadarma', 'generic'] as const).flatMap((provider) => [
  { provider, isAnswered: true },
  { provider, isAnswered: false },
]);

test.each(cases)(
  '$provider (answered: $isAnswered): thrice, shuffled and at once come to the same',
  async ({ provider, isAnswered }) => {
    const [inOrder, mixed, atOnce] = [newCall(), newCall(), newCall()];
    const sent = (call: ReturnType<typeof newCall>) => samples[provider](call, isAnswered);
    for (const one of sent(inOrder)) expect((await bring(one, provider)).statusCode).toBe(200);
    const thrice = (call: ReturnType<typeof newCall>) =>
      shuffled([...sent(call), ...sent(call), ...sent(call)]);
    for (const one of thrice(mixed)) await bring(one, provider);
    await Promise.all(thrice(atOnce).map((one) => bring(one, provider)));

    const state = await stateOf(inOrder.call);
    expect(state).toMatchObject({
      direction: 'in',
      result: isAnswered ? 'answered' : 'missed',
      owner_staff_id: isAnswered ? admin.staffId : null,
      is_offered: !isAnswered,
      callback: 'waiting',
      attempts: isAnswered ? 1 : 0,
      conversations: 1,
    });
    expect(await stateOf(mixed.call)).toEqual(state);
    expect(await stateOf(atOnce.call)).toEqual(state);
  },
);

test('of two calls of one person the earlier counts, whichever is heard of first', async () => {
  const both = () => {
    const [earlier, later] = [newCall(), newCall()];
    const at = earlier.at - 200;
    return [{ ...earlier, at, phone: later.phone }, later] as const;
  };
  const bringAll = async (call: ReturnType<typeof newCall>, isAnswered: boolean) => {
    for (const one of samples.mango(call, isAnswered)) await bring(one, 'mango');
  };
  const [first, second] = both();
  await bringAll(first, true);
  await bringAll(second, true);
  const [earlier, later] = both();
  await bringAll(later, true);
  await bringAll(earlier, true);
  expect(await stateOf(earlier.call)).toEqual(await stateOf(first.call));
  expect(await stateOf(later.call)).toEqual(await stateOf(second.call));
});

test('only what is signed is let in, and nothing else is kept', async () => {
  const [sent] = samples.generic(newCall(), true);
  const body = sent?.body ?? '';
  const unsigned = { path: '', body, headers: { 'content-type': 'application/json' } };
  expect((await bring(unsigned, 'generic')).statusCode).toBe(404);
  expect((await bring({ ...unsigned, body: 'x' }, 'mango')).statusCode).toBe(404);
  const { rows } = await world.ctx.pool.query(
    'select from raw_messages where payload::text like $1',
    [`%call-${calls}"%`],
  );
  expect(rows).toEqual([]);
});

test('what the base cannot hold is set aside, and its provider is not asked for it again', async () => {
  const [sent] = samples.generic({ ...newCall(), call: 'call \ud800' }, false);
  expect((await bring(sent!, 'generic')).statusCode).toBe(200);
  expect((await bring(sent!, 'generic')).statusCode).toBe(200);
  const { rows } = await world.ctx.pool.query(
    `select error, repeats from raw_messages where channel = 'call' and state = 'quarantined'`,
  );
  expect(rows).toEqual([{ error: 'unstorable', repeats: 1 }]);
});

test('Zadarma gets its word back when it asks whose the address is', async () => {
  const url = `/hooks/telephony/${channels.get('zadarma')}`;
  const answer = await world.request({ method: 'GET', url, query: { zd_echo: 'слово' } });
  expect([answer.statusCode, answer.body]).toEqual([200, 'слово']);
  expect((await world.request({ method: 'GET', url })).statusCode).toBe(404);
});

test('an exchange is connected by whoever may, with all its secrets', async () => {
  const given = { name: 'Вторая', provider: 'generic' as const };
  const connect = (body: object, who: SignedIn) =>
    world.via(api)('POST /api/channels/telephony', body as never, who.as);
  const other = await signedIn(world, { permissions: ['channels.view'] });
  expect((await connect({ ...given, ...cloudSecrets }, other)).status).toBe(403);
  expect((await connect(given, admin)).status).toBe(422);
  const kept = (await world.via(api)('GET /api/channels', {}, admin.as)).body.rows;
  expect(kept.map(({ name }) => name)).not.toContain('Вторая');
});

test('what comes while it is paused waits, and another provider needs secrets of its own', async () => {
  const id = channels.get('generic') ?? 0;
  const one = { id, version: 1 };
  const paused = await world.via(api)('POST /api/channels/{id}/pause', one, admin.as);
  const call = newCall();
  const [ring] = samples.generic(call, false);
  expect((await bring(ring!, 'generic')).statusCode).toBe(200);
  await expect(stateOf(call.call)).rejects.toThrow(/length/);
  const resumed = await world.via(api)('POST /api/channels/{id}/resume', paused.body, admin.as);
  await world.tick('channels.take_up');
  expect((await stateOf(call.call))['direction']).toBe('in');

  const other = { ...resumed.body, name: 'Манго', provider: 'mango' as const };
  const refused = await world.via(api)('PUT /api/channels/telephony/{id}', other, admin.as);
  expect(refused.status).toBe(422);
  const same = { ...other, provider: 'generic' as const };
  const kept = await world.via(api)('PUT /api/channels/telephony/{id}', same, admin.as);
  expect(kept.status).toBe(200);
  const listed = await world.via(api)('GET /api/channels', {}, admin.as);
  expect(JSON.stringify(listed.body)).not.toContain(cloudSecrets.secret);
});

test('a call whose end nobody told does not hang, and what was told is not kept for ever', async () => {
  const call = newCall();
  const [ring] = samples.mango(call, false);
  await bring(ring!, 'mango');
  world.clock.advance({ seconds: 5 * 3600 });
  await world.tick('conversations.lost_calls');
  expect(await stateOf(call.call)).toMatchObject({ result: 'missed', is_offered: true });

  const left = async () =>
    (
      await world.ctx.pool.query(
        `select from raw_messages where channel = 'call' and state = 'understood'`,
      )
    ).rowCount;
  expect(await left()).toBeGreaterThan(0);
  world.clock.advance({ seconds: (KEPT_DAYS + 1) * 86_400 });
  await dropRefused.run(world.ctx, {});
  expect(await left()).toBe(0);
});
