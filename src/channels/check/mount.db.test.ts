import { afterAll, beforeAll, expect, test } from 'vitest';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { api as networkApi } from '../../network/api.ts';
import { loadCoverages, loadTerms } from '../../network/index.ts';
import { loadBuildings, streetKey } from '../../subscribers/index.ts';
import { signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;
const ids: number[] = [];

beforeAll(async () => {
  world = await createWorld();
  const place = (building: string) => ({
    city: 'Томск',
    streetKind: 'street',
    street: 'Садовая',
    streetKey: streetKey('Томск', 'Садовая'),
    building,
    flat: '',
  });
  const made = await inBulkTransaction(world.ctx, (bulk) =>
    loadBuildings(bulk, [place('12'), place('14')]),
  );
  ids.push(...made.map((id) => id ?? 0));
  const terms = {
    name: 'Дом',
    baseMinor: 100_000,
    metreMinor: 0,
    includedMetres: 0,
    longestMetres: null,
    mostParts: 4,
    freeFromMinor: null,
  };
  await loadTerms(world.ctx, [terms]);
  const line = { portsTotal: null, portsFree: null, plannedOn: null, node: 'Узел 1' };
  await loadCoverages(world.ctx, [
    { ...line, buildingId: ids[0] ?? 0, technology: 'ftth', speedKbps: 1e6, terms: 'Дом' },
  ]);
});
afterAll(() => world.close());

const look = (text: string) =>
  world.request({ url: `/check?lang=ru&${new URLSearchParams({ text })}` });

test('the page may stand in a frame, and answers without a script', async () => {
  const empty = await world.request({ url: '/check?lang=en&theme=dark' });
  expect(empty.headers['content-security-policy']).toContain('frame-ancestors *');
  expect(empty.body).toContain('Can you be connected?');
  const body = (await look('садовая 12')).body.replaceAll('\u00a0', ' ');
  expect(body).toContain('Подключение есть');
  expect(body).toContain('Оптика в квартиру, до 1 000 Мбит/с');
  expect(body).toMatch(/подключение 1 000 ₽, можно частями по 250 ₽, до 4 платежей/);
  expect(body).not.toContain('Узел 1');
  expect((await world.request({ url: '/check/check.js' })).statusCode).toBe(200);
  expect((await look('"><script>alert(1)</script> 5')).body).not.toContain('<script>alert');
});

test('who finds no line leaves a request, and the house keeps the wish, once', async () => {
  const { body } = await look('Томск, садовая 14, кв. 3');
  const link = /class="leave" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const form = await world.request({ url: link });
  const address = /name="address"[\s\S]*?value="([^"]*)"/.exec(form.body)?.[1] ?? '';
  expect(address).toBe('Томск, ул. Садовая, д. 14, кв. 3');
  const call = world.via({ ...api, ...networkApi });
  const boss = await signedIn(world);
  const request = { topic: 'connect', phone: '+79123456712', consent: true, address } as const;
  const send = (of: object) =>
    call('POST /api/public/requests', { ...request, ...of, key: 'wish-1' });
  expect((await send({})).status).toBe(202);
  expect((await send({})).status).toBe(202);
  const available = { address: 'Томск, Садовая 12', key: 'wish-2' };
  await call('POST /api/public/requests', { ...request, ...available });
  const wishesAt = async (id = 0) =>
    (await call('GET /api/buildings/{id}', { id }, boss.as)).body.wishes;
  expect(await wishesAt(ids[1])).toBe(1);
  expect(await wishesAt(ids[0])).toBe(0);
});
