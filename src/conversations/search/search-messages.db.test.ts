import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as searchApi } from '../../kernel/search/api.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { ask } from '../testing/desk.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const call = () => world.via({ ...api, ...searchApi });
type Who = { as: Record<string, string> };
const found = async (q: string, who: Who, limit = 50): Promise<string[]> => {
  const { body } = await call()('GET /api/search', { q, kinds: ['message'], limit }, who.as);
  return body.results.map(({ subtitle }) => subtitle);
};

test('what was written and noted is found by its words, the newest first', async () => {
  const { as } = await signedIn(world);
  const ids: number[] = [];
  for (const [at, word] of ['первый', 'второй', 'третий'].entries()) {
    ids.push(await ask(world, { wanted: `Роутер ${word} мигает`, name: `Имя${at}` }));
    world.clock.advance({ seconds: 60 });
  }
  await call()('POST /api/conversations/{id}/notes', { id: ids[0]!, text: 'Роутер старый' }, as);
  expect(await found('роутер', { as })).toEqual([
    'Роутер старый',
    'Роутер третий мигает',
    'Роутер второй мигает',
    'Роутер первый мигает',
  ]);
  expect(await found('роутер', { as }, 1)).toEqual(['Роутер старый']);
  const { body } = await call()('GET /api/search', { q: 'второй', kinds: ['message'] }, as);
  const [hit] = body.results;
  expect(hit).toMatchObject({ kind: 'message', path: `/messages/${hit!.id}` });
  const opened = await call()('GET /api/messages/{id}', { id: hit!.id }, as);
  expect(opened.body).toEqual({ conversationId: ids[1] });
});

test('a message is found as far as its conversation is seen, whoever has it now', async () => {
  const grants = { 'conversations.view': 'own', 'conversations.work': 'own' } as const;
  const mine = await signedIn(world, { permissions: grants });
  const other = await signedIn(world, { permissions: grants });
  const id = await ask(world, { wanted: 'Приставка зависла' });
  expect(await found('приставка', other)).toEqual(['Приставка зависла']);
  await call()('POST /api/conversations/{id}/take', { id }, mine.as);
  expect(await found('приставка', mine)).toEqual(['Приставка зависла']);
  expect(await found('приставка', other)).toEqual([]);
  const { body } = await call()('GET /api/search', { q: 'приставка', kinds: ['message'] }, mine.as);
  const at = { id: body.results[0]!.id };
  expect((await call()('GET /api/messages/{id}', at, other.as)).status).toBe(404);
});

test('a message is whose it was recognised to be, and shows that name', async () => {
  const { as } = await signedIn(world);
  const id = await ask(world, { wanted: 'Антенна упала', name: 'Кто-то' });
  const person = { kind: 'person' as const, lastName: 'Антеннов', firstName: 'Яков' };
  const made = await world.via(subscribersApi)('POST /api/subscribers', person, as);
  await call()('POST /api/conversations/{id}/take', { id }, as);
  const { version } = (await call()('GET /api/conversations/{id}', { id }, as)).body;
  const named = { id, version, subscriberId: made.body.id };
  await call()('PUT /api/conversations/{id}/subscriber', named, as);
  const { body } = await call()('GET /api/search', { q: 'антенна', kinds: ['message'] }, as);
  expect(body.results[0]?.title).toContain('Антеннов');
  const kept = await world.ctx.db
    .selectFrom('searchMessages')
    .select('subscriberId')
    .where('subtitle', '=', 'Антенна упала')
    .execute();
  expect(kept).toEqual([{ subscriberId: made.body.id }]);
});
