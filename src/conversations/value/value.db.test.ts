import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { addAccount } from '../../testing/accounts.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';
import type { World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { ask, pass, readyAgent } from '../testing/desk.ts';

const SUBSCRIBERS = 40;

let made: SubscribersWorld;
let world: World;
let boss: SignedIn;
const phoneOf = (at: number): string => `+7912${String(5_000_000 + at)}`;

beforeAll(async () => {
  made = await createSubscribersWorld();
  ({ world } = made);
  boss = await signedIn(world);
});
afterAll(() => world.close());

test('who pays most goes ahead by the head start, and the row says why', async () => {
  for (let at = 0; at < SUBSCRIBERS; at += 1) {
    const id = await made.add({ contacts: [{ kind: 'phone', value: phoneOf(at) }] });
    await addAccount(world, id, {}, 10_000 * (at + 1));
  }
  await world.tick('billing.charge_levels');
  const call = world.via(api);
  const ordinary = await ask(world, { phone: phoneOf(0) });
  await pass(world, 5);
  const upper = await ask(world, { phone: phoneOf(SUBSCRIBERS - 8) });
  await pass(world, 1);
  const top = await ask(world, { phone: phoneOf(SUBSCRIBERS - 1) });
  await pass(world, 1);
  const listed = async () => (await call('GET /api/conversations', {}, boss.as)).body.rows;
  expect((await listed()).map(({ id }) => id)).toEqual([top, upper, ordinary]);
  expect(await listed()).toMatchObject([
    { valueTier: 2, headStartSeconds: 20, valueReason: 'conversations:value.monthly_charge' },
    { valueTier: 1, headStartSeconds: 10 },
    { valueTier: 0, headStartSeconds: 0, valueReason: null },
  ]);
  const agent = await readyAgent(world);
  await pass(world, 1);
  const offer = await call('GET /api/conversations/offer', {}, agent.as);
  expect(offer.body.offer?.id).toBe(top);

  const settings = (await call('GET /api/desk-settings', {}, boss.as)).body;
  await call('PUT /api/desk-settings', { ...settings, headStartSeconds: [0, 0] }, boss.as);
  expect((await listed()).map(({ id }) => id)).toEqual([ordinary, upper, top]);
});
