import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

async function pairs(): Promise<{ ids: number[]; reasons: string[]; score: number }[]> {
  await call('POST /api/subscribers/duplicates/find', {});
  await world.runJobs();
  const { body } = await call('GET /api/subscribers/duplicates', {});
  return body.pairs.map(({ first, second, reasons, score }) => ({
    ids: [first.id, second.id],
    reasons,
    score,
  }));
}

const anna = { lastName: 'Котова', firstName: 'Анна', middleName: 'Ильинична' };
const phone = (value: string) => ({ contacts: [{ kind: 'phone', value }] });

test('pairs that share enough are found, with the reasons; a family is none', async () => {
  const first = await add({ ...anna, ...phone('+79138223344'), birthOn: '1988-04-12' });
  const same = await add({ ...anna, ...phone('8 913 822 33 44') });
  const byBirth = await add({ ...anna, birthOn: '1988-04-12' });
  await add({ lastName: 'Котов', firstName: 'Илья', ...phone('+79138223344') });
  await add(anna);
  expect(await pairs()).toEqual([
    { ids: [first, byBirth], reasons: ['same_birth_date', 'same_name'], score: 0.825 },
    { ids: [first, same], reasons: ['same_phone', 'same_name'], score: 0.75 },
  ]);
});

test('the end of a search is told, with how many pairs stand open', async () => {
  const found = await pairs();
  const told = await world.ctx.db
    .selectFrom('events')
    .select('facts')
    .where('type', '=', 'subscribers.duplicates_searched')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  expect(told.facts).toEqual({ found: found.length });
});

test('the same document or tax number is nearly proof', async () => {
  const documents = [{ kind: 'passport', number: '6901 555555' }];
  const ids = [await add({ documents }), await add({ documents })];
  const found = (await pairs()).find((pair) => pair.ids[0] === ids[0]);
  expect(found).toMatchObject({
    ids,
    reasons: expect.arrayContaining(['same_document']) as unknown,
  });
});

test('a phone that a crowd shares tells nothing', async () => {
  const crowd: number[] = [];
  for (const letter of 'абвгдежзикл') {
    crowd.push(await add({ ...anna, firstName: `${letter}нна`, ...phone('+79130000001') }));
  }
  const found = await pairs();
  expect(found.filter((pair) => crowd.includes(pair.ids[0] ?? 0))).toEqual([]);
});

test('an open pair that no longer looks alike is dropped', async () => {
  const name = { lastName: 'Удальцова', firstName: 'Ольга' };
  const first = await add({ ...name, ...phone('+79137770001') });
  const second = await add({ ...name, ...phone('+79137770001') });
  const isFound = async () => (await pairs()).some((pair) => pair.ids[0] === first);
  expect(await isFound()).toBe(true);
  const { body } = await call('GET /api/subscribers/{id}', { id: second });
  const contactId = body.contacts[0]?.id ?? 0;
  await call('DELETE /api/subscribers/{id}/contacts/{contactId}', { id: second, contactId });
  world.clock.advance({ seconds: 60 });
  expect(await isFound()).toBe(false);
});
