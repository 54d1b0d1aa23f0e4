import { afterAll, beforeAll, expect, test } from 'vitest';
import { inBulkTransaction } from '../kernel/db/bulk.ts';
import { type SignedIn, signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';
import { bulkLoad } from './bulk-load.ts';
import { ask, post } from './testing/desk.ts';

let world: World;
let boss: SignedIn;
let ids: number[];
beforeAll(async () => {
  world = await createWorld();
  boss = await signedIn(world);
  const openedAt = new Date('2026-02-01T06:00:00Z');
  const one = {
    channel: 'site_form',
    subscriberId: null,
    subject: 'Нет интернета',
    text: 'Второй день нет интернета',
    openedAt,
    closedAt: new Date('2026-02-01T07:00:00Z'),
    outcome: 'reached',
    touch: { seconds: 40, staffId: boss.staffId },
  };
  ids = await inBulkTransaction(world.ctx, (ctx) => bulkLoad(ctx, [one, one, one]));
});
afterAll(() => world.close());

const open = (id: number) => world.via(api)('GET /api/conversations/{id}', { id }, boss.as);

test('after a base was loaded a form still becomes a request with a number of its own', async () => {
  const { body } = await post(world);
  expect(body.number).toBeGreaterThan(0);
  const rows = await world.ctx.db.selectFrom('conversations').select('number').execute();
  expect(new Set(rows.map(({ number }) => number)).size).toBe(4);
  expect((await open(await ask(world))).status).toBe(200);
});

test('a loaded conversation opens, and can be worked on again', async () => {
  const [id = 0] = ids;
  const loaded = await open(id);
  expect(loaded.status).toBe(200);
  expect(loaded.body).toMatchObject({ subject: 'Нет интернета', callState: 'done', attempts: [] });
  const call = world.via(api);
  const reopen = { id, version: loaded.body.version };
  expect((await call('POST /api/conversations/{id}/reopen', reopen, boss.as)).status).toBe(200);
  const { version } = (await open(id)).body;
  const done = { id, version, outcome: 'reached' as const };
  const recorded = await call('POST /api/conversations/{id}/outcome', done, boss.as);
  expect(recorded.body.state).toBe('closed');
});

test('what is asked of the report has a measure', async () => {
  const much = { from: '2026-01-01', to: '2026-03-31', overSeconds: 9_999_999_999 };
  const answer = await world.via(api)('GET /api/conversations/first-touch/rows', much, boss.as);
  expect(answer.status).toBe(422);
});
