import { afterAll, beforeAll, expect, it } from 'vitest';
import { asWriter, heard, probe, worked } from '../../testing/probe.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { hearEvents } from '../events/feed.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld({ BEREG_OPERATORS: 'main;tomsk=tomsk.example.org' }, [probe]);
});
afterAll(() => world.close());

const write = (host: string, text: string): Promise<unknown> =>
  world.request({
    method: 'POST',
    url: '/api/probe/notes',
    payload: { text },
    headers: { ...asWriter, host, 'x-requested-with': 'bereg', 'idempotency-key': 'one key' },
  });

it('keeps two operators side by side apart: rows, keys, jobs, readers', async () => {
  await write('localhost', 'main');
  await write('tomsk.example.org', 'to tomsk');
  const [main, tomsk] = world.installation.operators;
  if (!main || !tomsk) throw new Error('there are two');
  const counts = await Promise.all(
    [main, tomsk].map(({ pool }) =>
      pool.query<{ ids: number[] }>(
        "select array_agg(subject_id::int) as ids from events where type = 'probe.noted'",
      ),
    ),
  );
  expect(counts.map((count) => count.rows[0]?.ids)).toEqual([[4], [8]]);
  await world.runJobs();
  expect(worked.toSorted()).toEqual(['main', 'to tomsk']);
  await hearEvents(world.installation.systemCtx(tomsk, 'test'), 'probe', probe.hears ?? {});
  expect(heard).not.toContain(4);
  const strays = await main.pool.query(
    `select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where  n.nspname = 'public' and c.relkind in ('r', 'p')`,
  );
  expect(strays.rows).toEqual([]);
});
