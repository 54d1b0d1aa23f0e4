import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { address as addressOf, end, type Program, run } from '../../testing/programs.ts';
import { signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { ask } from '../testing/desk.ts';
import { api } from '../api.ts';

// The whole program starts once.
vi.setConfig({ testTimeout: 60_000 });

let world: World;
let program: Program | undefined;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  if (program) await end(program, 'SIGKILL');
  await world.close();
});

test('a draft that the server has taken outlives its sudden end', async () => {
  const me = await signedIn(world);
  const entityId = await ask(world);
  program = run(['src/main.ts'], {
    BEREG_DATA_DIR: world.installation.config.dataDir,
    DATABASE_URL: world.url,
  });
  const address = await addressOf(program);
  const text = 'Здравствуйте, Ольга! Мастер';
  const draft = {
    entity: 'conversations',
    entityId,
    kind: 'reply',
    text,
    writing: 'a',
    version: 0,
  };
  const answer = await fetch(`${address}/api/drafts`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'bereg', ...me.as },
    body: JSON.stringify(draft),
  });
  expect(answer.status).toBe(200);
  await end(program, 'SIGKILL');

  const call = world.via(api);
  const { body } = await call('GET /api/conversations/{id}', { id: entityId }, me.as);
  expect(body.drafts).toMatchObject([{ kind: 'reply', text }]);
  const list = await call('GET /api/conversations', { queue: 'all' }, me.as);
  expect(list.body.rows).toMatchObject([{ id: entityId, hasDraft: true }]);
  const other = await signedIn(world);
  expect(
    (await call('GET /api/conversations', { queue: 'all' }, other.as)).body.rows,
  ).toMatchObject([{ hasDraft: false }]);
  await call('POST /api/conversations/{id}/notes', { id: entityId, text, writing: 'b' }, me.as);
  const after = await call('GET /api/conversations/{id}', { id: entityId }, me.as);
  expect(after.body.drafts.find(({ kind }) => kind === 'reply')?.text).toBe(text);
});
