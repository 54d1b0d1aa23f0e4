import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectLead } from './testing/connect-lead.ts';
import { type LoyaltyDesk, openLoyaltyDesk } from './testing/loyalty-desk.ts';
import { mergingOf } from './testing/merging.ts';
import { addHouse, addOutage, returnPayment, takeAddOn } from './testing/moments.ts';

let desk: LoyaltyDesk;
let inviter: { id: number; code: string };
beforeAll(async () => {
  desk = await openLoyaltyDesk({ BEREG_PUBLIC_URL: 'https://bereg.example' });
  await desk.control(0);
  const steps = [{ friends: 1, percent: 5 }];
  await desk.call('PUT /api/loyalty/friend-steps', { friendMonths: 1, mostFriends: 9, steps });
  const { levels } = (await desk.call('GET /api/loyalty/programme')).body;
  const plain = levels.map((level) => ({ ...level, extraPercent: 0 }));
  await desk.call('PUT /api/loyalty/levels', { levels: plain });
  await desk.rule('friend', 500);
  const { id } = await desk.person();
  await desk.night('2026-03-03');
  inviter = { id, code: (await friendsOf(id)).code };
});
afterAll(() => desk.world.close());

const friendsOf = async (id: number) =>
  (await desk.call('GET /api/subscribers/{id}/friends', { id })).body;
const balances = async (...ids: number[]): Promise<number[]> => {
  const all = await Promise.all(ids.map((id) => desk.points(id)));
  return all.map(({ balance }) => balance);
};
let phones = 0;
async function connect() {
  phones += 1;
  const name = { name: `Друг ${phones}`, phone: `+7913555${1000 + phones}` };
  const asked = { code: inviter.code, ...name, hasConsented: true } as const;
  expect((await desk.call('POST /api/public/friends/{code}', asked, {})).status).toBe(201);
  return connectLead(desk.world, desk.me.as);
}

test('what was given is given once, into whomever they are merged and parted again', async () => {
  const { world, me, rule, person, month, night } = desk;
  const { merge, unmerge } = mergingOf(world, me.as);
  await rule('add_on', 40, { mostPoints: 90, capPeriod: 'year' });
  await rule('outage', 10, { bound: 4 });
  await rule('streak', 100, { bound: 3 });
  const friend = await connect();
  const houseId = await addHouse(world, [{ id: friend.id, since: '2026-03-03' }]);
  const { accountId } = friend;
  await month(accountId, '2026-04');
  await takeAddOn(world, { accountId, name: 'Антивирус', on: '2026-04-10' });
  await addOutage(world, houseId, '2026-04-15T02:00:00Z', 5);
  await night('2026-05-01');
  expect(await balances(inviter.id, friend.id)).toEqual([500, 550]);
  // A second record of theirs is found that was made a few days ago.
  const twin = await person({ customerSince: '2026-04-28' });
  await night('2026-05-02');
  const mergeId = await merge(friend.id, twin.id);
  await takeAddOn(world, { accountId: twin.accountId, name: 'Второй экран', on: '2026-05-02' });
  for (const day of ['2026-05-03', '2026-05-04']) await night(day);
  expect(await balances(inviter.id, twin.id)).toEqual([500, 590]);
  expect((await desk.points(twin.id)).level?.name).toBe('Серебряный');
  const { friends, staying } = await friendsOf(inviter.id);
  expect([friends.length, staying]).toEqual([1, 1]);
  expect((await friendsOf(twin.id)).broughtBy?.id).toBe(inviter.id);
  // Months of both make one row, whose third is the root's, and both have one cap.
  await month(accountId, '2026-05');
  await night('2026-06-01');
  expect(await balances(twin.id)).toEqual([590]);
  await month(accountId, '2026-06');
  await takeAddOn(world, { accountId, name: 'Облако', on: '2026-06-20' });
  await night('2026-07-01');
  expect(await balances(twin.id)).toEqual([700]);
  // What was earned by the friend’s own account while they were one is not earned again.
  await unmerge(mergeId);
  for (const day of ['2026-07-02', '2026-07-03']) await night(day);
  expect(await balances(inviter.id, friend.id, twin.id)).toEqual([500, 550, 150]);
});

test('two friends who are one person are one friend, in every count', async () => {
  const { world, me, month, night } = desk;
  const { merge } = mergingOf(world, me.as);
  const [one, other] = [await connect(), await connect()];
  const before = await friendsOf(inviter.id);
  await merge(one.id, other.id);
  for (const { accountId } of [one, other]) await month(accountId, '2026-08');
  await night('2026-09-01');
  const { friends, staying } = await friendsOf(inviter.id);
  expect(staying).toBe(before.staying + 1);
  expect(friends.slice(-2)).toMatchObject([
    { state: 'rewarded' },
    { state: 'refused', reason: 'not_new' },
  ]);
  expect(await balances(inviter.id, other.id)).toEqual([1000, 500]);
});

test('a friend’s reward goes back with their payment or connection, and comes again', async () => {
  const { world, month, night } = desk;
  const friend = await connect();
  const { accountId } = friend;
  const [had = 0] = await balances(inviter.id);
  const last = async () => (await friendsOf(inviter.id)).friends.at(-1);
  await month(accountId, '2026-10');
  await night('2026-11-01');
  expect(await balances(inviter.id, friend.id)).toEqual([had + 500, 500]);
  await returnPayment(world, accountId, { paidOn: '2026-10-20', at: '2026-11-01T12:00:00Z' });
  await night('2026-11-02');
  expect(await balances(inviter.id, friend.id)).toEqual([had, 0]);
  expect(await last()).toMatchObject({ state: 'connected', paidMonths: 0 });
  await night('2026-11-03');
  expect(await balances(inviter.id, friend.id)).toEqual([had, 0]);
  await month(accountId, '2026-11');
  await night('2026-12-01');
  expect(await balances(inviter.id, friend.id)).toEqual([had + 500, 500]);
  await sql`
    update deal_connections set undone_at = ${world.clock.now()}, undo_reason = 'x'
    where  deal_id = ${friend.dealId}`.execute(world.ctx.db);
  for (const day of ['2026-12-02', '2026-12-03']) await night(day);
  expect(await balances(inviter.id, friend.id)).toEqual([had, 0]);
  expect(await last()).toMatchObject({ state: 'refused', reason: 'by_hand' });
});

test('an apology goes to whoever was served there when it began, by the operator’s days', async () => {
  const { world, rule, silence, person, night } = desk;
  await silence();
  world.clock.moveTo(new Date('2027-01-05T01:00:00Z'));
  await rule('outage', 10, { bound: 4 });
  const old = { customerSince: '2025-01-15' };
  const [stays, moves, comes] = [await person(old), await person(old), await person(old)];
  const fresh = await person({ customerSince: '2027-01-12' });
  const guest = await desk.people.add(old);
  const houseId = await addHouse(world, [
    { id: stays.id, since: '2025-01-15' },
    { id: moves.id, since: '2025-01-15', until: '2027-01-12' },
    { id: comes.id, since: '2027-01-12' },
    { id: fresh.id, since: '2027-01-12' },
    { id: guest, since: '2025-01-15' },
  ]);
  // By the operator's clocks it is over on the eleventh already.
  await addOutage(world, houseId, '2027-01-10T16:00:00Z', 6);
  await night('2027-01-14');
  expect(await balances(stays.id, moves.id, comes.id, fresh.id, guest)).toEqual([10, 10, 0, 0, 0]);
  expect((await desk.points(stays.id)).lines[0]?.earnedOn).toBe('2027-01-11');
});
