import { sql } from 'kysely';
import { randomOf } from '../../testing/random.ts';
import { connectLead } from './connect-lead.ts';
import type { LoyaltyDesk } from './loyalty-desk.ts';
import { mergingOf } from './merging.ts';
import { addHouse, addOutage, takeAddOn } from './moments.ts';

type Account = { id: number; subscriberId: number };

const HOUSE = 8;
const PARTS = 0.4;

/**
 * What a year brings beside months that are paid: add-ons that are kept or given up, outages of a
 * house, friends, a household, and records that are found to be one person and are parted again. It
 * draws from a stream of its own.
 */
export async function openHappenings(desk: LoyaltyDesk, accounts: Account[], seed: string) {
  const { world, me, call, rule } = desk;
  const { merge, unmerge } = mergingOf(world, me.as);
  const random = randomOf(seed, 1);
  await rule('add_on', 15, { pendingDays: 20 });
  await rule('outage', 5, { bound: 4 });
  await rule('friend', 40);
  await call('PUT /api/loyalty/friend-steps', { friendMonths: 2, mostFriends: 9, steps: [] });
  const there = accounts.slice(1, HOUSE + 1).map(({ subscriberId: id }) => id);
  const houseId = await addHouse(
    world,
    there.map((id) => ({ id, since: '2026-03-02' })),
  );
  const merged: { mergeId: number; fromId: number }[] = [];
  let takers: number[] = [];

  const isRoot = ({ subscriberId }: Account): boolean =>
    merged.every(({ fromId }) => fromId !== subscriberId);

  const mergeInto = async (fromId: number): Promise<void> => {
    const roots = accounts.filter(isRoot);
    if (roots.every(({ subscriberId }) => subscriberId !== fromId)) return;
    const others = roots.filter(({ subscriberId }) => subscriberId !== fromId);
    merged.push({ mergeId: await merge(fromId, random.pick(others).subscriberId), fromId });
  };
  const bringFriend = async (): Promise<void> => {
    const inviter = accounts[0]?.subscriberId ?? 0;
    const { code } = (await call('GET /api/subscribers/{id}/friends', { id: inviter })).body;
    const asked = { code, name: 'Друг', phone: '+79135550001', hasConsented: true } as const;
    await call('POST /api/public/friends/{code}', asked, {});
    const { id: subscriberId, accountId: id } = await connectLead(world, me.as);
    accounts.push({ id, subscriberId });
  };
  const pool = async (): Promise<void> => {
    const { rows } = await sql<{ id: number }>`
      insert into households (kind, name, created_at) values ('household', 'Дом', now())
      returning id`.execute(world.ctx.db);
    const householdId = rows[0]?.id ?? 0;
    for (const id of there.slice(0, 3)) {
      await sql`insert into household_members (household_id, subscriber_id, joined_at)
        values (${householdId}, ${id}, now())`.execute(world.ctx.db);
      await call('POST /api/subscribers/{id}/pool', { id, householdId });
    }
  };
  /** In a month, the so manieth, before it is charged. */
  const happen = async (month: string, at: number): Promise<void> => {
    if (at === 1) await bringFriend();
    if (at === 2) await pool();
    if (at === 6) await call('POST /api/subscribers/{id}/unpool', { id: there[0] ?? 0 });
    if (at === 5) await mergeInto(accounts.at(-1)?.subscriberId ?? 0);
    else if (random.chance(PARTS) && merged.length > 0) await unmerge(merged.pop()?.mergeId ?? 0);
    else await mergeInto(random.pick(at % 2 === 0 ? there : [...takers, ...there]));
    const taking = [random.pick(accounts), random.pick(accounts), random.pick(accounts)];
    takers = taking.map(({ subscriberId }) => subscriberId);
    for (const { id: accountId } of taking) {
      await takeAddOn(world, { accountId, name: `Опция ${month}`, on: `${month}-28` });
    }
    await sql`
      update subscriptions set ended_on = started_on + 5
      where  account_id = ${taking[0]?.id ?? 0} and started_on = ${`${month}-28`}`.execute(
      world.ctx.db,
    );
    await addOutage(world, houseId, `${month}-28T02:00:00Z`, 5);
  };
  return happen;
}

/** What was given more often than it happened, or is counted at a level otherwise than it was. */
export async function givenTwice({ world }: LoyaltyDesk): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`
    with given as (
      select e.subject_id, r.signal, e.subscriber_id from point_earnings e
      join   earning_rules r on r.id = e.rule_id)
    select (select count(*) from (
              select from given g join subscriptions x on x.id = g.subject_id
              where  g.signal = 'add_on' group by x.account_id, x.product_version_id
              having count(*) > 1) n) as add_ons,
           (select count(*) from (
              select from given g where g.signal = 'outage'
              group by g.subject_id having count(*) > ${HOUSE}) n) as outages,
           (select count(*) from (
              select from given g where g.signal = 'friend'
              group by g.subject_id having count(*) > 2) n) as friends,
           (select count(*) - 1 from friendships where state <> 'refused') as friendships,
           (select count(*)
            from   loyalty_members b
            join   subscribers s on s.id = b.subscriber_id and s.merged_into_id is null
            cross  join lateral (
              select coalesce(sum(e.points), 0) as points
              from   subscribers k join point_earnings e on e.subscriber_id = k.id
              where  k.root_id = s.id and e.rule_id is not null and e.state = 'posted'
              and    e.earned_on > ${world.clock.now()}::date - interval '1 year') n
            where  b.year_points <> n.points) as levels`.execute(world.ctx.db);
  return rows[0] ?? {};
}
