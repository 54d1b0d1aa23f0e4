import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Condition } from '../kernel/conditions/condition.ts';
import { api as searchApi } from '../kernel/search/api.ts';
import { signedIn } from '../testing/staff.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;
const list = 'POST /api/subscribers/list';
let ids: Record<'anna' | 'boris' | 'vera', number>;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld({ colour: 'text' }));
  ids = {
    anna: await add({
      lastName: 'Абрамова',
      firstName: 'Анна',
      status: 'active',
      customerSince: '2020-05-01',
      contacts: [
        { kind: 'phone', value: '+79131110001' },
        { kind: 'email', value: 'anna@example.ru' },
      ],
      addresses: [{ text: 'Томск, ул. Мира, 14, кв. 52' }],
      attributes: { colour: 'red' },
    }),
    boris: await add({
      lastName: 'Борисов',
      firstName: 'Борис',
      status: 'left',
      contacts: [{ kind: 'phone', value: '+79131110002' }],
      addresses: [{ text: 'Северск, пр. Ленина, 3' }],
    }),
    vera: await add({
      lastName: 'Викторова',
      firstName: 'Вера',
      status: 'active',
      customerSince: '2024-05-01',
    }),
  };
  await call('POST /api/subscribers/{id}/needs', {
    id: ids.vera,
    kind: 'wish',
    text: 'Хочет статический адрес',
  });
});
afterAll(() => world.close());

async function names(filter?: Condition): Promise<unknown[]> {
  const sort = { field: 'name', direction: 'asc' as const };
  const { body } = await call(list, { columns: ['name'], filter, sort });
  return body.rows.map(({ cells }) => String(cells['name']).split(' ')[0]);
}

test('the list shows what belongs to a subscriber', async () => {
  const columns = 'id name kind status phone email address city street customerSince need'.split(
    ' ',
  );
  const filter = { field: 'id', op: 'is' as const, value: ids.anna };
  const { body } = await call(list, { columns, filter });
  expect(body.rows.map(({ cells }) => cells)).toEqual([
    {
      id: ids.anna,
      name: 'Абрамова Анна',
      kind: 'person',
      status: 'active',
      phone: '+79131110001',
      email: 'anna@example.ru',
      address: 'Томск, ул. Мира, д. 14, кв. 52',
      city: 'Томск',
      street: 'Мира',
      customerSince: '2020-05-01',
      need: null,
    },
  ]);
});

test.each<[string, Condition, string[]]>([
  ['a phone', { field: 'phone', op: 'is', value: '8 913 111-00-02' }, ['Борисов']],
  ['no phone', { field: 'phone', op: 'empty' }, ['Викторова']],
  ['an address', { field: 'address', op: 'contains', value: 'мира 14' }, ['Абрамова']],
  ['a city', { field: 'city', op: 'in', value: ['Северск'] }, ['Борисов']],
  ['a need', { field: 'need', op: 'contains', value: 'статический' }, ['Викторова']],
  ['a status', { field: 'status', op: 'is_not', value: 'left' }, ['Абрамова', 'Викторова']],
  ['since', { field: 'customerSince', op: 'gte', value: '2024-01-01' }, ['Викторова']],
  ['no owner', { field: 'ownerStaffId', op: 'not_empty' }, []],
])('it is filtered by %s', async (_, filter, expected) => {
  expect(await names(filter)).toEqual(expected);
});

test('a filter by an owner takes only ids', async () => {
  const filter = { field: 'ownerStaffId', op: 'is' as const, value: 'nobody' };
  expect((await call(list, { columns: ['name'], filter })).body.code).toBe('kernel.bad_condition');
});

test('it stands in groups by what belongs to a subscriber, too', async () => {
  const { body } = await call(list, { columns: ['name'], groupBy: 'city' });
  expect(body.groups).toEqual([
    { value: 'Северск', label: 'Северск', count: 1, isEstimate: false },
    { value: 'Томск', label: 'Томск', count: 1, isEstimate: false },
    { value: null, count: 1, isEstimate: false },
  ]);
});

test('names stand by the alphabet, page after page, and their index serves it', async () => {
  const family = ['Жук', 'Ёлкин', 'еж', 'Еж', 'Ежов', 'Аист', 'аист', 'Zorin', 'Елкин'];
  for (const lastName of family) await add({ lastName, firstName: 'Ю', taxNumber: '70' });
  const query = {
    columns: ['name'],
    filter: { field: 'taxNumber', op: 'is' as const, value: '70' },
    sort: { field: 'name', direction: 'asc' as const },
    limit: 2,
  };
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await call(list, { ...query, ...(cursor ? { cursor } : {}) });
    seen.push(...body.rows.map(({ cells }) => String(cells['name']).split(' ')[0]!));
    cursor = body.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual('аист Аист еж Еж Ежов Елкин Ёлкин Жук Zorin'.split(' '));
  const { rows } = await sql<{ 'QUERY PLAN': string }>`
    explain select id from subscribers where merged_into_id is null
    and (display_name, id) > ('Ёлкин Ю', 5) order by display_name, id limit 50`.execute(
    world.ctx.db,
  );
  const plan = rows.map((row) => row['QUERY PLAN']).join(' ');
  expect(plan).toMatch(/subscribers_name/);
  expect(plan).not.toContain('Sort');
});

test('those merged away are not listed, and their phones belong to the successor', async () => {
  const into = await add({ lastName: 'Громов', status: 'active' });
  const from = await add({
    lastName: 'Громова',
    contacts: [{ kind: 'phone', value: '+79131110077' }],
  });
  await call('POST /api/subscribers/{id}/merge', { id: into, fromId: from });
  const filter = { field: 'phone', op: 'is' as const, value: '+79131110077' };
  const { body } = await call(list, { columns: ['phone'], filter });
  expect(body.rows).toEqual([{ id: into, cells: { phone: '+79131110077' } }]);
});

test('a person sees the subscribers that a permission reaches, in list, count and search', async () => {
  const own = await signedIn(world, { permissions: { 'subscribers.view': 'own' } });
  await add({ lastName: 'Единственный', status: 'active', ownerStaffId: own.staffId });
  const { body } = await call(list, { columns: ['name'] }, own.as);
  expect(body.rows.map(({ cells }) => cells['name'])).toEqual(['Единственный Тест']);
  const found = await world.via(searchApi)('GET /api/search', { q: 'абрамова' }, own.as);
  expect(found.body.results).toEqual([]);
});

test('only who may take data away gets a file', async () => {
  const agent = await signedIn(world, { role: 'agent' });
  const query = JSON.stringify({ columns: ['name'] });
  const url = `/api/subscribers/export?format=csv&query=${encodeURIComponent(query)}`;
  const refused = await world.request({ method: 'GET', url, headers: agent.as });
  expect(refused.statusCode).toBe(403);
  const administrator = await signedIn(world);
  const given = await world.request({
    method: 'GET',
    url,
    headers: { ...administrator.as, 'accept-language': 'ru' },
  });
  expect(given.payload.split('\r\n')[0]).toBe('\u{FEFF}Имя');
  expect(given.payload).toContain('Абрамова Анна');
});
