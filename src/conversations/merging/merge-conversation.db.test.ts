import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { ask, readyAgent } from '../testing/desk.ts';

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
