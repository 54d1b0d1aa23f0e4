import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;
const path = 'POST /api/subscribers/{id}/needs';

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('a need counts as fresh for half a year, an experience for a whole one', async () => {
  const id = await add();
  const need = await call(path, { id, kind: 'need', text: 'Работает из дома' });
  const bad = await call(path, { id, kind: 'bad_experience', text: 'Отключили в отпуске' });
  const told = await call(path, { id, kind: 'wish', text: 'IP', freshUntil: '2026-04-01' });
  expect([need, bad, told].map(({ body }) => body.freshUntil)).toEqual([
    '2026-08-29',
    '2027-03-02',
    '2026-04-01',
  ]);
});

test('past its day a need asks to be asked about, and stands first', async () => {
  const id = await add();
  await call(path, { id, kind: 'wish', text: 'Старое', freshUntil: '2026-03-02' });
  world.clock.advance({ seconds: 60 });
  await call(path, { id, kind: 'wish', text: 'Новое' });
  const texts = async () => {
    const { body } = await call('GET /api/subscribers/{id}', { id });
    return body.needs.map(({ text, isStale }) => [text, isStale]);
  };
  expect(await texts()).toEqual([
    ['Новое', false],
    ['Старое', false],
  ]);
  world.clock.moveTo(new Date('2026-03-03T06:00:00Z'));
  expect(await texts()).toEqual([
    ['Старое', true],
    ['Новое', false],
  ]);
});
