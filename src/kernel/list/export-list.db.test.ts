import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asAll, asOwn, makeThings, putThings, thingsWiring } from '../../testing/things.ts';
import { createWorld, type World } from '../../testing/world.ts';
import type { ListQuery } from './api.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({}, [thingsWiring]);
  await makeThings(world);
});
afterAll(() => world.close());

const download = async (query: ListQuery, as: Record<string, string> = asAll, format = 'csv') => {
  const response = await world.request({
    method: 'GET',
    url: '/api/things/export',
    query: { query: JSON.stringify(query), format },
    headers: as,
  });
  return { status: response.statusCode, text: response.payload, headers: response.headers };
};

test('a file for a Russian reader has semicolons, decimal commas and no formulas', async () => {
  await putThings(world, [
    {
      name: '=HYPERLINK("http://evil")',
      kind: 'odd',
      weight: 1.5,
      priceMinor: -1230,
      madeOn: '2026-03-01',
      seenAt: '2026-03-01T06:00:00Z',
      isBroken: true,
      phones: ['+79130000001'],
    },
    { name: 'Стол; "дубовый"\nстарый', attributes: { colour: '-1+1' } },
    { name: '@SUM(A1)', weight: -2 },
  ]);
  const columns = 'name weight price made seen broken phone attributes.colour'.split(' ');
  const { text, headers } = await download({ columns }, { ...asAll, 'accept-language': 'ru' });
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(headers['content-disposition']).toContain('things.csv');
  const [head, ...lines] = text.split('\r\n');
  expect(head).toMatch(/^\u{FEFF}.*;Цвет$/u);
  expect(lines).toEqual([
    `"'=HYPERLINK(""http://evil"")";1,5;-12,30;2026-03-01;2026-03-01 09:00:00;да;+79130000001;`,
    `"Стол; ""дубовый""\nстарый";;;;;;;'-1+1`,
    "'@SUM(A1);-2;;;;;;",
    '',
  ]);
});

test('a file has the rows of the list, in its order and with its row access', async () => {
  await putThings(world, [
    { name: 'б', kind: 'big', ownerStaffId: 1 },
    { name: null, kind: 'big', ownerStaffId: 1 },
    { name: 'а', kind: 'odd', ownerStaffId: 1 },
    { name: 'в', kind: 'big' },
  ]);
  const query: ListQuery = {
    columns: ['name'],
    groupBy: 'kind',
    sort: { field: 'name', direction: 'desc' },
  };
  const { text } = await download(query, { ...asOwn, 'accept-language': 'en' });
  expect(text.split('\r\n').slice(1)).toEqual(['б', '', 'а', '']);
});

test('thousands of rows leave in batches, and the journal knows how many', async () => {
  await putThings(world, []);
  await sql`insert into things (name) select i::text from generate_series(1, 3500) i`.execute(
    world.ctx.db,
  );
  const filter = { field: 'name', op: 'is_not' as const, value: '7' };
  const { text } = await download({ columns: ['name'], filter });
  const names = text.trim().split('\r\n').slice(1);
  expect(names).toHaveLength(3499);
  expect(new Set(names).size).toBe(3499);
  const event = await world.ctx.db
    .selectFrom('events')
    .select(['facts', 'actorStaffId'])
    .where('type', '=', 'things.exported')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  expect(event).toEqual({
    actorStaffId: 1,
    facts: {
      columns: ['name'],
      asked: ['name is_not'],
      format: 'csv',
      rows: 3499,
      isComplete: true,
    },
  });
});

test('what may not be asked is refused before anything leaves', async () => {
  const { status, text } = await download({ columns: ['secret'] });
  expect(status).toBe(422);
  expect(text).toContain('kernel.unknown_field');
});

test('a reader that breaks off leaves a note and frees its connection', async () => {
  await sql`
    insert into things (name)
    select repeat('x', 500) from generate_series(1, 60000)`.execute(world.ctx.db);
  const { port } = await listening();
  const query = encodeURIComponent(JSON.stringify({ columns: ['name'] }));
  const url = `http://127.0.0.1:${port}/api/things/export?format=csv&query=${query}`;
  const response = await fetch(url, { headers: asAll });
  const reader = response.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  await expect
    .poll(
      async () => {
        const event = await world.ctx.db
          .selectFrom('events')
          .select('facts')
          .where('type', '=', 'things.exported')
          .orderBy('id', 'desc')
          .executeTakeFirstOrThrow();
        return (event.facts as { isComplete: boolean }).isComplete;
      },
      { timeout: 10_000 },
    )
    .toBe(false);
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pg_stat_activity
    where datname = current_database() and state like 'idle in transaction%'`.execute(world.ctx.db);
  expect(rows[0]?.count).toBe(0);
});

async function listening(): Promise<{ port: number }> {
  await world.app.listen({ port: 0, host: '127.0.0.1' });
  const address = world.app.server.address();
  return { port: typeof address === 'object' && address ? address.port : 0 };
}
