import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bulkLoad as loadProducts } from '../catalog/index.ts';
import { inBulkTransaction } from '../kernel/db/bulk.ts';
import { signedIn } from '../testing/staff.ts';
import { connectLead } from './testing/connect-lead.ts';
import { type LoyaltyDesk, openLoyaltyDesk } from './testing/loyalty-desk.ts';

let desk: LoyaltyDesk;
let inviter: { id: number; accountId: number; code: string };
beforeAll(async () => {
  desk = await openLoyaltyDesk({ BEREG_PUBLIC_URL: 'https://bereg.example' });
  const { call, rule, person, night } = desk;
  await desk.control(0);
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
/** As one of whom two records were kept. */
const merged = (fromId: number, intoId: number) =>
  sql`update subscribers set merged_into_id = ${intoId}, root_id = ${intoId}
    where id = ${fromId}`.execute(desk.world.ctx.db);
const friendsOf = async (id: number) =>
  (await desk.call('GET /api/subscribers/{id}/friends', { id })).body;

test('a friend’s link leads to a connection, and both are rewarded once they have paid', async () => {
  const { call, month, night, points } = desk;
  // It says nothing of the codes of others.
  expect(inviter.code).toMatch(/^[0-9A-F]{10}$/);
  const opened = await call('GET /api/public/friends/{code}', { code: inviter.code }, nobody);
  expect(opened.body).toMatchObject({ friendMonths: 1 });
  const wrong = await call('GET /api/public/friends/{code}', { code: 'NOBODY' }, nobody);
  expect(wrong.body).toMatchObject({ code: 'loyalty.no_such_code' });
  const friend = await connect(inviter.code.toLowerCase());
  expect((await friendsOf(inviter.id)).friends).toMatchObject([
    { subscriberId: friend.id, state: 'connected', paidMonths: 0, depth: 1 },
  ]);
  expect((await friendsOf(friend.id)).broughtBy).toMatchObject({ id: inviter.id });
  // The rest of the month in which they were connected is none.
  await month(inviter.accountId, '2026-03');
  await month(friend.accountId, '2026-03');
  await night('2026-04-01');
  expect((await friendsOf(inviter.id)).friends).toMatchObject([
    { state: 'connected', paidMonths: 0 },
  ]);
  await month(friend.accountId, '2026-04');
  // Nor does anybody count who has left meanwhile, or is found to have the same phone.
  const { db } = desk.world.ctx;
  const become = (status: string) =>
    sql`update subscribers set status = ${status} where id = ${friend.id}`.execute(db);
  await become('left');
  await night('2026-05-01');
  expect((await friendsOf(inviter.id)).friends).toMatchObject([
    { state: 'connected', paidMonths: 1 },
  ]);
  await become('active');
  const phone = '+79139998877';
  for (const each of [inviter.id, friend.id]) {
    await sql`insert into contacts (subscriber_id, kind, value, created_at)
      values (${each}, 'phone', ${phone}, now())`.execute(db);
  }
  await night('2026-05-02');
  const held = (await call('GET /api/loyalty/held')).body.friends;
  expect(held).toMatchObject([{ inviterId: inviter.id, reason: 'phone' }]);
  // Who reaches the inviter alone is not told who the friend is.
  const own = await signedIn(desk.world, { permissions: { 'loyalty.check': 'own' } });
  await sql`update subscribers set owner_staff_id = ${own.staffId}
    where id = ${inviter.id}`.execute(db);
  const seen = (await call('GET /api/loyalty/held', {}, own.as)).body.friends;
  expect(seen).toMatchObject([{ inviterId: inviter.id, friendId: null, friend: '' }]);
  await sql`delete from contacts where value = ${phone}`.execute(db);
  await call('POST /api/loyalty/friendships/{id}/decide', { id: held[0]?.id ?? 0, isGood: true });
  await night('2026-05-03');
  await desk.world.tick('loyalty.night');
  expect((await points(inviter.id)).balance).toBe(500);
  expect((await points(friend.id)).balance).toBe(500);
  expect(await friendsOf(inviter.id)).toMatchObject({
    percent: 5,
    staying: 1,
    friends: [{ state: 'rewarded', paidMonths: 1 }],
  });
});

test('one’s own page tells points and friends to its link alone, and the link is sent once', async () => {
  const { call, world } = desk;
  const { db } = world.ctx;
  const { id } = inviter;
  const offer = async () => (await call('GET /api/subscribers/{id}/own-page', { id })).body;
  const first = await offer();
  expect(first.path).toMatch(/^\/points\/[0-9a-f]{32}$/);
  expect(first.ways).toEqual([]);
  const open = (path: string) =>
    call('GET /api/public/points/{key}', { key: path.split('/').at(-1) ?? '' }, nobody);
  const seen = (await open(first.path)).body;
  expect(seen).toMatchObject({ balance: 500, percent: 5, staying: 1, code: inviter.code });
  expect(seen.friends).toMatchObject([{ initial: 'Д', state: 'rewarded', parentId: null }]);
  expect(JSON.stringify(seen)).not.toContain('Друг');
  await sql`insert into channels (kind, name, settings, created_at)
    values ('email', 'Почта', '{"fromAddress":"office@bereg.example"}', now())`.execute(db);
  await sql`insert into contacts (subscriber_id, kind, value, created_at)
    values (${id}, 'email', 'anna@home.example', now())`.execute(db);
  const { ways } = await offer();
  expect(ways).toMatchObject([{ kind: 'email', shown: 'anna@home.example' }]);
  const send = (way: string) => call('POST /api/subscribers/{id}/own-page/send', { id, way });
  expect((await send('telegram-1')).body).toMatchObject({ code: 'loyalty.no_such_way' });
  const sent = await Promise.all([1, 2].map(() => send(ways[0]?.key ?? '')));
  expect(sent.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  const { rows } = await sql<{ recipient: string; payload: unknown }>`
    select recipient, payload from outgoing_messages`.execute(db);
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).toContain(`https://bereg.example${first.path}`);
  // A link that has gone astray is given up for another, and so is that of each record of theirs.
  const twin = await desk.person();
  await sql`delete from loyalty_runs where step = 'enrol'`.execute(db);
  await world.tick('loyalty.night');
  const { path: twinPath } = (await call('GET /api/subscribers/{id}/own-page', { id: twin.id }))
    .body;
  await merged(twin.id, id);
  expect((await open(twinPath)).body).toMatchObject({ code: inviter.code });
  const renewed = await call('POST /api/subscribers/{id}/own-page/renew', { id });
  for (const path of [first.path, twinPath]) {
    expect((await open(path)).body).toMatchObject({ code: 'loyalty.no_such_page' });
  }
  expect((await open(renewed.body.path)).body).toMatchObject({ balance: 500 });
  expect(await offer()).toMatchObject({ path: renewed.body.path, sent: { way: 'email' } });
});

const discounts = async (): Promise<{ subscriptionId: number; value: number }[]> => {
  const { rows } = await sql<{ subscriptionId: number; value: number }>`
    select subscription_id, value from discounts
    where  account_id = ${inviter.accountId} and promotion_id is null
    and    coalesce(to_on, 'infinity') > ${desk.world.clock.now()}::date order by id`.execute(
    desk.world.ctx.db,
  );
  return rows;
};

test('the discount for friends goes along with the tariff, once, and ends with them', async () => {
  const { night } = desk;
  const { db } = desk.world.ctx;
  const [first] = await discounts();
  const standsOn = first?.subscriptionId ?? 0;
  /** As a change of price does, or as its holder does. */
  const replace = async (id: number, day: string, isMoved: boolean): Promise<number> => {
    const { rows } = await sql<{ id: number }>`
      with made as (
        insert into subscriptions (account_id, product_version_id, started_on, is_moved, created_at)
        select account_id, product_version_id, ${day}, ${isMoved}, now()
        from   subscriptions where id = ${id} returning id)
      update subscriptions x set ended_on = ${day}, replaced_by_id = made.id
      from   made where x.id = ${id} returning made.id`.execute(db);
    return rows[0]?.id ?? 0;
  };
  const move = async (from: number, day: string): Promise<number> => {
    const to = await replace(from, day, true);
    await sql`
      with former as (
        update discounts set to_on = ${day} where subscription_id = ${from} and to_on is null
        returning *)
      insert into discounts (account_id, subscription_id, kind, value, from_on, words, given_at,
        moved_from_id)
      select account_id, ${to}, kind, value, ${day}, words, given_at, id from former`.execute(db);
    return to;
  };
  const moved = await move(standsOn, '2026-05-04');
  await night('2026-05-04');
  expect(await discounts()).toEqual([{ subscriptionId: moved, value: 500 }]);
  // Another tariff is another subscription: it is given anew, as soon as billing lets it.
  const promotions = await sql<{ id: number }>`
    insert into promotions (name, kind, value, offered_from, created_at)
    select 'Акция ' || n, 'percent', 100, '2026-01-01', now() from generate_series(1, 3) n
    returning id`.execute(db);
  const chosen = await replace(moved, '2026-05-05', false);
  for (const { id } of promotions.rows) {
    await sql`insert into discounts (account_id, subscription_id, promotion_id, kind, value, from_on,
        given_at)
      values (${inviter.accountId}, ${chosen}, ${id}, 'percent', 100, '2026-05-05', now())`.execute(
      db,
    );
  }
  await night('2026-05-05');
  await night('2026-05-06');
  expect(await discounts()).toEqual([]);
  await sql`delete from discounts where promotion_id is not null`.execute(db);
  await night('2026-05-07');
  expect(await discounts()).toEqual([{ subscriptionId: chosen, value: 500 }]);
  // Who leaves takes the discount of whoever has brought them along.
  const { friends } = await friendsOf(inviter.id);
  await sql`update subscribers set status = 'left', left_on = '2026-05-08'
    where id = ${friends[0]?.subscriberId}`.execute(db);
  await move(chosen, '2026-05-08');
  await night('2026-05-08');
  expect(await friendsOf(inviter.id)).toMatchObject({ percent: 0, staying: 0 });
  expect(await discounts()).toEqual([]);
});

test('a tariff for friends lasts while enough stay, and ends with a notice', async () => {
  const { call, night, world } = desk;
  const { db } = world.ctx;
  const { id, accountId } = inviter;
  const { friends } = await friendsOf(id);
  const friendIs = (status: string) =>
    sql`update subscribers set status = ${status} where id = ${friends[0]?.subscriberId}`.execute(
      db,
    );
  const versions = await inBulkTransaction(world.ctx, (ctx) =>
    loadProducts(
      ctx,
      ['Друзьям', 'Друзьям с семьёй'].map((name) => ({
        kind: 'tariff',
        service: 'internet',
        name,
        monthlyFeeMinor: 30_000,
        currency: 'RUB',
        validFrom: '2025-01-01',
      })),
    ),
  );
  const asks = (name: string, least: number) =>
    sql`update products set eligibility = ${JSON.stringify([{ rule: 'friends', least }])}
      where name = ${name}`.execute(db);
  await asks('Друзьям', 1);
  await asks('Друзьям с семьёй', 3);
  const [own = 0, dear = 0] = ['Друзьям', 'Друзьям с семьёй'].map((name) => versions.get(name));
  const give = (productVersionId: number) =>
    call('POST /api/subscribers/{id}/friend-tariffs', { id, productVersionId });
  const shown = async () => (await call('GET /api/subscribers/{id}/friend-tariffs', { id })).body;
  const standing = async (): Promise<string[]> => {
    const { rows } = await sql<{ name: string }>`
      select p.name from subscriptions x
      join   product_versions v on v.id = x.product_version_id
      join   products p on p.id = v.product_id
      where  x.account_id = ${accountId} and x.ended_on is null`.execute(db);
    return rows.map(({ name }) => name);
  };
  const former = await standing();
  // They pay a fee of their own, and come back to that.
  const ownFee = async (): Promise<number | null> => {
    const { rows } = await sql<{ fee: number | null }>`
      select monthly_fee_minor as fee from subscriptions
      where  account_id = ${accountId} and ended_on is null`.execute(db);
    return rows[0]?.fee ?? null;
  };
  await sql`update subscriptions set monthly_fee_minor = 65500
    where account_id = ${accountId} and ended_on is null`.execute(db);
  expect((await give(own)).body).toMatchObject({ code: 'loyalty.too_few_friends' });
  await friendIs('active');
  expect((await give(dear)).body).toMatchObject({ code: 'loyalty.too_few_friends' });
  const both = await Promise.all([give(own), give(own)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  expect([await standing(), await ownFee()]).toEqual([['Друзьям'], null]);
  await night('2026-05-09');
  expect(await shown()).toMatchObject({ staying: 1, current: { name: 'Друзьям', endsOn: null } });
  const letters = async (): Promise<number> => {
    const { rows } = await sql`
      select from outgoing_messages where payload::text like '%Друзьям%'`.execute(db);
    return rows.length;
  };
  await friendIs('left');
  await night('2026-05-10');
  // Nobody is written to by night.
  const notices = async (at: string): Promise<void> => {
    world.clock.moveTo(new Date(at));
    await world.tick('loyalty.notices');
  };
  await notices('2026-05-10T01:00:00Z');
  expect(await letters()).toBe(0);
  await notices('2026-05-10T10:00:00Z');
  await notices('2026-05-10T11:00:00Z');
  await night('2026-05-11');
  expect(await shown()).toMatchObject({ current: { endsOn: '2026-06-09', isUntold: false } });
  expect(await letters()).toBe(1);
  // One that never left has told nobody, and an agent does.
  await sql`update outgoing_messages set state = 'failed'`.execute(db);
  await notices('2026-05-11T10:00:00Z');
  expect([(await shown()).current?.isUntold, await letters()]).toEqual([true, 1]);
  expect((await call('GET /api/loyalty/held')).body.tariffs).toMatchObject([{ subscriberId: id }]);
  // Enough of them again: it stays.
  await friendIs('active');
  await night('2026-05-12');
  expect(await shown()).toMatchObject({ current: { endsOn: null } });
  // It is theirs under whatever record they are kept, and cannot be had a second time.
  const other = await desk.person();
  const isOf = (owner: number) =>
    sql`update friend_tariffs set subscriber_id = ${owner} where ended_on is null`.execute(db);
  await merged(other.id, id);
  await isOf(other.id);
  expect(await shown()).toMatchObject({ current: { name: 'Друзьям' } });
  expect((await give(own)).body).toMatchObject({ code: 'loyalty.has_tariff_already' });
  const leave = () => call('POST /api/subscribers/{id}/friend-tariffs/leave', { id });
  expect((await leave()).status).toBe(200);
  expect([await standing(), (await shown()).current]).toEqual([former, null]);
  expect((await give(own)).status).toBe(201);
  // Who cannot be written to is told by an agent, and it ends no sooner.
  const write = (isOn: boolean) =>
    sql`update channels set state = ${isOn ? 'on' : 'paused'} where kind = 'email'`.execute(db);
  await write(false);
  await friendIs('left');
  await night('2026-05-13');
  await notices('2026-05-13T10:00:00Z');
  const held = async () => (await call('GET /api/loyalty/held')).body.tariffs;
  expect(await held()).toMatchObject([{ subscriberId: id, tariff: 'Друзьям' }]);
  await night('2026-06-12');
  expect(await shown()).toMatchObject({ current: { name: 'Друзьям', isUntold: true } });
  const told = () => call('POST /api/subscribers/{id}/friend-tariffs/told', { id });
  expect((await told()).body).toEqual({ endsOn: '2026-07-12' });
  expect((await told()).body).toMatchObject({ code: 'loyalty.told_already' });
  expect(await held()).toEqual([]);
  await write(true);
  await notices('2026-06-12T10:00:00Z');
  expect(await letters()).toBe(1);
  // What they go back to may be sold no longer: they had it before.
  await sql`update products set archived_at = now() where name = ${former[0] ?? ''}`.execute(db);
  await night('2026-07-12');
  expect([await standing(), (await shown()).current]).toEqual([former, null]);
  expect(await ownFee()).toBe(65_500);
  await sql`update products set archived_at = null where name = ${former[0] ?? ''}`.execute(db);
  expect((await leave()).body).toMatchObject({ code: 'loyalty.no_friend_tariff' });
});

test('oneself, a circle and who was here bring nothing; a like phone waits to be looked at', async () => {
  const { call, world } = desk;
  await sql`insert into contacts (subscriber_id, kind, value, created_at)
    values (${inviter.id}, 'phone', '+79990001122', now())`.execute(world.ctx.db);
  const alike = await connect(inviter.code, { phone: '+79131112233' });
  const circle = await friendsOf(alike.id);
  // Whoever was brought names themselves, or brings the one who brought them.
  const again = async (dealId: number, code: string, friendId: number): Promise<string[]> => {
    await sql`delete from friendships
      where friend_id = ${friendId} or deal_id = ${dealId}`.execute(world.ctx.db);
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
