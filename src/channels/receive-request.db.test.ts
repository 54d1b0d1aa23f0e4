import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { api as staffApi } from '../staff/api.ts';
import { signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';
import { MOST_TRIES } from './take-up.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const form = { name: 'Ольга', phone: '8 (912) 345-67-89', wanted: 'Интернет', consent: true };
const post = (input: object = {}, headers: Record<string, string> = {}) =>
  world.via(api)('POST /api/public/requests', { ...form, ...input }, headers);
const count = async (table: 'rawMessages' | 'conversations'): Promise<number> => {
  const { total } = await world.ctx.db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
};

test('a request is stored, understood, and told its number and when somebody calls', async () => {
  const { status, body } = await post();
  expect(status).toBe(202);
  expect(body.number).toBeGreaterThan(0);
  expect(body.callBackBy).toBe('2026-03-02T06:01:00.000Z');
  const [row] = await world.ctx.db.selectFrom('rawMessages').selectAll().execute();
  expect(row).toMatchObject({ state: 'understood', sender: '+79123456789', channel: 'site_form' });
});

test('what is not right is told at its field, and nothing is stored', async () => {
  expect((await post({ phone: '12' })).body.fields).toHaveProperty('phone');
  expect((await post({ consent: false })).body.fields).toHaveProperty('consent');
  expect((await post({ wanted: 'я'.repeat(4001) })).body.fields).toHaveProperty('wanted');
  expect((await post({ phone: 'x'.repeat(2_000_000) })).status).toBe(413);
  expect(await count('rawMessages')).toBe(0);
});

test('a program that fills every field is answered alike and makes no request', async () => {
  const { status, body } = await post({ website: 'https://spam.example' });
  expect([status, body.number]).toEqual([202, null]);
  expect(await count('rawMessages')).toBe(1);
  expect(await count('conversations')).toBe(0);
  await world.tick('channels.take_up');
  expect(await count('conversations')).toBe(0);
});

test('a form sent as soon as it was shown is asked for again', async () => {
  const shownAt = world.clock.now().toISOString();
  world.clock.advance({ seconds: 1 });
  expect((await post({ shownAt })).body.code).toBe('channels.too_fast');
  world.clock.advance({ seconds: 2 });
  expect((await post({ shownAt })).status).toBe(202);
});

test('one phone and one network address may send only so much', async () => {
  const statuses: number[] = [];
  for (let i = 0; i < 6; i += 1) statuses.push((await post()).status);
  expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
  world.clock.advance({ seconds: 3601 });
  expect((await post()).status).toBe(202);
  const crowd: (string | undefined)[] = [];
  for (let i = 0; i < 20; i += 1) {
    crowd.push((await post({ phone: `+7912345${String(1000 + i)}` })).body.code);
  }
  expect(crowd.filter(Boolean)).toEqual([]);
  await sql`insert into raw_messages (channel, key, payload, remote, received_at, try_after, state)
    select 'site_form', 'flood ' || i, '{}', '127.0.0.1', now, now, 'refused'
    from generate_series(1, 30) i, (select ${world.clock.now()}::timestamptz as now) n`.execute(
    world.ctx.db,
  );
  expect((await post({ phone: '+79123459999' })).body.code).toBe('channels.too_many_from_address');
});

test('posts that come at the same time are counted one after another', async () => {
  const statusesOf = async (posts: Promise<{ status: number }>[]): Promise<number[]> =>
    (await Promise.all(posts)).map(({ status }) => status).toSorted((a, b) => a - b);
  const onePhone = await statusesOf(Array.from({ length: 9 }, () => post()));
  expect(onePhone).toEqual([202, 202, 202, 202, 202, 429, 429, 429, 429]);
  expect(await count('rawMessages')).toBe(5);

  world.clock.advance({ seconds: 3601 });
  for (let i = 0; i < 4; i += 1) await post();
  const repeats = [1, 2, 3].map(() => post({}, { 'idempotency-key': 'the fifth' }));
  const numbers = (await Promise.all(repeats)).map(({ body }) => body.number);
  expect(numbers[0]).toBeGreaterThan(0);
  expect(new Set(numbers).size).toBe(1);
  expect((await post()).status).toBe(429);

  await sql`insert into raw_messages (channel, key, payload, remote, received_at, try_after, state)
    select 'site_form', 'crowd ' || i, '{}', '127.0.0.1', now, now, 'refused'
    from generate_series(1, 23) i, (select ${world.clock.now()}::timestamptz as now) n`.execute(
    world.ctx.db,
  );
  const phones = Array.from({ length: 6 }, (_, i) => post({ phone: `+7912345${1000 + i}` }));
  expect(await statusesOf(phones)).toEqual([202, 202, 429, 429, 429, 429]);
  expect(await count('rawMessages')).toBe(35);
});

test('what a crash left between storing and understanding is taken up, once', async () => {
  await sql`alter table messages rename to messages_away`.execute(world.ctx.db);
  const key = { 'idempotency-key': 'crash' };
  const { status, body } = await post({}, key);
  expect([status, body.number]).toEqual([202, null]);
  expect([await count('rawMessages'), await count('conversations')]).toEqual([1, 0]);
  const sentAt = world.clock.now();
  await sql`alter table messages_away rename to messages`.execute(world.ctx.db);
  world.clock.advance({ seconds: 30 });
  await Promise.all([world.tick('channels.take_up'), world.tick('channels.take_up')]);
  await world.tick('channels.take_up');
  const rows = await world.ctx.db.selectFrom('conversations').selectAll().execute();
  expect(rows).toHaveLength(1);
  // The clock runs from when it was sent, not from when it was understood.
  expect(rows[0]?.openedAt).toEqual(sentAt);
  expect((await post({}, key)).body.number).toBe(rows[0]?.number);
});

test('poison is put aside after its tries, counted, and taken up again by hand', async () => {
  await sql`alter table messages rename to messages_away`.execute(world.ctx.db);
  await post();
  for (let i = 0; i < MOST_TRIES + 2; i += 1) {
    world.clock.advance({ seconds: 600 });
    await world.tick('channels.take_up');
  }
  const { as } = await signedIn(world);
  const call = world.via(api);
  const aside = (await call('GET /api/channels/messages', {}, as)).body;
  expect(aside.counts).toEqual({ quarantined: 1, refused: 0, waiting: 0 });
  expect(aside.rows).toMatchObject([{ state: 'quarantined', tries: MOST_TRIES, name: 'Ольга' }]);
  expect(aside.rows[0]?.error).toContain('messages');

  await sql`alter table messages_away rename to messages`.execute(world.ctx.db);
  const { id } = aside.rows[0] as { id: number };
  await call('POST /api/channels/messages/{id}/retry', { id }, as);
  await world.tick('channels.take_up');
  expect(await count('conversations')).toBe(1);
  expect((await call('GET /api/channels/messages', {}, as)).body.counts.quarantined).toBe(0);
  const again = await call('POST /api/channels/messages/{id}/retry', { id }, as);
  expect(again.body.code).toBe('channels.message_not_found');
});

test('a look at what was set aside is in the audit, with whose words were shown', async () => {
  const looker = await signedIn(world, { permissions: ['channels.view'] });
  const call = world.via(api);
  await call('GET /api/channels/messages', {}, looker.as);
  await post({ website: 'https://spam.example' });
  await post({ website: 'https://spam.example' });
  const shown = await call('GET /api/channels/messages', { limit: 1 }, looker.as);
  const cursor = shown.body.next ?? '';
  const rest = await call('GET /api/channels/messages', { state: 'refused', cursor }, looker.as);
  await call('GET /api/channels/messages', { state: 'waiting' }, looker.as);

  const boss = await signedIn(world);
  const asked = { types: ['channels.messages_listed'], staffId: looker.staffId };
  const { body } = await world.via(staffApi)('GET /api/audit', asked, boss.as);
  // Nobody's data stood on an empty page.
  expect(body.lines.map(({ facts }) => facts)).toEqual([
    { states: ['refused'], messageIds: [rest.body.rows[0]?.id] },
    { states: ['quarantined', 'refused'], messageIds: [shown.body.rows[0]?.id] },
  ]);
  expect(shown.body.rows[0]?.id).not.toBe(rest.body.rows[0]?.id);
});

test('only those permitted see what was set aside', async () => {
  const { as } = await signedIn(world, { permissions: ['conversations.view'] });
  expect((await world.via(api)('GET /api/channels/messages', {}, as)).status).toBe(403);
  expect((await world.via(api)('GET /api/channels/messages')).status).toBe(401);
});
