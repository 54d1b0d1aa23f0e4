import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { api as channelsApi } from '../../channels/api.ts';
import { api as staffApi } from '../../staff/api.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { recordedBy, type Sent } from '../../testing/telephony/cloud-samples.ts';
import { openExchanges, type Provider, samples } from '../../testing/telephony/exchanges.ts';
import {
  type RecordingStore,
  startRecordingStore,
} from '../../testing/telephony/recording-store.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;
let store: RecordingStore;
let admin: SignedIn;
let channels = new Map<Provider, number>();

beforeAll(async () => {
  world = await createWorld();
  store = await startRecordingStore();
  admin = await signedIn(world);
  const from = { mango: '/vpbx', zadarma: '', generic: '/files' };
  channels = await openExchanges(world, admin, (provider) => ({
    recordingsFrom: `${store.url}${from[provider]}`,
  }));
});
afterAll(async () => {
  await store.stop();
  await world.close();
});
beforeEach(() => {
  store.sentOnTo = null;
  store.asked.length = 0;
});

const on = () => world.via({ ...api, ...channelsApi, ...staffApi, ...subscribersApi });
const bring = ({ path, body, headers }: Sent, provider: Provider) =>
  world.request({
    method: 'POST',
    url: `/hooks/telephony/${channels.get(provider)}${path}`,
    headers,
    payload: body,
  });
const fetchAll = async (seconds: number) => {
  world.clock.advance({ seconds });
  await world.tick('channels.fetch_recordings');
};

let calls = 0;
/** Somebody has called, was answered and recorded; tells where that stands. */
async function recorded(provider: Provider, named: (call: string) => string = (call) => call) {
  calls += 1;
  const call = `call-${calls}`;
  const phone = `7913${String(8_000_000 + calls)}`;
  const at = world.clock.now().getTime() / 1000 - 120;
  for (const event of samples[provider]({ call, phone, at }, true)) await bring(event, provider);
  await bring(recordedBy[provider](call, named(call)), provider);
  await world.hear();
  const { rows } = await world.ctx.pool.query<{ callId: string; id: string }>(
    `select id as "callId", conversation_id as id from calls where linked_id = $1`,
    [call],
  );
  return { id: Number(rows[0]?.id), callId: Number(rows[0]?.callId), call, phone };
}
const stateOf = async ({ id, callId }: { id: number; callId: number }) => {
  const { body } = await on()('GET /api/conversations/{id}', { id }, admin.as);
  return body.calls.find((one) => one.id === callId)?.recordings[0]?.state;
};
const listen = (
  { id, callId }: { id: number; callId: number },
  as: SignedIn['as'],
  range?: string,
  query = '',
) =>
  world.request({
    url: `/api/conversations/${id}/calls/${callId}/recording${query}`,
    headers: { ...as, ...(range && { range }) },
  });

const sound = Buffer.concat([Buffer.from('RIFF....WAVE'), randomBytes(100_000)]);

test.each(['mango', 'zadarma', 'generic'] as const)(
  'what was said is fetched after a call of %s, and heard by whoever may',
  async (provider) => {
    store.recordings.set(`call-${calls + 1}`, sound);
    const one = await recorded(provider);
    expect(await stateOf(one)).toBe('waiting');
    await fetchAll(11);
    expect(await stateOf(one)).toBe('fetched');
    const heard = await listen(one, admin.as);
    expect(heard.headers).toMatchObject({ 'content-type': 'audio/wav', 'accept-ranges': 'bytes' });
    expect(heard.rawPayload.equals(sound)).toBe(true);
  },
);

test('of a call that was passed on every part is fetched and heard, in whatever order told', async () => {
  const [first, second] = [`call-${calls + 1}`, `call-${calls + 1}-2`];
  const other = Buffer.concat([sound, randomBytes(10)]);
  store.recordings.set(first, sound).set(second, other);
  const one = await recorded('generic');
  await fetchAll(11);
  // Again and later, when the first was fetched already.
  for (const name of [second, first, second]) {
    await bring(recordedBy.generic(one.call, name), 'generic');
  }
  await world.hear();
  await fetchAll(11);
  const { body } = await on()('GET /api/conversations/{id}', { id: one.id }, admin.as);
  const parts = body.calls.find(({ id }) => id === one.callId)?.recordings ?? [];
  expect(parts.map(({ state }) => state)).toEqual(['fetched', 'fetched']);
  const heard = [];
  for (const { id } of parts) {
    heard.push((await listen(one, admin.as, undefined, `?recordingId=${id}`)).rawPayload);
  }
  expect(heard).toEqual([sound, other]);
  const strange = await recorded('generic');
  const elsewhere = await listen(strange, admin.as, undefined, `?recordingId=${parts[0]?.id}`);
  expect(elsewhere.statusCode).toBe(404);
});

test('a part is given where one is asked for, and one listening is one line of the audit', async () => {
  store.recordings.set(`call-${calls + 1}`, sound);
  const one = await recorded('generic');
  await fetchAll(11);
  const part = await listen(one, admin.as, 'bytes=70000-70099');
  expect(part.statusCode).toBe(206);
  expect(part.headers['content-range']).toBe(`bytes 70000-70099/${sound.length}`);
  expect(part.rawPayload.equals(sound.subarray(70_000, 70_100))).toBe(true);
  const end = await listen(one, admin.as, 'bytes=-5');
  expect(end.rawPayload.equals(sound.subarray(-5))).toBe(true);
  expect((await listen(one, admin.as, `bytes=${sound.length}-`)).statusCode).toBe(416);
  const types = ['conversations.recording_listened'];
  const lines = async () => {
    const asked = { types, subjectKind: 'call', subjectId: one.callId };
    return (await on()('GET /api/audit', asked as never, admin.as)).body.lines;
  };
  expect(await lines()).toMatchObject([{ actor: { staffId: admin.staffId } }]);
  world.clock.advance({ seconds: 601 });
  await listen(one, admin.as);
  expect(await lines()).toHaveLength(2);
});

test('nobody hears it without the right to, or beyond its reach', async () => {
  store.recordings.set(`call-${calls + 1}`, sound);
  const one = await recorded('generic');
  await fetchAll(11);
  const view = { 'conversations.view': 'all' } as const;
  const deaf = await signedIn(world, { permissions: view });
  const route = 'GET /api/conversations/{id}/calls/{callId}/recording';
  expect((await on()(route, one, deaf.as)).status).toBe(403);
  const own = await signedIn(world, { permissions: { ...view, 'conversations.listen': 'own' } });
  expect((await listen(one, own.as)).statusCode).toBe(404);
  // Nor what is nobody's, though everybody sees it in the queue.
  const nobodys = `update conversations set owner_staff_id = $2, team_id = null where id = $1`;
  await world.ctx.pool.query(nobodys, [one.id, null]);
  expect((await listen(one, own.as)).statusCode).toBe(404);
  await world.ctx.pool.query(nobodys, [one.id, own.staffId]);
  expect((await listen(one, own.as)).statusCode).toBe(200);
});

test('nothing is fetched from elsewhere, and nothing kept that is no sound', async () => {
  store.recordings.set(`call-${calls + 1}`, Buffer.from('<html>не звук</html>'));
  const page = await recorded('generic');
  await fetchAll(11);
  expect(await stateOf(page)).toBe('failed');
  const strange = await recorded('generic', () => 'http://127.0.0.1:1/files/x.wav');
  store.sentOnTo = 'http://127.0.0.1:1/x.wav';
  const sentOn = [await recorded('mango'), await recorded('zadarma')];
  await fetchAll(11);
  for (const one of [strange, ...sentOn]) expect(await stateOf(one)).toBe('failed');
});

test('what is not there yet is asked for again, then daily as long as it would be kept', async () => {
  const one = await recorded('generic');
  await fetchAll(11);
  expect(await stateOf(one)).toBe('waiting');
  store.recordings.set(one.call, sound);
  await fetchAll(29);
  expect(await stateOf(one)).toBe('waiting');
  await fetchAll(1);
  expect(await stateOf(one)).toBe('fetched');
  const never = await recorded('generic');
  for (let time = 0; time < 7; time += 1) await fetchAll(60_000);
  const late = await recorded('generic');
  for (let time = 0; time < 9; time += 1) await fetchAll(86_400);
  store.recordings.set(late.call, sound);
  await fetchAll(86_400);
  expect([await stateOf(never), await stateOf(late)]).toEqual(['waiting', 'fetched']);
  for (let time = 0; time < 20; time += 1) await fetchAll(86_400);
  store.recordings.set(never.call, sound);
  await fetchAll(86_400);
  expect(await stateOf(never)).toBe('fetched');
});

test('an exchange that does not answer holds up no other', async () => {
  const name = `call-${calls + 1}`;
  store.recordings.set(name, sound).set(`call-${calls + 2}`, sound);
  store.silent.add(name);
  const hanging = await recorded('generic');
  const other = await recorded('mango');
  world.clock.advance({ seconds: 11 });
  const sweep = world.tick('channels.fetch_recordings');
  await expect.poll(() => stateOf(other), { timeout: 20_000 }).toBe('fetched');
  expect(await stateOf(hanging)).toBe('waiting');
  store.silent.clear();
  await sweep;
  expect(await stateOf(hanging)).toBe('fetched');
});

test('while a recording is stored no transaction is open, and what comes to nothing leaves none', async () => {
  store.recordings.set(`call-${calls + 1}`, sound);
  const one = await recorded('generic');
  const { pool } = world.ctx;
  const kept = async () =>
    (await pool.query(`select from files where name like 'call-%' and erased_at is null`)).rowCount;
  const before = await kept();
  await pool.query(
    `alter table call_recordings add constraint refused check (state <> 'fetched') not valid`,
  );
  await fetchAll(11);
  await pool.query('alter table call_recordings drop constraint refused');
  const { rowCount } = await pool.query(
    `select from files where sha256 = $1 and erased_at is not null`,
    [createHash('sha256').update(sound).digest('hex')],
  );
  expect([await kept(), rowCount]).toEqual([before, 1]);
  await fetchAll(31);
  expect(await stateOf(one)).toBe('fetched');
});

test('all that is older than the days of the settings goes at once, however much', async () => {
  const { pool } = world.ctx;
  await pool.query(
    `insert into call_recordings (channel_id, linked_id, name, state, try_after, created_at)
     select $1, 'old-' || n, 'old', 'failed', $2, $2 from generate_series(1, 1001) n`,
    [channels.get('generic'), new Date(0)],
  );
  await world.tick('conversations.recordings');
  const { rowCount } = await pool.query(`select from call_recordings where name = 'old'`);
  expect(rowCount).toBe(0);
});

test('it goes after the days of the settings, and with the person', async () => {
  const files = async () =>
    (await world.ctx.db.selectFrom('files').select('id').where('erasedAt', 'is', null).execute())
      .length;
  store.recordings.set(`call-${calls + 1}`, sound);
  const old = await recorded('generic');
  await fetchAll(11);
  const before = await files();
  const { body: settings } = await on()('GET /api/desk-settings', {}, admin.as);
  const shorter = { ...settings, recordingsKeptDays: 30 };
  expect((await on()('PUT /api/desk-settings', shorter, admin.as)).status).toBe(200);
  world.clock.advance({ seconds: 31 * 86_400 });
  store.recordings.set(`call-${calls + 1}`, sound);
  const fresh = await recorded('generic');
  await fetchAll(11);
  await world.tick('conversations.recordings');
  await world.runJobs();
  expect([await stateOf(old), await stateOf(fresh)]).toEqual(['erased', 'fetched']);
  expect(await files()).toBeLessThanOrEqual(before);

  const contacts = [{ kind: 'phone', value: `+${fresh.phone}` }];
  const person = { kind: 'person', lastName: 'Лис', firstName: 'Ия', status: 'left' };
  const made = await on()(
    'POST /api/subscribers',
    { ...person, leftOn: '2020-01-01', contacts } as never,
    admin.as,
  );
  await world.ctx.pool.query(`update conversations set state = 'closed'`);
  const erase = { id: made.body.id, confirm: 'Лис Ия', reason: 'request' as const };
  expect((await on()('POST /api/subscribers/{id}/erase', erase, admin.as)).status).toBe(200);
  const { rows } = await world.ctx.pool.query<{ name: string; state: string; erased: boolean }>(
    `select r.name, r.state, k.recording is null as erased
     from   call_recordings r
     join   calls k on k.channel_id = r.channel_id and k.linked_id = r.linked_id
     where  k.id = $1`,
    [fresh.callId],
  );
  expect(rows).toEqual([{ name: '', state: 'erased', erased: true }]);
  expect((await listen(fresh, admin.as)).statusCode).toBe(404);
  // Nor is anything kept of it that is told of later.
  store.recordings.set('late-part', sound);
  await bring(recordedBy.generic(fresh.call, 'late-part'), 'generic');
  await world.hear();
  await fetchAll(11);
  const late = `select from call_recordings where name = 'late-part'`;
  expect((await world.ctx.pool.query(late)).rowCount).toBe(0);
});
