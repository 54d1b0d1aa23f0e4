import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../testing/world.ts';
import { signedIn } from '../testing/staff.ts';
import { api } from './api.ts';
import { ask, minute, pass, post, readyAgent } from './testing/desk.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('a request is offered, passed on, escalated, taken, called and reported', async () => {
  const call = world.via(api);
  const first = await readyAgent(world, { role: 'agent', name: 'Первая' });
  const second = await readyAgent(world, { role: 'agent', name: 'Второй' });
  const supervisor = await signedIn(world, { role: 'supervisor' });
  const id = await ask(world, { name: 'Ольга Зайцева', wanted: 'Интернет в частный дом' });

  const mine = (as: Record<string, string>) => call('GET /api/conversations/offer', {}, as);
  await pass(world, 1);
  const offers = [await mine(first.as), await mine(second.as)].map(({ body }) => body.offer?.id);
  expect(offers.filter((one) => one === id)).toHaveLength(1);
  const [before, after] = offers[0] === id ? [first, second] : [second, first];

  await pass(world, 15);
  expect((await mine(before.as)).body.offer).toBeNull();
  expect((await mine(after.as)).body.offer?.id).toBe(id);
  expect((await mine(supervisor.as)).body.escalated).toEqual([]);
  await pass(world, 31);
  expect((await mine(supervisor.as)).body.escalated).toEqual([]);
  await pass(world, 1);
  const escalated = (await mine(supervisor.as)).body.escalated[0];
  expect(escalated).toMatchObject({ id, who: 'Ольга Зайцева', owner: null });
  expect(new Date(escalated!.escalatedAt!).getTime() - Date.parse(escalated!.openedAt)).toBe(
    48_000,
  );

  expect((await call('POST /api/conversations/{id}/take', { id }, first.as)).status).toBe(200);
  const opened = (await call('GET /api/conversations/{id}', { id }, first.as)).body;
  expect(opened).toMatchObject({ isMine: true, touchedAt: null, whoseTurn: 'ours' });
  expect(opened.dialUri).toBe(`tel:${opened.phone}`);

  await pass(world, 4);
  const started = await call('POST /api/conversations/{id}/calls', { id }, first.as);
  expect(started.body).toMatchObject({ isFirstTouch: true, dialUri: opened.dialUri });
  await pass(world, minute);
  const outcome = await call(
    'POST /api/conversations/{id}/outcome',
    { id, version: started.body.version, outcome: 'reached', note: 'Подключаем в среду' },
    first.as,
  );
  expect(outcome.body).toMatchObject({ state: 'closed', nextTryAt: null });

  const period = { from: '2026-03-02', to: '2026-03-02' };
  const report = (await call('GET /api/conversations/first-touch', period, supervisor.as)).body;
  expect(report.total).toMatchObject({ count: 1, within: 1, late: 0, medianSeconds: 52 });
  expect(report.agents).toMatchObject([{ name: 'Первая', count: 1, within: 1 }]);
  const rows = await call(
    'GET /api/conversations/first-touch/rows',
    { ...period, standing: 'within', upToSeconds: 60, overSeconds: 30, hour: 9 },
    supervisor.as,
  );
  expect(rows.body.rows.map((row) => row.id)).toEqual([id]);
});

test('of two who take it at once one gets it and the other hears who', async () => {
  const call = world.via(api);
  const people = [await readyAgent(world), await readyAgent(world)];
  const id = await ask(world);
  const takes = await Promise.all(
    people.map((one) => call('POST /api/conversations/{id}/take', { id }, one.as)),
  );
  expect(takes.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  const loser = takes.find(({ status }) => status === 409)!;
  expect(loser.body).toMatchObject({ code: 'conversations.already_taken' });
  expect(loser.body.title).toMatch(/Сотрудник \d+/);
});

test('the same form posted twice at once is one request', async () => {
  const key = { 'idempotency-key': 'form-1' };
  const form = { phone: '+79123456701' };
  const answers = await Promise.all([post(world, form, key), post(world, form, key)]);
  expect(answers.map(({ status }) => status)).toEqual([202, 202]);
  expect(answers[0].body.number).toBe(answers[1].body.number);
  const again = await post(world, form, key);
  expect(again.body.number).toBe(answers[0].body.number);
  const other = await post(world, { ...form, wanted: 'Другое' }, key);
  expect(other.body).toMatchObject({ code: 'kernel.key_reused' });
});

test('a long conversation is shown from its newest end, and what was before is asked for', async () => {
  const call = world.via(api);
  const { as } = await signedIn(world);
  const id = await ask(world, { wanted: 'Самое первое' });
  // Two of each moment, so that a page ends between two of one moment.
  await world.ctx.pool.query(
    `insert into messages (conversation_id, direction, text, happened_at)
     select id, 'in', 'Слово ' || n, opened_at + (n / 2 + 1) * interval '1 second'
     from   conversations, generate_series(1, 1200) n where id = $1`,
    [id],
  );
  const textsOf = (rows: readonly { text: string }[]): string[] => rows.map(({ text }) => text);
  const first = (await call('GET /api/conversations/{id}', { id }, as)).body;
  expect(first.messages.at(-1)?.text).toBe('Слово 1200');
  expect(first.messages.length).toBeLessThan(510);
  const all = textsOf(first.messages);
  let before = first.earlierBefore;
  while (before !== null) {
    const { body } = await call('GET /api/conversations/{id}/earlier', { id, before }, as);
    all.unshift(...textsOf(body.messages));
    before = body.earlierBefore;
  }
  const words = Array.from({ length: 1200 }, (_, at) => `Слово ${at + 1}`);
  expect(all).toEqual(['Самое первое', ...words]);
});
