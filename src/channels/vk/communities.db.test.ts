import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { newMessage, vkSecret } from '../../testing/vk/events.ts';
import { startVk, type Vk, vkGroup, vkToken } from '../../testing/vk/server.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;
let vk: Vk;
let me: SignedIn;
let channelId = 0;

beforeAll(async () => {
  world = await createWorld();
  vk = await startVk();
  me = await signedIn(world);
});
afterAll(async () => {
  await vk.stop();
  await world.close();
});

const callerOf = () => world.via(api);
const call: ReturnType<typeof callerOf> = (...args) => callerOf()(...args);
const given = () => ({ name: 'ВК', apiUrl: vk.url, groupId: String(vkGroup.id) });
const secrets = { token: vkToken, secret: vkSecret, confirmation: '12ab34cd' };

const bring = (event: object) =>
  world.request({
    method: 'POST',
    url: `/hooks/vk/${channelId}`,
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify(event),
  });

test('only who manages channels connects a community, with all its secrets', async () => {
  const agent = await signedIn(world, { role: 'agent' });
  const whole = { ...given(), ...secrets };
  expect((await call('POST /api/channels/vk', whole, agent.as)).status).toBe(403);
  const lacking = await call('POST /api/channels/vk', { ...given(), token: vkToken }, me.as);
  expect(Object.keys(lacking.body.fields ?? {})).toEqual(['secret', 'confirmation']);
  const named = await call('POST /api/channels/vk', { ...whole, groupId: 'bereg' }, me.as);
  expect(Object.keys(named.body.fields ?? {})).toEqual(['groupId']);
  channelId = (await call('POST /api/channels/vk', whole, me.as)).body.id;
});

test('the address is confirmed by the string that VK waits for', async () => {
  const asked = { type: 'confirmation', group_id: vkGroup.id };
  const answer = await bring(asked);
  expect([answer.statusCode, answer.body]).toEqual([200, '12ab34cd']);
  expect((await bring({ ...asked, group_id: 1 })).statusCode).toBe(404);
});

test('only who knows the secret brings something, and it is kept without the secret', async () => {
  const event = newMessage(803, 1, { text: 'Чужое' });
  const before = await world.ctx.db.selectFrom('rawMessages').select('id').execute();
  for (const wrong of [
    { ...event, secret: 'нет' },
    { ...event, secret: undefined },
    { ...event, group_id: 1 },
    [event],
  ]) {
    expect((await bring(wrong)).statusCode).toBe(404);
  }
  expect(await world.ctx.db.selectFrom('rawMessages').select('id').execute()).toEqual(before);
  expect((await bring(event)).body).toBe('ok');
  const { rows } = await world.ctx.pool.query<{ row: string }>(
    'select r::text as row from raw_messages r union all select e::text from events e',
  );
  expect(rows.map(({ row }) => row).join('\n')).not.toContain('тайна');
});

test('a token goes in and never comes out, and to no other server', async () => {
  const { body } = await call('GET /api/channels', {}, me.as);
  expect(JSON.stringify(body)).not.toMatch(/тайна|12ab34cd/);
  const [row] = body.rows;
  const { id = 0, version = 0 } = row ?? {};
  const same = given();
  const changed = await call('PUT /api/channels/vk/{id}', { ...same, id, version }, me.as);
  expect(changed.status).toBe(200);
  const elsewhere = { ...same, ...changed.body, apiUrl: 'https://evil.example' };
  const refused = await call('PUT /api/channels/vk/{id}', elsewhere, me.as);
  expect(Object.keys(refused.body.fields ?? {})).toEqual(['token', 'secret', 'confirmation']);
  const other = { ...same, token: 'x', secret: 'y', confirmation: 'z' };
  const taken = await call('POST /api/channels/vk', other, me.as);
  expect(taken.body.code).toBe('channels.community_taken');
  const { name: _, ...tried } = { ...same, id };
  const works = await call('POST /api/channels/vk/test', tried, me.as);
  expect(works.body).toEqual({ trouble: null, words: '', groupName: vkGroup.name });
  const wrong = await call('POST /api/channels/vk/test', { ...tried, token: 'не тот' }, me.as);
  expect(wrong.body).toMatchObject({ trouble: 'wrong_token' });
});
