import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;
beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

const kept = async (id: number) => (await call('GET /api/subscribers/{id}', { id })).body.codeWord;

test('a code word is forgotten, and neither too short nor told by its hint', async () => {
  const id = await add();
  const path = 'PUT /api/subscribers/{id}/code-word';
  const short = await call(path, { id, word: 'ё!' });
  expect(short.body.code).toBe('subscribers.code_word_short');
  const telling = await call(path, { id, word: 'Осина', hint: 'не осина ли' });
  expect(telling.body.code).toBe('subscribers.hint_tells_word');
  expect((await call(path, { id, word: 'Осина', hint: 'дерево' })).status).toBe(200);
  expect(await kept(id)).toMatchObject({ hint: 'дерево' });
  await call('DELETE /api/subscribers/{id}/code-word', { id });
  expect(await kept(id)).toBeNull();
});
