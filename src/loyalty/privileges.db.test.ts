import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
