import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('a connection that breaks while it is lent out fails its work and nothing else', async () => {
  const { pool } = world.ctx;
  const lent = await pool.connect();
  // One that hears of it is there already: else the process would end here.
  expect(lent.listenerCount('error')).toBeGreaterThan(0);
  const { rows } = await lent.query<{ pid: number }>('select pg_backend_pid() as pid');
  const broken = new Promise((resolve) => void lent.once('end', resolve));
  await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await broken;
  await expect(lent.query('select 1')).rejects.toThrow(/connection|terminated/i);
  lent.release(true);
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});
