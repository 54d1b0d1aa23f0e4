import { stat } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asWriter, heard, probe, worked } from '../../testing/probe.ts';
import { firstLink } from '../../testing/sign-in.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { hearEvents } from '../events/feed.ts';
import { appendErasures } from '../files/erasures.ts';

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

it('answers for nobody under a name that nobody has', async () => {
  const me = (host: string) => world.request({ url: '/api/me', headers: { host } });
  for (const host of ['www.tomsk.example.org', 'nowhere.example.org']) {
    const answer = await me(host);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
      421,
      'kernel.unknown_host',
    ]);
  }
  for (const host of ['localhost', '127.0.0.1:3000', 'tomsk.example.org.']) {
    expect((await me(host)).statusCode).toBe(401);
  }
  expect((await world.request({ url: '/healthz', headers: { host: 'x.test' } })).statusCode).toBe(
    200,
  );
});

it('greets each operator with a link to its own address', async () => {
  await firstLink(world);
  const [main, tomsk] = world.installation.greetings
    .slice(-2)
    .map((line) => line('http://127.0.0.1:3000'));
  expect(main).toContain('http://127.0.0.1:3000/');
  expect(tomsk).toContain('http://tomsk.example.org:3000/');
});

it('keeps its files from other accounts of the machine', async () => {
  const [main] = world.installation.operators;
  if (!main) throw new Error('there is one');
  const { folder, temporary, erasures } = main.files;
  await appendErasures(main.files, [
    { subscriberId: 1, createdAt: '2026-01-01T00:00:00Z', erasedAt: '2026-01-02T00:00:00Z' },
  ]);
  const modes = await Promise.all(
    [folder ?? '', temporary, erasures].map(async (path) => (await stat(path)).mode & 0o777),
  );
  expect(modes).toEqual([0o700, 0o700, 0o600]);
});
