import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Done, expectRestored, type Step } from '../../testing/any-order.ts';
import { patienceMs } from '../../testing/proof.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { ask, readyAgent } from '../testing/desk.ts';

let world: World;
let boss: SignedIn;
let call: ReturnType<typeof world.via<typeof api>>;
beforeAll(async () => {
  world = await createWorld();
  boss = await readyAgent(world, { name: 'Анна Белова' });
  call = world.via(api);
});
afterAll(() => world.close());

const opened = async (id: number) =>
  (await call('GET /api/conversations/{id}', { id }, boss.as)).body;
let phones = 0;
/** Conversations of three words each, in these hands. */
const taken = async (count: number): Promise<number[]> => {
  const ids: number[] = [];
  for (let at = 0; at < count; at += 1) {
    phones += 1;
    const phone = `+7914${String(1_000_000 + phones)}`;
    let id = 0;
    for (const word of ['раз', 'два', 'три']) id = await ask(world, { wanted: word, phone });
    await call('POST /api/conversations/{id}/take', { id }, boss.as);
    ids.push(id);
  }
  return ids;
};

/** Everything that lists, exports and the desk show of a conversation, but for its version. */
async function shown(ids: readonly number[]): Promise<string> {
  const { rows } = await world.ctx.pool.query(
    `select c.id, c.state, c.whose_turn, c.owner_staff_id, c.next_due_at, c.offer_from,
            c.escalate_at, c.snoozed_until, c.closed_at, c.closed_outcome, c.root_id,
            c.merged_into_id, c.touched_at, c.raw_message_id,
            (select json_build_array(b.state, b.tries, b.next_try_at, b.is_announced, b.closed_at)
             from callbacks b where b.conversation_id = c.id) as callback,
            array(select m.id from messages m where m.conversation_id = c.id
                  order by m.id) as messages
     from conversations c where c.id = any($1) order by c.id`,
    [ids],
  );
  return JSON.stringify(rows);
}

/** Merges two of these or splits one, wherever it has come to; null where that cannot be. */
async function act(ids: number[], { what, one, other }: Step): Promise<Done | null> {
  const into = await opened(ids[one % ids.length]!);
  const { id, version } = into;
  if (what === 'merge') {
    const fromId = (await opened(ids[other % ids.length]!)).id;
    const route = 'POST /api/conversations/{id}/merge';
    const { status, body } = await call(route, { id, version, fromId }, boss.as);
    const back = 'POST /api/conversations/{id}/merges/{mergeId}/undo';
    const { mergeId } = body;
    return status === 200 ? { takeBack: () => call(back, { id: fromId, mergeId }, boss.as) } : null;
  }
  // Some of the words, by the bits of a number.
  const messageIds = into.messages.filter((_, at) => (other >> (at % 5)) % 2).map((m) => m.id);
  if (messageIds.length === 0) return null;
  const route = 'POST /api/conversations/{id}/split';
  const { status, body } = await call(route, { id, version, messageIds }, boss.as);
  if (status !== 201) return null;
  ids.push(body.intoId);
  const back = 'POST /api/conversations/{id}/splits/{splitId}/undo';
  const { intoId, splitId } = body;
  return { takeBack: () => call(back, { id: intoId, splitId }, boss.as) };
}

test(
  'merged, split and taken back in any order, everything is as it was',
  async () => {
    const ids = await taken(4);
    // They stand in different ways: waiting for us, for them, put aside.
    const set = (id: number, words: string) =>
      world.ctx.pool.query(`update conversations set ${words} where id = $1`, [id]);
    await set(ids[1]!, `whose_turn = 'theirs', next_due_at = next_due_at + interval '3 days'`);
    await set(ids[2]!, `state = 'snoozed', snoozed_until = next_due_at + interval '1 day'`);
    await set(ids[3]!, `next_due_at = next_due_at - interval '1 hour'`);
    const heldBackBy = 'conversations.split_is_merged';
    await expectRestored({ ids, act, heldBackBy, shown: () => shown(ids) });
  },
  patienceMs(90),
);

test('two that are about one thing show one another, also when one became another', async () => {
  const [one, other, third] = (await taken(3)) as [number, number, number];
  const link = 'PUT /api/conversations/{id}/links/{otherId}';
  const unlink = 'DELETE /api/conversations/{id}/links/{otherId}';
  const pair = { id: one, otherId: other };
  await call(link, pair, boss.as);
  await call(link, { id: other, otherId: one }, boss.as);
  const linked = async (id: number) => (await opened(id)).links.map((them) => them.id);
  expect([await linked(one), await linked(other)]).toEqual([[other], [one]]);
  expect((await opened(one)).links).toMatchObject([{ who: 'Ольга', state: 'open' }]);
  const { version } = await opened(third);
  const merge = { id: third, fromId: other, version };
  await call('POST /api/conversations/{id}/merge', merge, boss.as);
  expect([await linked(one), await linked(third)]).toEqual([[third], [one]]);
  await call(unlink, { id: third, otherId: one }, boss.as);
  expect(await linked(one)).toEqual([]);
  const itself = await call(link, { id: third, otherId: other }, boss.as);
  expect(itself.body.code).toBe('conversations.link_to_itself');
  const grants = { 'conversations.view': 'own', 'conversations.work': 'own' } as const;
  const stranger = await signedIn(world, { permissions: grants });
  expect((await call(link, pair, stranger.as)).status).toBe(404);
  expect((await call(unlink, pair, stranger.as)).status).toBe(404);
});
