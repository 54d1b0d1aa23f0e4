import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstAdministrator, tokenIn, type WithPassword } from '../testing/sign-in.ts';
import { signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';

let world: World;
let call: ReturnType<typeof world.via<typeof api>>;
let boss: WithPassword;

beforeAll(async () => {
  world = await createWorld();
  call = world.via(api);
  boss = await firstAdministrator(world);
});
afterAll(() => world.close());

const nora = { name: 'Нора', email: 'nora@example.test' };
const look = (path: string) => call('POST /api/welcome/look', { token: tokenIn({ path }) });

test('an invitation serves a week, a new password a day, a new link ends the old', async () => {
  const { roles } = (await call('GET /api/roles', {}, boss.as)).body;
  const roleId = roles.find(({ code }) => code === 'agent')!.id;
  const { id, link } = (await call('POST /api/staff', { ...nora, roleId }, boss.as)).body;
  const make = async () =>
    (await call('POST /api/staff/{id}/sign-in-link', { id }, boss.as)).body.path;
  world.clock.advance({ seconds: 7 * 86_400 - 1 });
  expect((await look(link.path)).body).toMatchObject({ ...nora, purpose: 'invitation' });
  const second = await make();
  expect((await look(link.path)).status).toBe(410);
  world.clock.advance({ seconds: 7 * 86_400 });
  expect((await look(second)).status).toBe(410);
  const password = 'синий-причал-42';
  await call('POST /api/welcome', { token: tokenIn({ path: await make() }), password });
  const reset = await make();
  expect((await look(reset)).body.purpose).toBe('reset');
  world.clock.advance({ seconds: 86_400 });
  expect((await look(reset)).status).toBe(410);
});

test('nobody makes a link for somebody who may do more than they', async () => {
  const keeper = await signedIn(world, { permissions: ['staff.manage'] });
  const input = { id: boss.id };
  const link = await call('POST /api/staff/{id}/sign-in-link', input, keeper.as);
  expect(link).toMatchObject({ status: 403, body: { code: 'staff.above_own_permissions' } });
  const agent = await signedIn(world, { permissions: [] });
  const refused = await call('POST /api/staff/{id}/sign-in-link', input, agent.as);
  expect(refused).toMatchObject({ status: 403, body: { code: 'kernel.not_permitted' } });
  const nobody = await call('POST /api/staff/{id}/sign-in-link', { id: 999_999 }, boss.as);
  expect(nobody.status).toBe(404);
});
