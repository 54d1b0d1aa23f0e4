import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asAll, asOwn, asTeam, thingsWiring } from '../../testing/things.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { inTransaction } from '../db/transaction.ts';
import { fill } from '../slots.ts';
import { defineWiring } from '../wiring.ts';
import { api } from './api.ts';
import type { Findable } from './findable.ts';
import { indexMessages, upsertEntries } from './index-entries.ts';
import { messageKind, searchKinds } from './search-kinds.ts';

/** Boats and the letters about them: kinds that exist only here. */
const boats = defineWiring({
  domain: 'boats',
  fills: [
    fill(searchKinds, { kind: 'boat', permission: 'things.see', path: '/boats/{id}' }),
    fill(searchKinds, { kind: 'buoy', permission: 'things.see', path: '/buoys/{id}' }),
    fill(searchKinds, { kind: 'crew', permission: 'crew.see', path: '/crew/{id}' }),
    fill(searchKinds, {
      kind: messageKind,
      permission: 'things.see',
      path: '/boats/{subscriberId}/letters/{id}',
    }),
  ],
});

let world: World;
beforeAll(async () => {
  world = await createWorld({}, [thingsWiring, boats]);
  await inTransaction(world.ctx, async (ctx) => {
    await upsertEntries(ctx, base);
    await indexMessages(ctx, letters);
  });
});
afterAll(() => world.close());

const at = new Date('2026-02-01T00:00:00Z');
const boat = (refId: number, title: string, rest: Partial<Findable> = {}): Findable => ({
  kind: 'boat',
  refId,
  subscriberId: refId,
  title,
  happenedAt: at,
  ...rest,
  words: { names: [title], ...rest.words },
});

const semenov = boat(1, 'Семёнов-Тяжлов Юрий Борисович', {
  subtitle: 'А-0123/45 · Томск, пр-т Мира, 14/2, кв. 52',
  words: {
    phones: ['+79123456789', '+73822523456'],
    emails: ['yuri.semenov@mail.ru'],
    messengers: ['yuri_s'],
    identifiers: ['А-0123/45', '00123456', 'semenov_77'],
    addresses: ['г. Томск, пр-т Мира, д. 14/2, кв. 52'],
    ips: ['10.0.5.17'],
    macs: ['aa:bb:cc:d1:e2:f3'],
    ticketNumbers: [815],
  },
});

const base: Findable[] = [
  semenov,
  boat(2, 'Иванова Мария Петровна', { ownerStaffId: 1, words: { phones: ['+79990001122'] } }),
  boat(3, 'Иванов Пётр', { teamId: 7 }),
  boat(4, 'Ивановская Анна', { ownerStaffId: 2, teamId: 8 }),
  boat(5, 'Ким Лев'),
  boat(6, 'Левченко Ирина'),
  boat(7, 'Смирнова Ольга', { happenedAt: new Date('2020-01-01T00:00:00Z') }),
  boat(8, 'Смирнова Ольга'),
  boat(9, 'Ромашкова Вера', { words: { texts: ['Смирнова'] } }),
  { ...boat(10, 'Смирнова тайная'), kind: 'crew' },
  ...Array.from({ length: 30 }, (_, n) => boat(100 + n, `Кузнецов Иван ${n}`)),
];

const letter = (refId: number, day: string, text: string) => ({
  refId,
  subscriberId: 1,
  title: 'Семёнов',
  subtitle: text,
  happenedAt: new Date(`${day}T12:00:00Z`),
  words: { texts: [text] },
});
const letters = [
  letter(900, '2024-05-01', 'Роутер мигает красным, интернета нет'),
  letter(901, '2026-02-27', 'Опять мигает роутер'),
  letter(902, '2026-01-15', 'Спасибо, роутер больше не мигает'),
];

async function found(
  q: string,
  options: { as?: typeof asAll; limit?: number; kinds?: string[] } = {},
) {
  const { as = asAll, limit, kinds } = options;
  const { status, body } = await world.via(api)('GET /api/search', { q, limit, kinds }, as);
  expect(status).toBe(200);
  return body.results.map(({ id }) => id);
}

describe('a person is found', () => {
  test.each([
    // phones in any notation
    '+7 912 345-67-89',
    '8 (912) 345 67 89',
    '9123456789',
    '345-67-89',
    '6789',
    '52-34-56',
    '8912345',
    // names: as they are, mistyped, in another layout, transliterated, unfinished
    'семенов',
    'Семёнов Юрий',
    'Симёнов',
    'Семнёов',
    'Семёнв Юрй',
    'Тяжлоф',
    'ctvtyjd',
    'ctvtyjd .hbq',
    'Semenov Yuri',
    'Semenof',
    'юрий сем',
    'сем',
    'юр',
    // numbers
    'А-0123/45',
    'a0123/45',
    '00123456',
    '123456',
    'semenov_77',
    '#815',
    // places
    'Мира 14/2',
    'мира 14 52',
    'Томск, проспект Мира, дом 14/2, квартира 52',
    'vbhf 14',
    'миро 14/2',
    'пр. Мир',
    // devices and messengers
    'yuri.semenov@mail.ru',
    'yuri.sem',
    '@yuri_s',
    't.me/yuri_s',
    '10.0.5.17',
    'AA-BB-CC-D1-E2-F3',
    // together
    'семенов мира 6789',
  ])('by %j', async (q) => {
    expect(await found(q, { kinds: ['boat'] })).toContain(1);
  });

  test.each([
    'семенов пётр',
    'мира 15',
    '89123456788',
    '@petrov',
    'щщщщщ',
    '',
    '   ',
    "' | ! & :*",
  ])('but not by %j', async (q) => {
    expect(await found(q, { kinds: ['boat'] })).not.toContain(1);
  });
});

describe('results', () => {
  test('stand by how well they match, by what they show, by how new they are', async () => {
    expect(await found('иванова')).toEqual([2]);
    expect(await found('смирнова')).toEqual([8, 7, 9]);
    expect((await found('лев')).slice(0, 2)).toEqual([5, 6]);
    expect(new Set(await found('иван пёт'))).toEqual(new Set([2, 3]));
  });

  test('of a word with a slip are those that it may have meant', async () => {
    expect(await found('Ивонова')).toContain(2);
    expect(await found('Ромошкова')).toEqual([9]);
  });

  test('are at most as many of each kind as asked for', async () => {
    expect(await found('кузнецов', { limit: 7 })).toHaveLength(7);
    expect(await found('кузнецов', { limit: 50 })).toHaveLength(30);
  });

  test('say where they lead', async () => {
    const { body } = await world.via(api)('GET /api/search', { q: 'ким' }, asAll);
    expect(body.results).toEqual([
      {
        kind: 'boat',
        domain: 'boats',
        id: 5,
        subscriberId: 5,
        title: 'Ким Лев',
        subtitle: '',
        happenedAt: at.toISOString(),
        path: '/boats/5',
      },
    ]);
  });

  test('are only those that the reader may see', async () => {
    const ivanovs = (as: typeof asAll) => found('иванов', { as });
    expect(new Set(await ivanovs(asAll))).toEqual(new Set([2, 3, 4]));
    expect(new Set(await ivanovs(asTeam))).toEqual(new Set([2, 3]));
    expect(await ivanovs(asOwn)).toEqual([2]);
    expect(await found('смирнова тайная')).not.toContain(10);
    const { status } = await world.via(api)('GET /api/search', { q: 'ким' });
    expect(status).toBe(401);
  });
});

test('a word that is common among some is found of others too', async () => {
  const buoy = (refId: number, title: string): Findable => ({
    ...boat(refId, title),
    kind: 'buoy',
  });
  const ids = (count: number) => Array.from({ length: count }, (_, nth) => 2000 + nth);
  await inTransaction(world.ctx, async (ctx) => {
    await upsertEntries(ctx, [
      ...ids(400).map((id) => boat(id, 'Прилив')),
      ...ids(1600).map((id) => buoy(id, 'Отлив')),
      buoy(3999, 'Прилив'),
    ]);
  });
  await world.ctx.pool.query('analyze search_entries');
  const results = await found('прилив', { limit: 50 });
  expect(results).toContain(3999);
  expect(results).toHaveLength(51);
});

describe('messages', () => {
  test('are found by their words, the newest first', async () => {
    expect(await found('роутер мигает', { kinds: ['message'] })).toEqual([901, 902, 900]);
    expect(await found('интернета нет', { kinds: ['message'] })).toEqual([900]);
    expect(await found('роутер', { kinds: ['message'], limit: 1 })).toEqual([901]);
  });

  test('stand among the other kinds, and lead to where they belong', async () => {
    const { body } = await world.via(api)('GET /api/search', { q: 'спасибо' }, asAll);
    expect(body.results.map(({ path }) => path)).toEqual(['/boats/1/letters/902']);
  });
});
