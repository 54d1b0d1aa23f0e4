import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as subscribersApi } from '../subscribers/api.ts';
import { post } from '../testing/accounts.ts';
import { type LoyaltyDesk, openLoyaltyDesk } from './testing/loyalty-desk.ts';

let desk: LoyaltyDesk;
let old: { id: number; accountId: number };
beforeAll(async () => {
  desk = await openLoyaltyDesk();
  old = await desk.person({ customerSince: '2023-01-10' });
});
afterAll(() => desk.world.close());

const percents = async (): Promise<number[]> => {
  const { rows } = await sql<{ value: number }>`
    select value / 100 as value from discounts
    where  account_id = ${old.accountId}
    and    coalesce(to_on, 'infinity') > ${desk.world.clock.now()}::date order by id`.execute(
    desk.world.ctx.db,
  );
  return rows.map(({ value }) => value);
};

test('years and months in time take something off, and a debt halves it, once a month', async () => {
  const { call, month, night, world } = desk;
  const ladders = {
    tenure: [
      { months: 12, percent: 4 },
      { months: 36, percent: 6 },
    ],
    streak: [{ months: 1, percent: 2 }],
  };
  const twice = { tenure: [], streak: [...ladders.streak, ...ladders.streak] };
  const alike = await call('PUT /api/loyalty/privileges', twice);
  expect(alike.body).toMatchObject({ code: 'loyalty.steps_alike' });
  // What it would cost is looked at before, and changes nothing.
  await desk.control(0);
  const cost = await call('POST /api/loyalty/privileges/try', ladders);
  expect(cost.body).toEqual({ people: 1, monthMinor: 3600, currency: 'RUB' });
  const none = await call('POST /api/loyalty/friend-steps/try', {
    steps: [{ friends: 1, percent: 5 }],
  });
  expect(none.body).toMatchObject({ people: 0, monthMinor: 0 });
  expect((await call('GET /api/loyalty/privileges')).body).toMatchObject({ tenure: [] });
  expect((await call('PUT /api/loyalty/privileges', ladders)).status).toBe(200);
  // The permanent control would be none, had it the same.
  await desk.control(1000);
  await night('2026-03-03');
  expect(await percents()).toEqual([]);
  await desk.control(0);
  await night('2026-03-04');
  expect(await percents()).toEqual([6]);
  await month(old.accountId, '2026-03');
  await night('2026-04-01');
  expect(await percents()).toEqual([8]);
  await month(old.accountId, '2026-04', false);
  // What the years give is halved and the row is broken: 3, but no less than half of what it was.
  await night('2026-05-01');
  expect(await percents()).toEqual([4]);
  await night('2026-05-02');
  expect(await percents()).toEqual([4]);
  const shown = (await call('GET /api/loyalty/privileges')).body;
  expect(shown).toMatchObject({ ...ladders, people: 1, monthMinor: 2400 });
  // All of April it took off eight of a hundred.
  const effect = (await call('GET /api/loyalty/effect', { months: 2 })).body;
  expect(effect.months[0]).toMatchObject({ month: '2026-04-01', offMinor: 4800 });
  expect(effect.withheld).toEqual(['friends', 'privileges']);
  // Paid again, and what was owed.
  const debt = { kind: 'payments', occurredOn: '2026-05-10', counterpart: 'bank' } as const;
  await post(world, old.accountId, { ...debt, amountMinor: 60_000 });
  await month(old.accountId, '2026-05');
  await night('2026-06-01');
  expect(await percents()).toEqual([8]);
  await call('POST /api/loyalty/programme/begin', { isOn: false });
  await night('2026-06-02');
  expect(await percents()).toEqual([]);
  await call('POST /api/loyalty/programme/begin', { isOn: true });
});

test('the control is offered no reward of a higher level, and everybody else is', async () => {
  const { call, night } = desk;
  await night('2026-06-03');
  const { levels } = (await call('GET /api/loyalty/rewards')).body;
  const add = async (name: string, levelId: number | null): Promise<void> => {
    await call('POST /api/loyalty/rewards', { name, kind: 'goods', points: 1, levelId });
  };
  await add('Любому', null);
  await add('Участнику', levels[0]?.id ?? null);
  await add('Золотому', levels.at(-1)?.id ?? null);
  const offered = async () => {
    const { rewards } = (await call('GET /api/subscribers/{id}/rewards', { id: old.id })).body;
    return rewards.map(({ name }) => name);
  };
  expect(await offered()).toEqual(['Любому', 'Участнику', 'Золотому']);
  await desk.control(1000);
  expect(await offered()).toEqual(['Любому', 'Участнику']);
  const effect = (await call('GET /api/loyalty/effect', { months: 1 })).body;
  expect(effect.withheld).toEqual(['friends', 'privileges', 'rewards']);
  await desk.control(0);
});

test('each merge that is undone gives back what went along with it, and nothing else', async () => {
  const { call, people, rule, silence, person, month, night, points, world } = desk;
  const subscribers = world.via(subscribersApi);
  await silence();
  const programme = (await call('GET /api/loyalty/programme')).body;
  await call('PUT /api/loyalty/programme', { ...programme, lifeMonths: 1, graceMonths: 1 });
  await rule('on_time', 50);
  const [kept, one, other] = [await person(), await person(), await person()];
  const merge = async (fromId: number, id: number): Promise<number> => {
    const given = { id, fromId, take: [] };
    const merged = await subscribers('POST /api/subscribers/{id}/merge', given, people.me.as);
    expect(merged.status).toBe(200);
    return merged.body.mergeId;
  };
  const undo = async (mergeId: number): Promise<void> => {
    const given = { mergeId };
    const path = 'POST /api/subscribers/merges/{mergeId}/undo';
    expect((await subscribers(path, given, people.me.as)).status).toBe(200);
    await world.hear();
  };
  const all = async (): Promise<number[]> => {
    const seen = [];
    for (const { id } of [kept, one, other]) seen.push((await points(id)).balance);
    return seen;
  };
  for (const { accountId } of [kept, one, other]) await month(accountId, '2026-06');
  await night('2026-07-01');
  expect(await all()).toEqual([50, 50, 50]);
  const both = [await merge(one.id, kept.id), await merge(other.id, kept.id)];
  await night('2026-07-02');
  expect(await all()).toEqual([150, 150, 150]);
  for (const mergeId of both) await undo(mergeId);
  expect(await all()).toEqual([50, 50, 50]);
  // Nothing had gone along yet: the survivor's own is not taken for what had gone along before.
  await undo(await merge(one.id, kept.id));
  expect(await all()).toEqual([50, 50, 50]);
  // They went on with whoever had taken them in, and are found there.
  const first = await merge(one.id, other.id);
  await night('2026-07-03');
  const second = await merge(other.id, kept.id);
  await night('2026-07-04');
  await undo(first);
  expect([(await points(kept.id)).balance, (await points(one.id)).balance]).toEqual([100, 50]);
  await undo(second);
  expect(await all()).toEqual([50, 50, 50]);
  // What was there for a while makes nothing live longer.
  await month(one.accountId, '2026-07');
  await night('2026-08-01');
  const third = await merge(one.id, kept.id);
  await night('2026-08-02');
  await undo(third);
  const { path } = (await call('GET /api/subscribers/{id}/own-page', { id: kept.id })).body;
  const page = { key: path.split('/').at(-1) ?? '' };
  expect((await call('GET /api/public/points/{key}', page)).body).toMatchObject({
    expiring: { points: 50, on: '2026-08-31' },
  });
  await night('2026-09-01');
  expect(await all()).toEqual([0, 50, 0]);
});

test('what was given anew falls as what was given long ago', async () => {
  const { call, month, night } = desk;
  await call('POST /api/loyalty/programme/begin', { isOn: false });
  await night('2026-09-02');
  expect(await percents()).toEqual([]);
  await call('POST /api/loyalty/programme/begin', { isOn: true });
  await night('2026-09-10');
  expect(await percents()).toEqual([8]);
  await month(old.accountId, '2026-09', false);
  await night('2026-10-01');
  await night('2026-10-02');
  expect(await percents()).toEqual([4]);
});
