import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';
import { api } from '../api.ts';
import { isControl, isHeldOut, isHeldOutOf, type Trial } from './held-out.ts';

let people: SubscribersWorld;
beforeAll(async () => {
  people = await createSubscribersWorld();
  // Chance that is the same in every run.
  await sql`update trial_settings set salt = sha256('chance')`.execute(people.world.ctx.db);
});
afterAll(() => people.world.close());

const COUNT = 40_000;
const asked = sql`n`;

/** Which of the first subscribers' numbers are held out. */
async function heldOf(trial: Trial | 'control'): Promise<Set<number>> {
  const isHeld = trial === 'control' ? isControl(asked) : isHeldOutOf(asked, trial);
  const { rows } = await sql<{ n: number }>`
    select n from generate_series(1, ${COUNT}::int) n where ${isHeld}`.execute(people.world.ctx.db);
  return new Set(rows.map(({ n }) => n));
}
const both = (one: Set<number>, other: Set<number>): number =>
  [...one].filter((id) => other.has(id)).length;

/** Within three standard deviations of a binomial share. */
const isNear = (count: number, of: number, share: number): boolean =>
  Math.abs(count - of * share) < 3 * Math.sqrt(of * share * (1 - share));

test('chance holds out the share asked for, of each list anew, and always the same', async () => {
  const control = await heldOf('control');
  expect(isNear(control.size, COUNT, 0.015)).toBe(true);
  const [one, other] = [await heldOf({ key: 'list:1' }), await heldOf({ key: 'list:2' })];
  // Of those whom the control leaves, 15 of a hundred.
  expect(isNear(one.size - control.size, COUNT - control.size, 0.15)).toBe(true);
  expect(both(one, control)).toBe(control.size);
  const bothDrawn = both(one, other) - control.size;
  expect(isNear(bothDrawn, COUNT - control.size, 0.15 ** 2)).toBe(true);
  expect(await heldOf({ key: 'list:1' })).toEqual(one);
  const wider = await heldOf({ key: 'list:1', holdPercent: 20 });
  expect(both(wider, one)).toBe(one.size);
  expect(wider.size).toBeGreaterThan(one.size);
});

test('whoever is held out stays so with whomever they are merged', async () => {
  const [kept, merged] = [await people.add(), await people.add()];
  const { db } = people.world.ctx;
  const keys = Array.from({ length: 40 }, (_, at) => `list:${at}`);
  const draws = async (subscriberId: number): Promise<boolean[]> => {
    const all = keys.map((key) => isHeldOut(people.world.ctx, subscriberId, { key }));
    return Promise.all(all);
  };
  const [ofKept, ofMerged] = [await draws(kept), await draws(merged)];
  await db
    .updateTable('subscribers')
    .set({ mergedIntoId: kept, rootId: kept })
    .where('id', '=', merged)
    .execute();
  const ofRoot = await draws(kept);
  expect(ofRoot).toEqual(ofKept.map((is, at) => is || ofMerged[at]));
  expect(ofRoot).not.toEqual(ofKept);
  expect(await draws(merged)).toEqual(ofRoot);
  // By another salt another draw: who knows the number alone knows nothing.
  await sql`update trial_settings set salt = sha256(salt)`.execute(db);
  expect(await draws(kept)).not.toEqual(ofRoot);
});

test('shares are the operator’s within bounds, and nobody undoes another’s change', async () => {
  const untyped = people.world.via(api);
  const call = ((key, input) => untyped(key, input, people.me.as)) as typeof untyped;
  const settings = (await call('GET /api/trial-settings')).body;
  expect(settings).toMatchObject({ controlPerMille: 15, holdPercent: 15, cooldownDays: 90 });
  const few = await call('PUT /api/trial-settings', { ...settings, controlPerMille: 5 });
  expect(few.status).toBe(422);
  const wider = { ...settings, controlPerMille: 20, holdPercent: 20 };
  const before = await heldOf({ key: 'play:1' });
  expect((await call('PUT /api/trial-settings', wider)).status).toBe(200);
  const again = await call('PUT /api/trial-settings', wider);
  expect(again.body).toMatchObject({ code: 'retention.changed_meanwhile' });
  const after = await heldOf({ key: 'play:1' });
  expect(both(before, after)).toBe(before.size);
  expect(after.size).toBeGreaterThan(before.size);
});

test('what all work ahead brings is told against the control, once there is enough to tell', async () => {
  const { world, me } = people;
  const show = async () => (await world.via(api)('GET /api/control-effect', {}, me.as)).body;
  expect(await show()).toMatchObject({ begunOn: null, isCounted: true });
  const { db } = world.ctx;
  const day = world.clock.now().toISOString().slice(0, 10);
  await sql`
    insert into care_lists (name, currency, budget_minor, slots, contact_minor, daily_calls,
                            hold_percent, base_share, least_points, needed_treated, needed_held,
                            started_on, started_at)
    values ('Первый', 'RUB', 0, 1, 0, 1, 10, 0.1, 2, 1, 1, ${day}::date - 100, now())`.execute(db);
  // From the day on which the shares were changed it is compared anew.
  expect((await show()).begunOn).toBe(day);
  await sql`update trial_settings set control_since = null, shares_since = null`.execute(db);
  const few = (await show()).effects;
  expect(few.map(({ silence }) => silence)).toEqual(['few', 'few', 'early']);
  // Of those with whom something may be done three of a hundred leave, of the control ten.
  await sql`
    insert into subscribers (id, root_id, kind, display_name, last_name, customer_since, created_at,
                             updated_at, status, left_on)
    overriding system value
    select n, n, 'person', 'Контролин', 'Контролин', '2020-01-01', now(), now(),
           case when p.goes then 'left' else 'active' end,
           case when p.goes then ${day}::date - 40 end
    from   generate_series(1000000, 1059999) n
    cross  join lateral (
      select n % 100 < case when ${isControl(asked)} then 10 else 3 end as goes) p`.execute(db);
  const [month, quarter, half] = (await show()).effects;
  // Who left forty days ago was not here thirty days ago.
  expect(month).toMatchObject({ silence: null, leftTreated: 0, leftHeld: 0 });
  expect(quarter?.effect?.difference).toBeCloseTo(0.07, 1);
  expect(quarter?.effect?.low).toBeGreaterThan(0.02);
  expect(half).toMatchObject({ silence: 'early', effect: null });

  // A play by which some of them were called sixty days ago, and the control was not.
  const { plays } = (await world.via(api)('GET /api/plays', {}, me.as)).body;
  const id = plays.find(({ aim }) => aim === 'keep')?.id ?? 0;
  await sql`
    insert into play_tasks (play_id, subscriber_id, aim, signalled_at, starts_at, due_at, state,
                            norm_seconds, calendar_id, made_at)
    select ${id}, n, 'keep', m.at, m.at, m.at, case when ${isControl(asked)} then 'held'
             when n % 2 = 0 then 'unserved' else 'open' end, 60, c.id, m.at
    from   generate_series(1000000, 1059999) n
    cross  join (select ${day}::date - 60 + interval '12 hours' as at) m
    cross  join (select min(id) as id from calendars) c
    where  n % 5 = 0 or ${isControl(asked)}`.execute(db);
  const play = async () => (await world.via(api)('GET /api/plays/{id}/effect', { id }, me.as)).body;
  const told = await play();
  expect(told.treated).toBeGreaterThan(5000);
  expect(told.unserved).toBeGreaterThan(5000);
  expect(told.effects[0]?.effect?.difference).toBeCloseTo(0.07, 1);
  expect(told.effects[0]?.effect?.low).toBeGreaterThan(0.02);
  expect(told.effects.slice(1).map(({ silence }) => silence)).toEqual(['early', 'early']);
  await sql`update trial_settings set shares_since = ${day}`.execute(db);
  expect(await play()).toMatchObject({ begunOn: null, treated: 0, held: 0 });
});
