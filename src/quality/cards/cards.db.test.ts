import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { type As, type Call, createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;
let boss: SignedIn;
let call: Call<typeof api>;
beforeAll(async () => {
  world = await createWorld();
  boss = await signedIn(world);
  const untyped = world.via(api);
  call = (key, input, as: As = boss.as) => untyped(key, input, as);
});
afterAll(() => world.close());

const item = { key: 'a', title: 'Поздоровался', scale: 'yes_no', weight: 10 } as const;
const group = { title: 'Начало', condition: 'always', items: [item] } as const;
const fields = {
  name: 'Своя',
  kind: 'support',
  groups: [{ ...group, items: [{ ...item }] }],
} as const;
const mine = () => structuredClone(fields) as never;
type Change = { id: number; version: number };

test('ready cards stand from the first start, for every kind of contact', async () => {
  const { cards } = (await call('GET /api/quality-cards')).body;
  expect(cards.map(({ kind }) => kind).toSorted()).toEqual(['leaving', 'sale', 'support', 'vip']);
  for (const { groups } of cards) {
    const items = groups.flatMap((one) => one.items);
    expect(items.some(({ isCritical }) => isCritical)).toBe(true);
    expect(items.some(({ known }) => known !== null)).toBe(true);
  }
});

test('a card is made and changed in versions, by one writer at a time', async () => {
  const made = (await call('POST /api/quality-cards', mine())).body as Change;
  expect((await call('POST /api/quality-cards', mine())).body.code).toBe('quality.name_taken');
  const twice = { ...fields, name: 'Дважды', groups: [group, group] } as never;
  expect((await call('POST /api/quality-cards', twice)).body.code).toBe('quality.item_twice');
  const light = { ...fields, name: 'Пустая', groups: [{ ...group, condition: 'sale' }] } as never;
  expect((await call('POST /api/quality-cards', light)).body.code).toBe('quality.no_weight');
  const other = { ...fields, groups: [{ ...group, title: 'Иначе' }] };
  const change = { ...other, ...made } as never;
  const both = await Promise.all([1, 2].map(() => call('PUT /api/quality-cards/{id}', change)));
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  const taken = { ...other, name: 'Продажа', id: made.id, version: 2 } as never;
  expect((await call('PUT /api/quality-cards/{id}', taken)).body.code).toBe('quality.name_taken');
  const { versions } = (await call('GET /api/quality-cards/{id}/versions', { id: made.id })).body;
  expect(versions.map(({ version, groups }) => [version, groups[0]?.title])).toEqual([
    [2, 'Иначе'],
    [1, 'Начало'],
  ]);
  const none = { ...other, id: 999_999, version: 1 } as never;
  expect((await call('PUT /api/quality-cards/{id}', none)).body.code).toBe('quality.no_such_card');
  expect((await call('GET /api/quality-cards/{id}/versions', { id: 999_999 })).status).toBe(404);
});

test('whoever is judged reads the cards and changes none', async () => {
  const agent = await signedIn(world, { role: 'agent' });
  expect((await call('GET /api/quality-cards', {}, agent.as)).status).toBe(200);
  expect((await call('POST /api/quality-cards', mine(), agent.as)).status).toBe(403);
});
