import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn, type SignedIn } from '../../testing/staff.ts';
import { until } from '../../testing/live-screen.ts';
import { Asterisk } from '../../testing/telephony/asterisk.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;
let admin: SignedIn;
const pbx = new Asterisk();
const other = new Asterisk();

beforeAll(async () => {
  world = await createWorld();
  admin = await signedIn(world);
  await Promise.all([pbx.door.open(), other.door.open()]);
});
afterAll(async () => {
  await Promise.all([pbx.door.close(), other.door.close()]);
  await world.close();
});

const on = () => world.via(api);
const given = ({ door }: Asterisk) => ({
  name: 'АТС',
  host: '127.0.0.1',
  port: door.port,
  user: door.user,
  password: door.password,
});
const listed = async () => (await on()('GET /api/channels', {}, admin.as)).body.rows;

test('an exchange is kept with its password sealed, and heard as long as it is on', async () => {
  const made = await on()('POST /api/channels/asterisk', given(pbx), admin.as);
  expect(made.status).toBe(201);
  const again = await on()('POST /api/channels/asterisk', given(pbx), admin.as);
  expect(again.body.code).toBe('channels.exchange_taken');
  const kept = await world.ctx.db.selectFrom('channels').selectAll().execute();
  expect(JSON.stringify([kept, await listed()])).not.toContain(pbx.door.password);

  const watch = world.watch('channels.exchanges');
  await until(() => pbx.door.signIns === 1);
  const { id, version } = made.body;
  const moved = { ...given(other), id, version };
  // A password kept here is shown to no other server.
  const { password: _, ...withoutIt } = moved;
  const asked = await on()('PUT /api/channels/asterisk/{id}', withoutIt, admin.as);
  expect(asked.body.fields).toHaveProperty('password');
  const changed = await on()('PUT /api/channels/asterisk/{id}', moved, admin.as);
  expect(changed.status).toBe(200);
  await until(() => other.door.signIns === 1);
  await on()('POST /api/channels/{id}/pause', changed.body, admin.as);
  await watch.stop();
});

test.each([
  ['works', {}, null],
  ['knows another password', { password: 'чужой' }, 'wrong_password'],
  ['is not there', { port: 1 }, 'unreachable'],
])('a test says that an exchange %s', async (_what, wrong, trouble) => {
  const { name: __, ...asked } = { ...given(pbx), ...wrong };
  const { body } = await on()('POST /api/channels/asterisk/test', asked, admin.as);
  expect(body.trouble).toBe(trouble);
});
