import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { untilWaiting } from '../../testing/until-waiting.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { importSteps } from '../testing/import-steps.ts';
import { makeFindable, newestOf } from './make-findable.ts';

let world: World;
let steps: ReturnType<typeof importSteps>;
beforeAll(async () => {
  world = await createWorld();
  steps = importSteps(world, (await signedIn(world)).as);
});
afterAll(() => world.close());

async function findable(): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select ref_id as id from search_entries where kind = 'subscriber' order by ref_id`.execute(
    world.ctx.db,
  );
  return rows.map((row) => row.id);
}

const lose = (ids: readonly number[]) =>
  sql`delete from search_entries where ref_id = any(${[...ids]}::bigint[])`.execute(world.ctx.db);

test('only those whom a killed step left out are put into the search, and nobody else', async () => {
  const { id } = await steps.bring(
    'Лицевой счёт;ФИО\n1;Ким Анна\n2;Цой Анна\n3;Пак Анна\n4;Ли Анна\n',
  );
  const ids = (await newestOf(world.ctx, id, 10)).toReversed();
  expect(await findable()).toEqual(ids);
  const [kept = 0, left = 0, merged = 0, erased = 0] = ids;
  await lose([left, merged, erased]);
  await sql`update subscribers set merged_into_id = ${kept}, root_id = ${kept}
            where id = ${merged}`.execute(world.ctx.db);
  await sql`update subscribers set erased_at = now() where id = ${erased}`.execute(world.ctx.db);
  await makeFindable(world.ctx, ids);
  expect(await findable()).toEqual([kept, left]);
  await makeFindable(world.ctx, ids);
  expect(await findable()).toEqual([kept, left]);
});

test('whoever is being erased meanwhile is waited for, and stays out', async () => {
  const { id } = await steps.bring('Лицевой счёт;ФИО\n5;Юн Анна\n');
  const ids = await newestOf(world.ctx, id, 1);
  const before = await findable();
  await lose(ids);
  const client = await world.ctx.pool.connect();
  await client.query('begin');
  await client.query('select from subscribers where id = any($1) for update', [ids]);
  const making = makeFindable(world.ctx, ids);
  await untilWaiting(world);
  await client.query('update subscribers set erased_at = now() where id = any($1)', [ids]);
  await client.query('commit');
  client.release();
  await making;
  expect(await findable()).toEqual(before.filter((one) => !ids.includes(one)));
});
