import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { address as addressOf, end, type Program, run } from '../testing/programs.ts';
import { createWorld, type World } from '../testing/world.ts';

// The whole program starts twice.
vi.setConfig({ testTimeout: 120_000 });

let world: World;
let programs: Program[] = [];

beforeAll(async () => {
  world = await createWorld();
});

afterAll(async () => {
  for (const program of programs) await end(program, 'SIGKILL');
  programs = [];
  await world.close();
});

/** Starts the program on this test's database, as `npm start` does, and says its address. */
async function launch(): Promise<{ program: Program; address: string }> {
  const program = run(['src/main.ts'], {
    BEREG_DATA_DIR: world.installation.config.dataDir,
    DATABASE_URL: world.url,
  });
  programs.push(program);
  return { program, address: await addressOf(program) };
}

const form = { name: 'Ольга', phone: '+79123456789', wanted: 'Интернет', consent: true };
const send = (address: string): Promise<Response> =>
  fetch(`${address}/api/public/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'in-the-midst' },
    body: JSON.stringify(form),
  });
const statesOfRaw = async (): Promise<string[]> =>
  (await world.ctx.db.selectFrom('rawMessages').select('state').execute()).map((row) => row.state);
const conversations = () => world.ctx.db.selectFrom('conversations').selectAll().execute();

test('a request whose server is killed before it is understood is taken up once', async () => {
  const { program, address } = await launch();
  // Whoever understands a request writes its words: held here, it stays half-way.
  const holder = new pg.Client({ connectionString: world.url });
  await holder.connect();
  await holder.query(`set search_path = ${world.ctx.operator.schema}`);
  await holder.query('begin; lock table messages in access exclusive mode');
  const unanswered = send(address).catch(() => null);
  await vi.waitFor(async () => expect(await statesOfRaw()).toEqual(['waiting']), 20_000);
  await end(program, 'SIGKILL');
  expect(await unanswered).toBeNull();
  await holder.query('rollback');
  await holder.end();
  expect(await conversations()).toEqual([]);

  const again = await launch();
  await vi.waitFor(async () => expect(await statesOfRaw()).toEqual(['understood']), 20_000);
  const [one, ...others] = await conversations();
  expect(others).toEqual([]);
  expect(one).toMatchObject({ sender: form.phone, state: 'open' });
  const repeated = await send(again.address);
  expect(repeated.status).toBe(202);
  expect(await repeated.json()).toMatchObject({ number: one?.number });
  expect(await conversations()).toHaveLength(1);
  expect(await world.ctx.db.selectFrom('messages').selectAll().execute()).toHaveLength(1);
});
