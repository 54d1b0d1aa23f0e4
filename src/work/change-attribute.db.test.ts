import { sql } from 'kysely';
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
type New = Parameters<typeof call<'POST /api/attributes'>>[1];
const make = async (input: Partial<New> & { label: string }): Promise<number> =>
  (await call('POST /api/attributes', { entity, type: 'text', ...input }, boss.as)).body.id;
const change = (input: Parameters<typeof call<'PUT /api/attributes/{id}'>>[1]) =>
  call('PUT /api/attributes/{id}', input, boss.as);
const stateOf = async (id: number) => {
  const { attributes } = (await call('GET /api/attributes', { entity }, boss.as)).body;
  return attributes.find((one) => one.id === id)!;
};
const indexOf = async (id: number): Promise<string | undefined> => {
  const { rows } = await sql<{ line: string }>`
    select pg_get_indexdef(to_regclass(${`attribute_${id}`})) as line`.execute(world.ctx.db);
  return rows[0]?.line;
};

test('a fast attribute gets its index in the background, and loses it again', async () => {
  const id = await make({ label: 'Скорость', type: 'number', isFast: true });
  expect(await stateOf(id)).toMatchObject({ isFast: true, indexState: 'building' });
  await world.runJobs();
  expect(await stateOf(id)).toMatchObject({ isFast: true, indexState: 'ready' });
  expect(await indexOf(id)).toMatch(/'skorost'.*numeric.*, id\).*merged_into_id IS NULL/s);

  await change({ id, isFast: false });
  expect((await stateOf(id)).indexState).toBe('none');
  await world.runJobs();
  expect(await indexOf(id)).toBeNull();
});

test('an index left half-built by a kill is built anew', async () => {
  const id = await make({ label: 'Узел' });
  await signedIn(world);
  // A unique index over what is not unique fails in the end and is left behind, invalid.
  const broken = sql`create unique index concurrently ${sql.id(`attribute_${id}`)}
    on staff (load_limit)`.execute(world.ctx.db);
  await expect(broken).rejects.toThrow('could not create unique index');
  expect(await indexOf(id)).toContain('staff');
  await change({ id, isFast: true });
  await world.runJobs();
  expect(await indexOf(id)).toContain("'uzel'");
});

test('the condition that lists ask is served by the index', async () => {
  const id = await make({ label: 'Подъезд', type: 'text', isFast: true });
  await world.runJobs();
  const { rows } = await world.ctx.db.transaction().execute(async (db) => {
    await sql`set local enable_seqscan = off`.execute(db);
    return sql<{ 'QUERY PLAN': string }>`
      explain select id from subscribers
      where (attributes ->> 'podezd') = '3' and merged_into_id is null`.execute(db);
  });
  expect(JSON.stringify(rows)).toContain(`attribute_${id}`);
});

test('an archived attribute keeps its key but gives up its label and index', async () => {
  const id = await make({ label: 'Этаж', isFast: true });
  await world.runJobs();
  expect((await change({ id, isArchived: true })).status).toBe(200);
  await world.runJobs();
  expect(await indexOf(id)).toBeNull();
  expect(await stateOf(id)).toMatchObject({ isArchived: true, indexState: 'none' });
  const other = await make({ label: 'Этаж' });
  expect((await stateOf(other)).key).toBe('etazh_2');
  const back = await change({ id, isArchived: false });
  expect(back).toMatchObject({ status: 409, body: { code: 'work.attribute_label_taken' } });
});

test('twelve fast attributes of an entity are the most', async () => {
  for (let i = 0; i < 12; i += 1) await make({ label: `Быстрый ${i}`, isFast: true });
  const id = await make({ label: 'Тринадцатый' });
  const refused = await change({ id, isFast: true });
  expect(refused).toMatchObject({ status: 409, body: { code: 'work.too_many_fast_attributes' } });
});

test('it takes the permission, and there must be such an attribute', async () => {
  const agent = await signedIn(world, { permissions: [] });
  expect((await call('PUT /api/attributes/{id}', { id: 1 })).status).toBe(401);
  expect((await call('PUT /api/attributes/{id}', { id: 1 }, agent.as)).status).toBe(403);
  expect((await change({ id: 999_999, label: 'Нет' })).status).toBe(404);
});
