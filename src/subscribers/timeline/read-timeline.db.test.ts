import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

async function readAll(id: number, limit: number): Promise<string[]> {
  const texts: string[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await call('GET /api/subscribers/{id}/timeline', {
      id,
      limit,
      ...(cursor && { cursor }),
    });
    texts.push(...body.entries.map((entry) => (entry.details?.['text'] as string) ?? entry.type));
    cursor = body.nextCursor ?? undefined;
  } while (cursor);
  return texts;
}

test('every page size gives the same history, newest first, also of one instant', async () => {
  const id = await add();
  for (const text of ['а', 'б', 'в', 'г', 'д']) {
    await call('POST /api/subscribers/{id}/notes', { id, text });
    if (text !== 'б') world.clock.advance({ seconds: 60 });
  }
  const whole = ['д', 'г', 'в', 'б', 'а', 'subscribers.created'];
  expect(await readAll(id, 50)).toEqual(whole);
  expect(await readAll(id, 1)).toEqual(whole);
  expect(await readAll(id, 4)).toEqual(whole);
});

test('only the types asked for are read', async () => {
  const id = await add();
  await call('POST /api/subscribers/{id}/notes', { id, text: 'заметка' });
  const { body } = await call('GET /api/subscribers/{id}/timeline', {
    id,
    types: ['subscribers.noted'],
  });
  expect(body.entries.map((entry) => entry.type)).toEqual(['subscribers.noted']);
});

test('a cursor that is none of ours is refused', async () => {
  const id = await add();
  const answer = await call('GET /api/subscribers/{id}/timeline', { id, cursor: 'завтра' });
  expect(answer.body.code).toBe('subscribers.bad_cursor');
});
