import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runs } from '../testing/proof.ts';
import { type SignedIn, signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';
import { ask, readyAgent } from './testing/desk.ts';

let world: World;
let boss: SignedIn;
beforeAll(async () => {
  world = await createWorld();
  boss = await readyAgent(world, { name: 'Анна Белова' });
});
afterAll(() => world.close());

const call = () => world.via(api);
const opened = async (id: number, who = boss) =>
  (await call()('GET /api/conversations/{id}', { id }, who.as)).body;
const taken = async (wanted: string, phone?: string): Promise<number> => {
  const id = await ask(world, { wanted, ...(phone === undefined ? {} : { phone }) });
  await call()('POST /api/conversations/{id}/take', { id }, boss.as);
  return id;
};
const merge = async (id: number, fromId: number) =>
  call()(
    'POST /api/conversations/{id}/merge',
    { id, fromId, version: (await opened(id)).version },
    boss.as,
  );
const undo = async (id: number, mergeId: number) =>
  call()('POST /api/conversations/{id}/merges/{mergeId}/undo', { id, mergeId }, boss.as);
const listed = async (): Promise<number[]> => {
  const { body } = await call()('GET /api/conversations', { queue: 'all', limit: 200 }, boss.as);
  return body.rows.map(({ id }) => id);
};

test('merged, the old number leads to one feed; set apart, both are as they were', async () => {
  const [into, from] = [await taken('Интернет'), await taken('Телевизор')];
  const before = [await opened(into), await opened(from)];
  const done = await merge(into, from);
  expect(done.status).toBe(200);
  expect(await listed()).not.toContain(from);
  const one = await opened(from);
  expect(one.id).toBe(into);
  expect(one.messages.map(({ text }) => text)).toEqual(['Интернет', 'Телевизор']);
  expect(one.merges).toMatchObject([{ fromId: from, number: before[1]!.number }]);
  // What is written to the old number stands at the one that it became.
  await call()('POST /api/conversations/{id}/notes', { id: from, text: 'Оба' }, boss.as);
  expect((await opened(into)).messages.at(-1)?.text).toBe('Оба');
  expect((await merge(into, from)).body.code).toBe('conversations.merge_into_itself');

  expect((await undo(into, done.body.mergeId)).status).toBe(200);
  expect((await undo(into, done.body.mergeId)).body.code).toBe('conversations.no_such_merge');
  const after = [await opened(into), await opened(from)];
  const facts = (row: (typeof after)[number]) => ({
    ...row,
    version: 0,
    messages: [],
    history: [],
  });
  expect(after.map(facts)).toEqual(before.map(facts));
  const words = after.map(({ messages }) => messages.map(({ text }) => text));
  expect(words).toEqual([['Интернет', 'Оба'], ['Телевизор']]);
});

test('one that looks alike is found: of the same sender, open, near in time', async () => {
  const phone = '+79125557788';
  const first = await taken('Не работает', phone);
  await call()('POST /api/conversations/{id}/calls', { id: first }, boss.as);
  const second = await ask(world, { wanted: 'Всё ещё не работает', phone });
  const other = await ask(world);
  const alike = async (id: number, number?: number, who = boss): Promise<number[]> => {
    const input = { id, ...(number === undefined ? {} : { number }) };
    const { body } = await call()('GET /api/conversations/{id}/alike', input, who.as);
    return body.rows.map((row) => row.id);
  };
  expect(await alike(first)).toEqual([second]);
  const { number } = await opened(other);
  expect(await alike(first, number)).toContain(other);
  const narrow = await signedIn(world, { permissions: { 'conversations.view': 'own' } });
  const hidden = await call()('GET /api/conversations/{id}/alike', { id: first }, narrow.as);
  expect(hidden.status).toBe(404);
});

test('who does not reach one of the two neither merges them nor sets them apart', async () => {
  const grants = { 'conversations.view': 'own', 'conversations.work': 'own' } as const;
  const mine = await signedIn(world, { permissions: grants });
  const other = await signedIn(world, { permissions: grants });
  const [own, foreign] = [await ask(world), await taken('Чужое')];
  await call()('POST /api/conversations/{id}/take', { id: own }, mine.as);
  const { version } = await opened(own, mine);
  const into = { id: own, fromId: foreign, version };
  expect((await call()('POST /api/conversations/{id}/merge', into, mine.as)).status).toBe(404);
  const third = await ask(world);
  const done = await call()(
    'POST /api/conversations/{id}/merge',
    { id: own, fromId: third, version },
    mine.as,
  );
  const apart = { id: own, mergeId: done.body.mergeId };
  const route = 'POST /api/conversations/{id}/merges/{mergeId}/undo';
  expect((await call()(route, apart, other.as)).status).toBe(404);
  expect((await call()(route, apart, mine.as)).status).toBe(200);
});

/** Everything that lists, exports and the desk show of a conversation, but for its version. */
async function shown(ids: readonly number[]): Promise<string> {
  const { rows } = await world.ctx.pool.query(
    `select c.id, c.state, c.whose_turn, c.owner_staff_id, c.next_due_at, c.offer_from,
            c.escalate_at, c.snoozed_until, c.closed_at, c.closed_outcome, c.root_id,
            c.merged_into_id, array(select m.id from messages m where m.conversation_id = c.id
                                    order by m.id) as messages
     from conversations c where c.id = any($1) order by c.id`,
    [ids],
  );
  return JSON.stringify(rows);
}

test('merges in any order, undone in any order, leave everything as it was', async () => {
  const ids: number[] = [];
  for (let at = 0; at < 5; at += 1) ids.push(await taken(`Вопрос ${at}`));
  // They stand in different ways: waiting for us, for them, put aside.
  const set = (id: number, words: string) =>
    world.ctx.pool.query(`update conversations set ${words} where id = $1`, [id]);
  await set(ids[1]!, `whose_turn = 'theirs', next_due_at = next_due_at + interval '3 days'`);
  await set(ids[2]!, `state = 'snoozed', snoozed_until = next_due_at + interval '1 day'`);
  await set(ids[3]!, `next_due_at = next_due_at - interval '1 hour'`);
  const before = await shown(ids);
  const step = fc.record({
    isUndo: fc.boolean(),
    into: fc.nat({ max: 4 }),
    from: fc.nat({ max: 4 }),
    which: fc.nat({ max: 9 }),
  });
  const property = fc.asyncProperty(
    fc.array(step, { minLength: 2, maxLength: 8 }),
    fc.array(fc.nat({ max: 9 }), { minLength: 8, maxLength: 8 }),
    async (steps, order) => {
      const live: { mergeId: number; fromId: number }[] = [];
      const takeBack = async (which: number): Promise<void> => {
        const [one] = live.splice(which % live.length, 1);
        const done = one && (await undo(one.fromId, one.mergeId));
        if (done?.status !== 200) throw new Error(JSON.stringify(done?.body));
      };
      for (const { isUndo, into, from, which } of steps) {
        if (isUndo && live.length > 0) await takeBack(which);
        else {
          const fromId = (await opened(ids[from]!)).id;
          const { status, body } = await merge(ids[into]!, fromId);
          if (status === 200) live.push({ mergeId: body.mergeId, fromId });
        }
      }
      for (const which of order) if (live.length > 0) await takeBack(which);
      expect(await shown(ids)).toBe(before);
    },
  );
  await fc.assert(property, { numRuns: runs(12, 100), seed: 42 });
});
