import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlayDesk, type PlayDesk } from '../testing/play-desk.ts';

let desk: PlayDesk;
beforeAll(async () => {
  desk = await openPlayDesk();
});
afterAll(() => desk.made.world.close());

test('gives nothing past an offer’s own limits, and a save desk knows what it gave', async () => {
  await desk.silence();
  const bonus = { kind: 'bonus' as const, value: 10_000, months: 1, saveRate: 0.5, takeUp: 0.5 };
  const named = { ...bonus, name: 'Бонус по звонку', budgetMinor: 20_000 };
  const { id: offerId } = (await desk.call('POST /api/retention-offers', named)).body;
  const play = await desk.addPlay({ action: 'offer', offerId, reason: 'price', cooldownDays: 1 });
  await desk.switchOn(play);
  const people = [
    await desk.person(play.id),
    await desk.person(play.id),
    await desk.person(play.id),
  ];
  for (const id of people) await desk.agree(id);
  const taken = async (id: number) => {
    await desk.complain(id);
    await desk.run();
    return (await desk.finish((await desk.taskOf(id)) ?? 0, 1, 'taken')).body;
  };
  const first = people[0] ?? 0;
  await taken(first);
  desk.hours(48);
  expect(await taken(first)).toMatchObject({ code: 'retention.offer_cooling' });
  for (const id of people.slice(1)) await desk.complain(id);
  await desk.run();
  const both = await Promise.all(
    people.slice(1).map(async (id) => desk.finish((await desk.taskOf(id)) ?? 0, 1, 'taken')),
  );
  const codes = both.map(({ body }) => ('code' in body ? body.code : 'given')).toSorted();
  expect(codes).toEqual(['given', 'retention.offer_over_budget']);
  const spent = await sql<{ cost: number }>`
    select cost_minor as cost from given_offers
    where  offer_id = ${offerId} and play_task_id is not null`.execute(desk.made.world.ctx.db);
  expect(spent.rows).toEqual([{ cost: 10_000 }, { cost: 10_000 }]);
  const { reasons } = (await desk.call('GET /api/leaving-reasons')).body;
  const group = reasons.find(({ name }) => name === 'Цена')?.id;
  const reasonId = reasons.find(({ parentId }) => parentId === group)?.id ?? 0;
  const { id } = (await desk.call('POST /api/cases', { subscriberId: first })).body;
  await desk.call('PUT /api/cases/{id}/reason', { id, version: 1, reasonId });
  const { offers } = (await desk.call('GET /api/cases/{id}/offers', { id })).body;
  expect(offers.map((one) => one.offerId)).not.toContain(offerId);
  await sql`update retention_offers set budget_minor = null, archived_at = now()
    where id = ${offerId}`.execute(desk.made.world.ctx.db);
  const late = people[both[0]?.status === 200 ? 2 : 1] ?? 0;
  expect((await desk.finish((await desk.taskOf(late)) ?? 0, 1, 'taken')).body).toMatchObject({
    code: 'retention.offer_archived',
  });
});

test('reckons with lists of care, and with all records of who is one person', async () => {
  await desk.silence();
  const { db } = desk.made.world.ctx;
  const play = await desk.addPlay({ cooldownDays: 30 });
  await desk.switchOn(play);
  const [cared, twin, root] = [
    await desk.person(play.id),
    await desk.person(play.id),
    await desk.person(play.id),
  ];
  const now = desk.made.world.clock.now();
  for (const name of ['Осень', 'Зима']) {
    await sql`
      with list as (
        insert into care_lists (name, currency, budget_minor, slots, contact_minor, daily_calls,
          hold_percent, base_share, least_points, needed_treated, needed_held, started_on,
          started_at)
        values (${name}, 'RUB', 0, 0, 0, 1, 10, 0.1, 1, 1, 1, ${now}::date, ${now}) returning id)
      insert into care_list_members (list_id, subscriber_id, place, action, reason_group,
        leave_chance, value_minor, expected_minor, incentive_minor, takes_call, state, opened_at,
        starts_at, due_at)
      select id, ${cared}, 1, 'repair', 'quality', 0.1, 0, 0, 0, true, 'open', ${now}, ${now}, ${now}
      from   list`.execute(db);
  }
  for (const id of [cared, twin]) await desk.complain(id);
  await desk.run();
  expect(await desk.taskOf(cared)).toBeNull();
  const task = (await desk.taskOf(twin)) ?? 0;
  expect((await desk.finish(task, 1, 'helped')).status).toBe(200);
  await sql`update subscribers set root_id = ${root}, merged_into_id = ${root}
    where id = ${twin}`.execute(db);
  // Neither the rest nor the moment itself is lost with the record.
  await desk.run();
  await desk.complain(root);
  await desk.run();
  expect(await desk.taskOf(root)).toBeNull();
});
