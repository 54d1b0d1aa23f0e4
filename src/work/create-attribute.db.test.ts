import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedIn, signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';

let world: World;
let call: ReturnType<typeof world.via<typeof api>>;
let boss: SignedIn;

beforeAll(async () => {
  world = await createWorld();
  call = world.via(api);
  boss = await signedIn(world, { permissions: ['work.attributes'] });
});
afterAll(() => world.close());

const entity = 'subscribers';

test('an attribute gets a key of its own from its label, for ever', async () => {
  const first = { entity, label: 'Дата рождения', type: 'date' } as const;
  const made = await call('POST /api/attributes', first, boss.as);
  expect(made).toMatchObject({ status: 201, body: { key: 'data_rozhdeniia' } });
  await call('PUT /api/attributes/{id}', { id: made.body.id, label: 'Родился' }, boss.as);
  const second = await call('POST /api/attributes', first, boss.as);
  expect(second.body.key).toBe('data_rozhdeniia_2');
  const { attributes } = (await call('GET /api/attributes', { entity }, boss.as)).body;
  expect(attributes).toMatchObject([
    { key: 'data_rozhdeniia', label: 'Родился', type: 'date', indexState: 'none', isFast: false },
    { key: 'data_rozhdeniia_2', label: 'Дата рождения' },
  ]);
});

test('two of one label, a choice without choices, an entity that has none: refused', async () => {
  await call('POST /api/attributes', { entity, label: 'Район', type: 'text' }, boss.as);
  const twin = await call(
    'POST /api/attributes',
    { entity, label: 'район ', type: 'text' },
    boss.as,
  );
  expect(twin).toMatchObject({ status: 409, body: { code: 'work.attribute_label_taken' } });
  const bare = await call(
    'POST /api/attributes',
    { entity, label: 'Пол', type: 'choice' },
    boss.as,
  );
  expect(bare).toMatchObject({ status: 422, body: { code: 'work.choices_needed' } });
  const other = { entity: 'pumpkins', label: 'Вес', type: 'number' } as const;
  const unknown = await call('POST /api/attributes', other, boss.as);
  expect(unknown).toMatchObject({ status: 422, body: { code: 'work.unknown_entity' } });
});

test('choices are kept each once, in their order', async () => {
  const choices = ['Дом', 'Офис', 'Дом'];
  const input = { entity, label: 'Где работает', type: 'choice', choices } as const;
  const { id } = (await call('POST /api/attributes', { ...input, choices }, boss.as)).body;
  const { attributes } = (await call('GET /api/attributes', { entity }, boss.as)).body;
  expect(attributes.find((one) => one.id === id)?.choices).toEqual(['Дом', 'Офис']);
});

test('defining takes the permission, seeing only a sign-in', async () => {
  const agent = await signedIn(world, { permissions: [] });
  const input = { entity, label: 'Чужой', type: 'text' } as const;
  expect((await call('POST /api/attributes', input)).status).toBe(401);
  expect((await call('POST /api/attributes', input, agent.as)).status).toBe(403);
  expect((await call('GET /api/attributes', { entity })).status).toBe(401);
  expect((await call('GET /api/attributes', { entity }, agent.as)).status).toBe(200);
});
