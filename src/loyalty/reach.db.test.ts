import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../testing/staff.ts';
import type { api } from './api.ts';
import { type LoyaltyDesk, openLoyaltyDesk } from './testing/loyalty-desk.ts';

let desk: LoyaltyDesk;
beforeAll(async () => {
  desk = await openLoyaltyDesk();
});
afterAll(() => desk.world.close());

test('whoever reaches only their own finds nobody else’s points, rewards and friends', async () => {
  const { call, world, rule, person, night } = desk;
  await rule('welcome', 9000);
  const own = await signedIn(world, {
    permissions: { 'loyalty.work': 'own', 'loyalty.check': 'own' },
  });
  const [mine, foreign] = [
    await person({ customerSince: '2026-03-02' }),
    await person({ customerSince: '2026-03-02' }),
  ];
  await sql`update subscribers set owner_staff_id = ${own.staffId} where id = ${mine.id}`.execute(
    world.ctx.db,
  );
  await night('2026-03-03');
  const { earnings } = (await call('GET /api/loyalty/held', {}, own.as)).body;
  expect(earnings.map(({ subscriberId }) => subscriberId)).toEqual([mine.id]);
  const all = (await call('GET /api/loyalty/held')).body.earnings;
  expect(all.map(({ subscriberId }) => subscriberId)).toEqual([mine.id, foreign.id]);
  const held = all.find(({ subscriberId }) => subscriberId === foreign.id)?.id ?? 0;
  const rewardId = (
    await call('POST /api/loyalty/rewards', { name: 'Мяч', kind: 'goods', points: 10 })
  ).body.id;
  const decided = { id: held, isGood: true };
  expect((await call('POST /api/loyalty/earnings/{id}/decide', decided, own.as)).status).toBe(409);
  for (const { id } of all) {
    await call('POST /api/loyalty/earnings/{id}/decide', { id, isGood: true });
  }
  const asked = { id: foreign.id, rewardId };
  const redemption = (await call('POST /api/subscribers/{id}/redemptions', asked)).body.id;
  const routes: [keyof typeof api, object][] = [
    ['GET /api/subscribers/{id}/points', { id: foreign.id }],
    ['GET /api/subscribers/{id}/households', { id: foreign.id }],
    ['GET /api/subscribers/{id}/rewards', { id: foreign.id }],
    ['GET /api/subscribers/{id}/friends', { id: foreign.id }],
    ['GET /api/subscribers/{id}/own-page', { id: foreign.id }],
    ['POST /api/subscribers/{id}/own-page/send', { id: foreign.id, way: 'email-1' }],
    ['POST /api/subscribers/{id}/own-page/renew', { id: foreign.id }],
    ['GET /api/subscribers/{id}/friend-tariffs', { id: foreign.id }],
    ['POST /api/subscribers/{id}/friend-tariffs', { id: foreign.id, productVersionId: 1 }],
    ['POST /api/subscribers/{id}/friend-tariffs/leave', { id: foreign.id }],
    ['POST /api/subscribers/{id}/friend-tariffs/told', { id: foreign.id }],
    ['POST /api/subscribers/{id}/pool', { id: foreign.id, householdId: 1 }],
    ['POST /api/subscribers/{id}/unpool', { id: foreign.id }],
    ['POST /api/subscribers/{id}/redemptions', asked],
    ['POST /api/redemptions/{id}/undo', { id: redemption }],
    ['POST /api/redemptions/{id}/hand', { id: redemption }],
  ];
  for (const [route, input] of routes) {
    expect([route, (await call(route, input as never, own.as)).status]).toEqual([route, 404]);
  }
  const seen = await call('GET /api/subscribers/{id}/points', { id: mine.id }, own.as);
  expect(seen.body).toMatchObject({ balance: 9000 });
  const friend = { id: 1, isGood: true };
  const none = await call('POST /api/loyalty/friendships/{id}/decide', friend, own.as);
  expect(none.body).toMatchObject({ code: 'loyalty.not_held' });
});
