import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { bearsLabel, labelsOf } from './labels-of.ts';
import { setLabels } from './set-labels.ts';
import { sql } from 'kysely';

let world: World;
let call: ReturnType<typeof world.via<typeof api>>;
let boss: SignedIn;

beforeAll(async () => {
  world = await createWorld();
  call = world.via(api);
  boss = await signedIn(world, { permissions: ['work.labels'] });
});
afterAll(() => world.close());

const make = async (name: string): Promise<number> =>
  (await call('POST /api/labels', { name, color: 'blue' }, boss.as)).body.id;
const listed = async () => (await call('GET /api/labels', {}, boss.as)).body.labels;
const on = (id: number) => ({ entity: 'things', id });
const shown = async (id: number): Promise<string[]> => {
  const { rows } = await sql<{ labels: { name: string }[] }>`
    select ${labelsOf('things', sql`${id}::bigint`)} as labels`.execute(world.ctx.db);
  return rows[0]!.labels.map(({ name }) => name);
};
const found = async (labelId: number): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    select id from generate_series(1, 9) as t (id)
    where  ${bearsLabel('things', sql`t.id`, labelId)} order by id`.execute(world.ctx.db);
  return rows.map(({ id }) => id);
};

test('a label is put on and taken off once, whatever is repeated', async () => {
  const id = await make('Авария');
  expect(await setLabels(world.ctx, on(1), { add: [id] })).toMatchObject({
    value: { added: ['Авария'], removed: [] },
  });
  expect(await setLabels(world.ctx, on(1), { add: [id] })).toMatchObject({ value: { added: [] } });
  expect(await shown(1)).toEqual(['Авария']);
  expect(await shown(2)).toEqual([]);
  expect(await setLabels(world.ctx, on(1), { remove: [id] })).toMatchObject({
    value: { removed: ['Авария'] },
  });
  expect(await shown(1)).toEqual([]);
});

test('a merged label is shown and found as the other, and parted again it is itself', async () => {
  const [old, into] = [await make('Платёж'), await make('Оплата')];
  await setLabels(world.ctx, on(3), { add: [old] });
  await setLabels(world.ctx, on(4), { add: [into, old] });
  expect(
    (await call('POST /api/labels/{id}/merge', { id: old, intoId: into }, boss.as)).status,
  ).toBe(200);
  expect([await shown(3), await shown(4)]).toEqual([['Оплата'], ['Оплата']]);
  expect(await found(into)).toEqual([3, 4]);
  expect((await listed()).find(({ id }) => id === old)?.mergedInto).toEqual({
    id: into,
    name: 'Оплата',
  });
  expect((await setLabels(world.ctx, on(5), { add: [old] })).ok).toBe(false);
  const crosswise = await call('POST /api/labels/{id}/merge', { id: into, intoId: old }, boss.as);
  expect(crosswise.body.code).toBe('work.label_cannot_merge');
  await call('POST /api/labels/{id}/unmerge', { id: old }, boss.as);
  expect([await shown(3), await shown(4)]).toEqual([['Платёж'], ['Оплата', 'Платёж']]);
  expect(await found(into)).toEqual([4]);
});

test('an archived label stays where it is and is put on nothing more', async () => {
  const id = await make('Акция');
  await setLabels(world.ctx, on(6), { add: [id] });
  await call('PUT /api/labels/{id}', { id, isArchived: true }, boss.as);
  expect(await shown(6)).toEqual(['Акция']);
  expect((await setLabels(world.ctx, on(7), { add: [id] })).ok).toBe(false);
  expect(await make('акция')).toBeGreaterThan(id);
  const back = await call('PUT /api/labels/{id}', { id, isArchived: false }, boss.as);
  expect(back.body.code).toBe('work.label_name_taken');
  await call('PUT /api/labels/{id}', { id, isArchived: false, name: 'Акция весны' }, boss.as);
  expect(await shown(6)).toEqual(['Акция весны']);
});

test('names differ, and labels are an administrator’s', async () => {
  await make('Монтаж');
  const twin = await call('POST /api/labels', { name: ' МОНТАЖ ' }, boss.as);
  expect(twin.body).toMatchObject({ code: 'work.label_name_taken' });
  const agent = await signedIn(world, { role: 'agent' });
  expect((await call('POST /api/labels', { name: 'Моё' }, agent.as)).status).toBe(403);
  expect((await call('PUT /api/labels/{id}', { id: 1 }, agent.as)).status).toBe(403);
  expect((await call('GET /api/labels', {}, agent.as)).status).toBe(200);
  expect((await call('PUT /api/labels/{id}', { id: 99_999, name: 'Нет' }, boss.as)).status).toBe(
    404,
  );
});
