import { afterAll, beforeAll, expect, test } from 'vitest';
import { api } from './api.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../testing/subscribers.ts';

let { world, me, call, add }: SubscribersWorld = {} as SubscribersWorld;
const keys: Record<string, string> = {};

beforeAll(async () => {
  ({ world, me, call, add } = await createSubscribersWorld());
  for (const type of ['text', 'number', 'date', 'boolean', 'choice'] as const) {
    const choices = type === 'choice' ? ['оптика', 'медь'] : [];
    const input = { entity: 'subscribers', label: `Поле ${type}`, type, choices };
    keys[type] = (await world.via(api)('POST /api/attributes', input, me.as)).body.key;
  }
});
afterAll(() => world.close());

const attributesOf = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([type, value]) => [keys[type] ?? type, value]));

test('values that fit their definitions are kept, and taken away by nothing', async () => {
  const good = { text: 'да', number: 0.5, date: '2024-02-29', boolean: false, choice: 'медь' };
  const id = await add({ attributes: attributesOf(good) });
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.attributes).toEqual(attributesOf(good));
  const emptied = Object.fromEntries(Object.keys(good).map((type) => [type, null]));
  const input = { id, version: body.version, attributes: attributesOf(emptied) as never };
  expect((await call('PATCH /api/subscribers/{id}', input)).status).toBe(200);
  expect((await call('GET /api/subscribers/{id}', { id })).body.attributes).toEqual({});
});

test.each([
  ['text', 5],
  ['number', '5'],
  ['number', 2 ** 60],
  ['date', '2023-02-29'],
  ['date', '29.02.2024'],
  ['boolean', 'true'],
  ['choice', 'спутник'],
])('%s takes no %j', async (type, value) => {
  const attributes = attributesOf({ [type]: value }) as never;
  const made = await call('POST /api/subscribers', { kind: 'person', lastName: 'А', attributes });
  expect([made.status, made.body.code]).toEqual([422, 'work.value_misfit']);
  const fields = { attributes };
  const many = await call('POST /api/subscribers/bulk-changes', { target: { ids: [1] }, fields });
  expect(many.body.code).toBe('work.value_misfit');
});

test('a field that nobody has defined is refused by its name', async () => {
  const attributes = { nowhere: 'x' };
  const made = await call('POST /api/subscribers', { kind: 'person', lastName: 'А', attributes });
  expect([made.status, made.body.code]).toEqual([422, 'work.attribute_undefined']);
  expect(made.body.fields?.['attributes.nowhere']).toContain('nowhere');
  const id = await add();
  const changed = await call('PATCH /api/subscribers/{id}', { id, version: 1, attributes });
  expect(changed.body.code).toBe('work.attribute_undefined');
  const target = { ids: [id] };
  const many = await call('POST /api/subscribers/bulk-changes', { target, fields: { attributes } });
  expect(many.body.code).toBe('work.attribute_undefined');
  const gone = { id, version: 1, attributes: { nowhere: null } };
  expect((await call('PATCH /api/subscribers/{id}', gone)).status).toBe(200);
});
