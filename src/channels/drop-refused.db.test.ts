import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';
import { dropRefused } from './drop-refused.ts';
import { MOST_TRIES } from './take-up.ts';

const KEPT_DAYS = 30;
let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const form = { name: 'Ольга', phone: '8 (912) 345-67-89', wanted: 'Интернет', consent: true };
const post = async (input: object = {}): Promise<number | null> => {
  const sent = await world.via(api)('POST /api/public/requests', { ...form, ...input });
  return sent.body.number;
};
const kept = async (): Promise<string[]> => {
  const { rows } = await sql<{ who: string }>`
    select state || ' ' || (payload ->> 'name') as who from raw_messages order by id`.execute(
    world.ctx.db,
  );
  return rows.map(({ who }) => who);
};
const night = () => dropRefused.run(world.ctx, {});

/** A message that could not be understood however often it was tried. */
const postPoison = (name: string): Promise<void> => failing(() => post({ name }));

/** Lets what comes in or is waiting fail until it is put aside. */
async function failing(comesIn: () => Promise<unknown>): Promise<void> {
  await sql`alter table messages rename to messages_away`.execute(world.ctx.db);
  await comesIn();
  for (let i = 0; i < MOST_TRIES; i += 1) {
    world.clock.advance({ seconds: 600 });
    await world.tick('channels.take_up');
  }
  await sql`alter table messages_away rename to messages`.execute(world.ctx.db);
}

/** Goes to the moment that is so many seconds after the last second for which `since` is kept. */
function moveToEndOf(since: Date, seconds: number): void {
  world.clock.moveTo(new Date(since.getTime() + KEPT_DAYS * 86_400_000 + seconds * 1000));
}

test('nothing is deleted until somebody sets a term, and then only what was refused', async () => {
  const { as } = await signedIn(world);
  const call = world.via(api);
  const route = 'PUT /api/channels/keeping';
  await post({ name: 'Давний бот', website: 'https://spam.example' });
  world.clock.advance({ seconds: 400 * 86_400 });
  await night();
  expect(await kept()).toEqual(['refused Давний бот']);
  const before = (await call('GET /api/channels/keeping', {}, as)).body;
  expect(before.refusedKeptDays).toBeNull();
  const term = { refusedKeptDays: KEPT_DAYS, version: before.version };
  const narrow = await signedIn(world, { permissions: { 'channels.view': 'all' } });
  expect((await call(route, term, narrow.as)).status).toBe(403);
  expect((await call(route, term, as)).status).toBe(200);
  expect((await call(route, term, as)).body.code).toBe('channels.changed_meanwhile');
  await night();
  expect(await kept()).toEqual([]);
});

test('what became no request is gone after its days, and a request stays', async () => {
  const first = world.clock.now();
  await post({ name: 'Соседка' });
  await post({ name: 'Бот', website: 'https://spam.example' });
  await postPoison('Яд');
  await postPoison('Спасённый');
  const { as } = await signedIn(world);
  const call = world.via(api);
  const aside = (await call('GET /api/channels/messages', {}, as)).body.rows;
  const saved = aside.find(({ name }) => name === 'Спасённый')!;
  await call('POST /api/channels/messages/{id}/retry', { id: saved.id }, as);

  moveToEndOf(first, 0);
  await post({ name: 'Новый бот', website: 'https://spam.example' });
  await night();
  expect(await kept()).toEqual([
    'understood Соседка',
    'refused Бот',
    'quarantined Яд',
    'waiting Спасённый',
    'refused Новый бот',
  ]);
  moveToEndOf(first, 86_400);
  await night();
  const rest = ['understood Соседка', 'quarantined Яд', 'waiting Спасённый', 'refused Новый бот'];
  expect(await kept()).toEqual(rest);
  const left = await call('GET /api/channels/messages', {}, as);
  expect(left.body.counts).toEqual({ quarantined: 1, refused: 1, waiting: 1 });
  expect((await call('GET /api/channels', {}, as)).body.form.undecided).toBe(1);
  // Waiting, it is nobody's to forget: it becomes a request.
  await world.tick('channels.take_up');
  expect(await kept()).toContain('understood Спасённый');
});

test('its days count from when somebody said that it is no request', async () => {
  const came = world.clock.now();
  await postPoison('Упрямый');
  const { as } = await signedIn(world);
  const call = world.via(api);
  const aside = (await call('GET /api/channels/messages', {}, as)).body.rows;
  const { id } = aside.find(({ name }) => name === 'Упрямый')!;
  moveToEndOf(came, -60);
  await failing(() => call('POST /api/channels/messages/{id}/retry', { id }, as));
  moveToEndOf(world.clock.now(), 86_400);
  await night();
  expect(await kept()).toContain('quarantined Упрямый');
  const dismiss = 'POST /api/channels/messages/{id}/dismiss';
  expect((await call(dismiss, { id }, as)).status).toBe(200);
  expect((await call(dismiss, { id }, as)).body.code).toBe('channels.message_not_found');
  const again = world.clock.now();
  moveToEndOf(again, 0);
  await night();
  expect(await kept()).toContain('refused Упрямый');
  moveToEndOf(again, 86_400);
  await night();
  expect(await kept()).not.toContain('refused Упрямый');
});

test('a flood is deleted whole, and every night by itself', async () => {
  await sql`insert into raw_messages (channel, key, payload, received_at, try_after, state)
    select 'site_form', 'flood ' || i, '{"name": "Поток"}', t, t, 'refused'
    from   generate_series(1, 12000) i, (select ${world.clock.now()}::timestamptz as t) n`.execute(
    world.ctx.db,
  );
  moveToEndOf(world.clock.now(), 1);
  const { rows } = await sql<{ cron: string }>`
    select cron from schedule where name = ${dropRefused.name}`.execute(world.ctx.db);
  expect(rows).toEqual([{ cron: dropRefused.cron }]);
  await night();
  expect((await kept()).filter((who) => who.includes('Поток'))).toEqual([]);
});
