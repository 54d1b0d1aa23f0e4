import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectLead } from './testing/connect-lead.ts';
import { type LoyaltyDesk, openLoyaltyDesk } from './testing/loyalty-desk.ts';

let desk: LoyaltyDesk;
let inviter: { id: number; accountId: number; code: string };
beforeAll(async () => {
  desk = await openLoyaltyDesk();
  const { call, rule, person, night } = desk;
  await call('PUT /api/loyalty/friend-steps', {
    friendMonths: 1,
    mostFriends: 3,
    steps: [{ friends: 1, percent: 5 }],
  });
  await rule('friend', 500);
  const made = await person();
  await night('2026-03-03');
  const { code } = (await call('GET /api/subscribers/{id}/friends', { id: made.id })).body;
  inviter = { ...made, code };
});
afterAll(() => desk.world.close());

const nobody = {};
let phones = 0;
/** Whoever asks by a code, is sold to and connected; @returns the subscriber and the account. */
async function connect(code: string, fields: { phone?: string; address?: string } = {}) {
  const { world, me } = desk;
  phones += 1;
  const given = { name: `Друг ${phones}`, phone: `+7913555${1000 + phones}`, ...fields };
  const asked = await desk.call(
    'POST /api/public/friends/{code}',
    { code, ...given, hasConsented: true },
    nobody,
  );
  expect(asked.status).toBe(201);
  return connectLead(world, me.as);
}
const friendsOf = async (id: number) =>
  (await desk.call('GET /api/subscribers/{id}/friends', { id })).body;

test('a friend’s link leads to a connection, and both are rewarded once they have paid', async () => {
  const { call, month, night, points } = desk;
  const opened = await call('GET /api/public/friends/{code}', { code: inviter.code }, nobody);
  expect(opened.body).toMatchObject({ friendMonths: 1 });
  const wrong = await call('GET /api/public/friends/{code}', { code: 'NOBODY' }, nobody);
  expect(wrong.body).toMatchObject({ code: 'loyalty.no_such_code' });
  const friend = await connect(inviter.code.toLowerCase());
  expect((await friendsOf(inviter.id)).friends).toMatchObject([
    { subscriberId: friend.id, state: 'connected', paidMonths: 0, depth: 1 },
  ]);
  expect((await friendsOf(friend.id)).broughtBy).toMatchObject({ id: inviter.id });
  await month(inviter.accountId, '2026-03');
  await month(friend.accountId, '2026-03');
  await night('2026-04-01');
  await desk.world.tick('loyalty.night');
  expect((await points(inviter.id)).balance).toBe(500);
  expect((await points(friend.id)).balance).toBe(500);
  expect(await friendsOf(inviter.id)).toMatchObject({
    percent: 5,
    staying: 1,
    friends: [{ state: 'rewarded', paidMonths: 1 }],
  });
  // Who leaves takes the discount of whoever has brought them along.
  await sql`update subscribers set status = 'left', left_on = '2026-04-02'
    where id = ${friend.id}`.execute(desk.world.ctx.db);
  await night('2026-04-02');
  expect(await friendsOf(inviter.id)).toMatchObject({ percent: 0, staying: 0 });
  const { rows } = await sql<{ toOn: string }>`
    select to_on from discounts where account_id = ${inviter.accountId}`.execute(desk.world.ctx.db);
  expect(rows).toEqual([{ toOn: '2026-04-02' }]);
});

test('oneself, a circle and who was here bring nothing; a like phone waits to be looked at', async () => {
  const { call, world } = desk;
  await sql`insert into contacts (subscriber_id, kind, value, created_at)
    values (${inviter.id}, 'phone', '+79990001122', now())`.execute(world.ctx.db);
  const alike = await connect(inviter.code, { phone: '+79131112233' });
  const circle = await friendsOf(alike.id);
  // Whoever was brought names themselves, or brings the one who brought them.
  const again = async (dealId: number, code: string, friendId: number): Promise<string[]> => {
    await sql`delete from friendships where friend_id = ${friendId}`.execute(world.ctx.db);
    await sql`update deals set referral_code = ${code}, subscriber_id = ${friendId}
      where id = ${dealId}`.execute(world.ctx.db);
    await sql`delete from loyalty_runs where step = 'friends'`.execute(world.ctx.db);
    await world.tick('loyalty.night');
    const { rows } = await sql<{ state: string; reason: string }>`
      select state, reason from friendships where friend_id = ${friendId}`.execute(world.ctx.db);
    return rows.flatMap(({ state, reason }) => [state, reason]);
  };
  expect(await again(alike.dealId, circle.code, alike.id)).toEqual(['refused', 'self']);
  expect(await again(alike.dealId, inviter.code, alike.id)).toEqual(['connected', '']);
  await sql`update contacts set value = '+79131112233' where value = '+79990001122'`.execute(
    world.ctx.db,
  );
  expect(await again(alike.dealId, inviter.code, alike.id)).toEqual(['held', 'phone']);
  const { friends } = (await call('GET /api/loyalty/held')).body;
  expect(friends).toMatchObject([{ inviterId: inviter.id, reason: 'phone' }]);
  const id = friends[0]?.id ?? 0;
  const decide = { id, isGood: true };
  expect((await call('POST /api/loyalty/friendships/{id}/decide', decide)).status).toBe(200);
  expect((await call('POST /api/loyalty/friendships/{id}/decide', decide)).status).toBe(409);
  const next = await connect(circle.code);
  expect(await again(next.dealId, circle.code, inviter.id)).toEqual(['refused', 'loop']);
  await sql`update subscribers set customer_since = '2020-01-01'
    where id = ${next.id}`.execute(world.ctx.db);
  expect(await again(next.dealId, inviter.code, next.id)).toEqual(['refused', 'not_new']);
});

test('a year’s ceiling holds, and steps are the operator’s', async () => {
  const { call } = desk;
  await connect(inviter.code);
  const over = await connect(inviter.code);
  const { friends } = await friendsOf(inviter.id);
  expect(friends.find(({ subscriberId }) => subscriberId === over.id)).toMatchObject({
    state: 'refused',
    reason: 'ceiling',
  });
  const steps = Array.from({ length: 2 }, () => ({ friends: 1, percent: 5 }));
  const alike = await call('PUT /api/loyalty/friend-steps', {
    friendMonths: 1,
    mostFriends: 1,
    steps,
  });
  expect(alike.body).toMatchObject({ code: 'loyalty.steps_alike' });
  expect((await call('GET /api/loyalty/friend-steps')).body).toMatchObject({ mostFriends: 3 });
});
